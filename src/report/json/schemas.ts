import type * as z from "zod";
import { electionJsonSchema } from "../../model/json-schema";
import { schemaUrl } from "./document";
import { documentJsonSchema, verificationJsonSchema } from "./json-schema";
import { auditSchema } from "./schema-audit";
import { estimateSchema } from "./schema-estimate";
import { forensicsSchema } from "./schema-forensics";
import { reconciledSchema } from "./schema-reconciled";

/**
 * Every JSON Schema of the package, by its name: `docs/NAME.schema.json` is made of it, and published as
 * `tallyproof/NAME.schema.json`. No entry point has them all, so that no program carries those it does not need.
 */
export const SCHEMAS: Readonly<Record<string, () => object>> = {
  election: electionJsonSchema,
  verification: verificationJsonSchema,
  reconciliation: printedBy("reconcile", "reconciliation", reconciledSchema),
  estimate: printedBy("estimate", "estimate", estimateSchema),
  audit: printedBy("audit", "audit", auditSchema),
  forensics: printedBy("forensics", "forensics", forensicsSchema),
};

function printedBy(command: string, name: string, schema: z.ZodType) {
  const title = `What tallyproof ${command} --json prints`;
  return () => documentJsonSchema(schema, schemaUrl(name), title);
}
