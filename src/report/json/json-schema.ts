import * as z from "zod";
import { SCHEMA_URL } from "./document";
import { describeElection } from "./election-sentences";
import { verificationSchema } from "./schema";
import { sentences } from "./schema-parts";

/**
 * The JSON Schema (draft 7) of what `toJson` and `--json` print: every field with its type and a
 * sentence on what it is. The package has it as a file too, `tallyproof/verification.schema.json`.
 *
 * @example
 * ```ts
 * import { verificationJsonSchema } from "tallyproof";
 *
 * Object.keys(verificationJsonSchema()).includes("properties"); // => true
 * ```
 */
export function verificationJsonSchema(): object {
  const schema = z.toJSONSchema(verificationSchema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    metadata: sentences,
  });
  const { properties, definitions } = schema as Record<string, Record<string, object>>;
  describeElection(properties!["election"]!);
  describeElection(definitions!["Claim"]!, "claims");
  return { $id: SCHEMA_URL, title: "A verification by tallyproof", ...schema };
}
