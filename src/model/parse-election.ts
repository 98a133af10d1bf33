import * as z from "zod";
import { claimSchema, dateText, filledText, wholeNumber } from "./claim-schema";
import type { Election } from "./election";
import { TallyError } from "./error";

const column = z.union(
  [filledText, z.strictObject({ column: filledText, optional: z.boolean() })],
  'must be a column name, or { "column": name, "optional": true }',
);

const electionSchema: z.ZodType<Election> = z
  .strictObject({
    id: filledText,
    name: filledText,
    date: dateText,
    candidates: z
      .array(z.strictObject({ code: filledText, name: filledText }))
      .min(1, "must name at least one candidate"),
    universe: z.strictObject({
      stations: wholeNumber(1),
      registeredVoters: wholeNumber(1),
      source: filledText.exactOptional(),
    }),
    layout: z.strictObject({
      delimiter: z.enum([",", ";", "\t", "|"], "must be one of , ; tab |").exactOptional(),
      station: z
        .array(
          z.strictObject({ column: filledText, digits: wholeNumber(1).max(30).exactOptional() }),
        )
        .min(1, "must name at least one column"),
      candidates: z.record(z.string(), filledText),
      validVotes: column.exactOptional(),
      invalidVotes: column.exactOptional(),
      blankVotes: column.exactOptional(),
      ballotsCast: column.exactOptional(),
      registeredVoters: column.exactOptional(),
      regions: z.array(filledText).exactOptional(),
    }),
    claims: z.array(claimSchema),
  })
  .check((context) => {
    for (const { path, message } of contradictions(context.value))
      context.issues.push({ code: "custom", path, message, input: context.value });
  });

/** What each part may hold is checked by then; here, that the parts fit each other. */
function* contradictions(
  election: Election,
): Generator<{ path: (string | number)[]; message: string }> {
  const { candidates, universe, layout, claims } = election;
  const codes = candidates.map(({ code }) => code);
  const known = `the candidates are ${codes.join(", ")}`;

  for (const [index, code] of codes.entries()) {
    if (codes.indexOf(code) < index)
      yield { path: ["candidates", index, "code"], message: `"${code}" is given twice` };
    if (!Object.hasOwn(layout.candidates, code))
      yield { path: ["layout", "candidates"], message: `must say which column holds "${code}"` };
  }
  for (const code of Object.keys(layout.candidates))
    if (!codes.includes(code))
      yield { path: ["layout", "candidates", code], message: `is not a candidate; ${known}` };

  for (const [index, claim] of claims.entries()) {
    const at = ["claims", index];
    if (claims.findIndex(({ id }) => id === claim.id) < index)
      yield { path: [...at, "id"], message: `"${claim.id}" is given twice` };
    if ((claim.scope?.stations ?? 0) > universe.stations)
      yield { path: [...at, "scope"], message: `covers more than ${universe.stations} stations` };
    for (const figure of ["shares", "votes"] as const)
      for (const code of Object.keys(claim[figure] ?? {}))
        if (!codes.includes(code))
          yield { path: [...at, figure, code], message: `is not a candidate; ${known}` };
    if (claim.winner !== undefined && !codes.includes(claim.winner))
      yield { path: [...at, "winner"], message: `"${claim.winner}" is not a candidate; ${known}` };
  }
}

/**
 * Checks that a value, for instance the parsed text of a JSON file, describes an election, and
 * returns it typed.
 *
 * @throws TallyError `election-invalid`, listing every field that is wrong and what it must be
 * @example
 * ```ts
 * import { parseElection } from "tallyproof";
 *
 * const election = parseElection({
 *   id: "two-towns-2025",
 *   name: "Two Towns, mayor, 2025",
 *   date: "2025-05-04",
 *   candidates: [
 *     { code: "A", name: "Ana Alba" },
 *     { code: "B", name: "Ben Boro" },
 *   ],
 *   universe: { stations: 40, registeredVoters: 12000 },
 *   layout: { station: [{ column: "Station" }], candidates: { A: "Alba", B: "Boro" } },
 *   claims: [{ id: "council", title: "Council", by: "The council", shares: { A: "52" } }],
 * });
 * election.candidates.length; // => 2
 * ```
 */
export function parseElection(value: unknown): Election {
  const result = electionSchema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${placeOf(issue.path)}: ${wordsOf(issue)}`);
  throw new TallyError(
    "election-invalid",
    `This does not describe an election:\n${lines.join("\n")}`,
  );
}

const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (place, key) =>
      typeof key === "number"
        ? `${place}[${key}]`
        : place
          ? `${place}.${String(key)}`
          : String(key),
    "",
  ) || "the whole";

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `has a field that is not known: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "is missing";
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input"))
    return `must be ${issue.expected === "array" ? "a list" : `an ${issue.expected}`}`;
  return issue.message;
}
