import * as z from "zod";
import { claimSchema, dateText, filledText, percentText, wholeNumber } from "./claim-schema";
import { type Column, type Election, type Layout, regionName } from "./election";
import { TallyError } from "./error";
import { layoutSchema, registerSchema } from "./layout-schema";
import { SHEET_COUNTS } from "./tallies";

/** Candidates or claims beyond which it is no election, and every check would take very long. */
const MOST = 10_000;

/** Rolls that a claim is judged under, each of which takes time. */
const ROLLS = 100;

/** By a text of the election, what it is in another language. */
const textsSchema = z.record(filledText, filledText);

export const electionSchema: z.ZodType<Election> = z
  .strictObject({
    $schema: z.string().exactOptional(),
    id: filledText,
    name: filledText,
    date: dateText,
    candidates: z
      .array(z.strictObject({ code: filledText, name: filledText }))
      .min(1, "must name at least one candidate")
      .max(MOST, `must be at most ${MOST}`),
    universe: z.strictObject({
      stations: wholeNumber(1),
      registeredVoters: wholeNumber(1),
      source: filledText.exactOptional(),
      otherRolls: z
        .array(
          z.strictObject({
            registeredVoters: wholeNumber(1),
            source: filledText.exactOptional(),
          }),
        )
        .max(ROLLS, `must be at most ${ROLLS}`)
        .exactOptional(),
      maxTurnout: percentText.exactOptional(),
    }),
    layout: layoutSchema,
    registers: z.array(registerSchema).exactOptional(),
    claims: z.array(claimSchema).max(MOST, `must be at most ${MOST}`),
    texts: z
      .strictObject({ en: textsSchema.exactOptional(), es: textsSchema.exactOptional() })
      .exactOptional(),
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
  const texts = [
    { path: ["name"], text: election.name },
    ...claims.flatMap(({ title, by }, at) => [
      { path: ["claims", at, "title"], text: title },
      { path: ["claims", at, "by"], text: by },
    ]),
  ];
  for (const { path, text } of texts)
    if (text.startsWith(UNFILLED)) yield { path, message: unfilled(text) };
  const known = `the candidates are ${codes.slice(0, LINES).map(cut).join(", ")}`;
  const all = new Set(codes);
  const seenCodes = new Set<string>();
  const seenClaims = new Set<string>();

  for (const [index, code] of codes.entries()) {
    if (seenCodes.has(code))
      yield { path: ["candidates", index, "code"], message: `"${code}" is given twice` };
    seenCodes.add(code);
    if (!Object.hasOwn(layout.candidates, code))
      yield { path: ["layout", "candidates"], message: `must say which column holds "${code}"` };
  }
  for (const [code, column] of Object.entries(layout.candidates)) {
    const at = ["layout", "candidates", code];
    if (!all.has(code)) yield { path: at, message: `is not a candidate; ${known}` };
    if (layout.rows === undefined && Array.isArray(column))
      yield { path: at, message: "must be a column; lists of values belong to tables with `rows`" };
  }
  for (const [column, roles] of rolesOf(layout))
    if (roles.length > 1)
      yield {
        path: ["layout"],
        message: `uses the column "${column}" twice, for ${roles.join(" and for ")}`,
      };
  const regions = (layout.regions ?? []).map(regionName);
  for (const [index, name] of regions.entries())
    if (regions.indexOf(name) < index)
      yield { path: ["layout", "regions", index], message: `"${name}" is given twice` };
  for (const [index, { region }] of (election.registers ?? []).entries())
    if (region !== undefined && !(layout.regions ?? []).some((own) => regionName(own) === region))
      yield { path: ["registers", index, "region"], message: "is not a region of the layout" };

  for (const [index, claim] of claims.entries()) {
    const at = ["claims", index];
    if (seenClaims.has(claim.id))
      yield { path: [...at, "id"], message: `"${claim.id}" is given twice` };
    seenClaims.add(claim.id);
    if ((claim.scope?.stations ?? 0) > universe.stations)
      yield { path: [...at, "scope"], message: `covers more than ${universe.stations} stations` };
    for (const figure of ["shares", "votes"] as const)
      for (const code of Object.keys(claim[figure] ?? {}))
        if (!all.has(code))
          yield { path: [...at, figure, code], message: `is not a candidate; ${known}` };
    const { margin, scope } = claim;
    for (const [path, code] of [
      [["winner"], claim.winner],
      [["margin", "winner"], margin?.winner],
      [["margin", "loser"], margin?.loser],
    ] as const)
      if (code !== undefined && !all.has(code))
        yield { path: [...at, ...path], message: `"${code}" is not a candidate; ${known}` };
    if (margin && margin.winner === margin.loser)
      yield { path: [...at, "margin", "loser"], message: "must be another than the winner" };
    if (margin && claim.winner !== undefined && margin.winner !== claim.winner)
      yield { path: [...at, "margin", "winner"], message: "must be the winner of the claim" };
    if (claim.turnoutBase !== undefined && claim.turnout === undefined)
      yield { path: [...at, "turnoutBase"], message: "must have a turnout beside it" };
    if (scope && scope.stations === undefined && scope.region === undefined)
      yield { path: [...at, "scope"], message: "must name stations or a region" };
    if (scope?.region && scope.region.length > regions.length)
      yield {
        path: [...at, "scope", "region"],
        message: `names more levels than the layout has: ${regions.join(", ") || "none"}`,
      };
  }
}

/** What each column of counts is used for. */
function rolesOf({ candidates, rows, ...layout }: Layout): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  const add = (column: Layout["validVotes"], role: string) => {
    const name = typeof column === "string" ? column : column?.column;
    for (const each of typeof name === "string" ? [name] : (name ?? []))
      roles.set(each, (roles.get(each) ?? []).concat(role));
  };
  if (rows === undefined)
    for (const [code, column] of Object.entries(candidates))
      if (!Array.isArray(column)) add(column as Column, `candidate ${code}`);
  for (const name of ["validVotes", ...SHEET_COUNTS] as const) add(layout[name], name);
  return roles;
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
  refuseProto(value);
  const result = electionSchema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  const lines = issues
    .slice(0, LINES)
    .map((issue) => `  ${cut(placeOf(issue.path))}: ${cut(wordsOf(issue))}`);
  if (issues.length > LINES) lines.push(`  and ${issues.length - LINES} more`);
  throw new TallyError(
    "election-invalid",
    `This does not describe an election:\n${lines.join("\n")}`,
  );
}

/** Lines of a message, and characters of each part, that somebody would read. */
const LINES = 20;
const CHARACTERS = 300;

const cut = (text: string) => (text.length > CHARACTERS ? `${text.slice(0, CHARACTERS)}…` : text);

/** Such a key is no field: JSON can carry it, and most code then loses it or worse. */
function refuseProto(value: unknown): void {
  const open: unknown[] = [value];
  const seen = new WeakSet<object>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    if (ArrayBuffer.isView(next)) continue;
    seen.add(next);
    if (Object.hasOwn(next, "__proto__"))
      throw new TallyError(
        "election-invalid",
        'A field or candidate cannot be called "__proto__". Give the candidate another code.',
      );
    for (const own of Object.values(next)) open.push(own);
  }
}

/** What begins so in a draft is still to be filled in. */
const UNFILLED = "EDIT:";

const unfilled = (text: string) => `is still to be filled in:${text.slice(UNFILLED.length)}`;

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
  const { input } = issue;
  if (typeof input === "string" && input.startsWith(UNFILLED)) return unfilled(input);
  if (issue.code === "unrecognized_keys")
    return `has a field that is not known: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "is missing";
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input"))
    return `must be ${issue.expected === "array" ? "a list" : issue.expected === "string" ? "text" : "an object"}`;
  return issue.message;
}
