import { electionJsonSchema } from "../../model/json-schema";
import { schemaUrl } from "./document";
import { documentJsonSchema, verificationJsonSchema } from "./json-schema";
import { estimateSchema } from "./schema-estimate";
import { reconciledSchema } from "./schema-reconciled";

/**
 * Every JSON Schema of the package, by its name: `docs/NAME.schema.json` is made of it, and published as
 * `tallyproof/NAME.schema.json`. No entry point has them all, so that no program carries those it does not need.
 */
export const SCHEMAS: Readonly<Record<string, () => object>> = {
  election: electionJsonSchema,
  verification: verificationJsonSchema,
  reconciliation: () =>
    documentJsonSchema(
      reconciledSchema,
      schemaUrl("reconciliation"),
      "What tallyproof reconcile --json prints",
    ),
  estimate: () =>
    documentJsonSchema(
      estimateSchema,
      schemaUrl("estimate"),
      "What tallyproof estimate --json prints",
    ),
};
