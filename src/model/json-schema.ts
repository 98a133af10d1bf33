import * as z from "zod";
import { electionSchema } from "./parse-election";

/**
 * The JSON Schema (draft 7) of an election, for editors and other tools. It describes the fields, and
 * not what they must agree on, which only `parseElection` checks. The package has it as a file too,
 * `tallyproof/election.schema.json`.
 *
 * @example
 * ```ts
 * import { electionJsonSchema } from "tallyproof";
 *
 * Object.keys(electionJsonSchema()).includes("properties"); // => true
 * ```
 */
export function electionJsonSchema(): object {
  const schema = z.toJSONSchema(electionSchema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
  });
  return { ...schema, title: "An election for tallyproof" };
}
