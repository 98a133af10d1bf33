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
  return documentJsonSchema(verificationSchema, SCHEMA_URL, "A verification by tallyproof");
}

/** The JSON Schema (draft 7) of a document, with a sentence for each field. */
export function documentJsonSchema(schema: z.ZodType, $id: string, title: string): object {
  const made = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    metadata: sentences,
  }) as Described;
  describeElections(made);
  if (made.definitions?.["Claim"]) describeElection(made.definitions["Claim"], "claims");
  return { $id, title, ...made };
}

interface Described {
  readonly properties?: Readonly<Record<string, object>>;
  readonly anyOf?: readonly Described[];
  readonly definitions?: Readonly<Record<string, object>>;
}

/** Elections are described where an election is parsed, which has no use for sentences. */
function describeElections({ properties, anyOf = [] }: Described): void {
  if (properties?.["election"]) describeElection(properties["election"]);
  for (const each of anyOf) describeElections(each);
}
