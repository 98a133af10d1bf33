import type { ColumnProfile } from "./columns";

/** Which columns seem to play which part; all by name, or `column N` where there is none. */
export interface Roles {
  readonly station: readonly string[];
  readonly candidates: readonly string[];
  readonly validVotes?: string;
  readonly invalidVotes?: string;
  readonly blankVotes?: string;
  readonly ballotsCast?: string;
  readonly registeredVoters?: string;
  readonly regions: readonly string[];
  /** Of tables with a row per station and candidate: where the candidate and the votes stand. */
  readonly rows?: {
    readonly candidate: string;
    readonly votes: string;
    /** The column that tells several contests apart, and the contest that comes first. */
    readonly contest?: { readonly column: string; readonly first: string };
  };
}

type Rows = readonly (readonly string[])[];

// Names help where arithmetic does not: words of several languages, compared without accents.
const HINTS = {
  invalidVotes: /nul|invalid|spoil|reject|inval|недейств/,
  blankVotes: /blan|blank|weiss|biale/,
  registeredVoters:
    /inscri|regist|^re$|elector|voter|votante|padron|roll|eligible|wahlberecht|избирател|списк/,
  ballotsCast: /cast|emitid|turnout|ballots|sufragi|uprawn|выдан|погаш|бюллетен/,
  station:
    /mesa|acta|station|polling|secti|secci|centro|centre|center|booth|recinto|bureau|precinct|sala|hall|участ|уик|code|codigo|^id$/,
  contest: /elec|office|contest|race|cargo|eleicao|scrutin|vote ?type/,
  candidate: /cand|part|lista|list|option|choice|^for$|agrupa|formula/,
  sum: /^otr|^other|total|^suma?$|autres|andere/,
  place: /^lat|^lon|^cod|year|date|fecha/,
} as const;

const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const labelOf = ({ label }: ColumnProfile) => label;

export function guessRoles(
  columns: readonly ColumnProfile[],
  rows: Rows,
): { roles: Roles; notes: string[] } {
  const notes: string[] = [];
  const counts = columns.filter(({ kind }) => kind === "count" || kind === "mixed");
  const named = (hint: keyof typeof HINTS, among = counts) =>
    among.find(({ name }) => HINTS[hint].test(plain(name)));

  const invalidVotes = named("invalidVotes");
  const blankVotes = named("blankVotes");
  const registeredVoters = named("registeredVoters");
  const apart = [invalidVotes, blankVotes, registeredVoters];
  // Invalid votes are often 0, so that sums agree with them as well: first without them.
  const sum =
    findSum(
      counts.filter((column) => !apart.includes(column)),
      rows,
    ) ?? findSum(counts, rows);
  const votes = new Set(sum?.parts);
  const single = findKey(columns, votes, rows, 1);
  const long = single.length > 0 || sum ? undefined : findLong(columns, rows);
  const key = single.length > 0 || long ? single : findKey(columns, votes, rows, 2);
  const spare = [...apart, sum?.total];
  const perGroup = registeredVoters && groupOf(registeredVoters, columns, rows);
  const candidates =
    sum?.parts ??
    counts.filter(
      (column) =>
        !spare.includes(column) &&
        !key.includes(column) &&
        !HINTS.place.test(plain(column.name)) &&
        !HINTS.sum.test(plain(column.name)) &&
        !HINTS.ballotsCast.test(plain(column.name)) &&
        !HINTS.station.test(plain(column.name)),
    );
  const station = long?.station ?? key;

  if (sum)
    notes.push(
      `In ${sum.right} of ${sum.of} rows ${sum.parts.length} columns from "${labelOf(sum.parts[0]!)}" to ` +
        `"${labelOf(sum.parts.at(-1)!)}" add up to "${labelOf(sum.total)}": candidates and valid votes.`,
    );
  else notes.push("No columns add up to another one: the candidates are guessed by name and kind.");
  const sums = sum ? undefined : named("sum");
  if (sums) notes.push(`"${labelOf(sums)}" is left out: by its name it is a sum of others.`);
  if (perGroup)
    notes.push(
      `"${labelOf(registeredVoters)}" is the same on all rows of one "${labelOf(perGroup)}", so it is not ` +
        "of the station; it is left out, because bounds would be too low with it.",
    );
  if (station.length === 0)
    notes.push("No one, two or three columns together name each row once: say what a station is.");
  else {
    const parts = long ? [long.candidate, ...(long.contest ? [long.contest] : [])] : [];
    const repeated = duplicates([...station, ...parts], rows);
    notes.push(
      `${station.map((column) => `"${labelOf(column)}"`).join(" and ")} ` +
        `${station.length === 1 ? "names" : "together name"} each ${long ? "sheet" : "station"} once` +
        (repeated === 0 ? "." : `, but for ${repeated} rows that repeat another.`),
    );
  }
  for (const { odd, kind, ...column } of columns)
    if (kind === "mixed")
      notes.push(
        `"${column.name || column.position}" holds counts, but also ${odd.map((text) => JSON.stringify(text)).join(", ")}.`,
      );
  if (long?.contest)
    notes.push(
      `"${labelOf(long.contest)}" tells ${long.contest.distinct} contests apart; the draft takes ` +
        `"${long.contest.examples[0]}" and skips the others.`,
    );
  if (long)
    notes.push(
      `There seems to be a row for each station and "${labelOf(long.candidate)}", with ` +
        `${long.candidate.distinct} values, and the votes in "${labelOf(long.votes)}".`,
    );

  const regions = columns.filter(
    (column) =>
      column.kind === "text" &&
      !station.includes(column) &&
      column !== long?.candidate &&
      column.distinct > 1 &&
      column.distinct <= rows.length / 5,
  );
  regions.sort((a, b) => a.distinct - b.distinct || a.position - b.position);
  const label = (column: ColumnProfile | undefined) => column && labelOf(column);
  const optional = {
    validVotes: label(sum?.total),
    invalidVotes: label(invalidVotes),
    blankVotes: label(blankVotes),
    registeredVoters: perGroup ? undefined : label(registeredVoters),
  };
  return {
    roles: {
      station: station.map(labelOf),
      candidates: long ? [] : candidates.map(labelOf),
      ...Object.fromEntries(Object.entries(optional).filter(([, name]) => name !== undefined)),
      regions: regions.slice(0, 4).map(labelOf),
      ...(long
        ? {
            rows: {
              candidate: labelOf(long.candidate),
              votes: labelOf(long.votes),
              ...(long.contest
                ? { contest: { column: labelOf(long.contest), first: long.contest.examples[0]! } }
                : {}),
            },
          }
        : {}),
    },
    notes,
  };
}

/** The column within whose values another is always the same, though rows share them: its owner. */
function groupOf(column: ColumnProfile, columns: readonly ColumnProfile[], rows: Rows) {
  return columns.find((group) => {
    if (group === column || group.distinct < 2 || group.distinct > 0.9 * rows.length) return false;
    const values = new Map<string, Set<string>>();
    for (const row of rows) {
      const own = values.get(row[group.position - 1]!) ?? new Set();
      values.set(row[group.position - 1]!, own.add(row[column.position - 1]!));
    }
    return (
      group.distinct >= column.distinct && [...values.values()].every(({ size }) => size === 1)
    );
  });
}

/** Rows on which sums are tried before all are checked, and the part that must agree. */
const TRIED = 50;
const AGREEING = 0.95;

/** Columns of counts among which sums are looked for: more candidates than any ballot has. */
const MOST_SUMMED = 200;

/** Neighbouring columns of counts that add up to another column: the longest such run. */
function findSum(counts: readonly ColumnProfile[], rows: Rows) {
  if (counts.length > MOST_SUMMED) return undefined;
  const numbers = rows
    .map((row) =>
      counts.map(({ position }) => {
        const text = row[position - 1]?.trim() ?? "";
        return /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
      }),
    )
    .filter((row) => row.some((number) => number > 0));
  const sample = numbers.slice(0, TRIED).map((row) => {
    const sums = [0];
    for (const number of row) sums.push(sums.at(-1)! + number);
    return { row, sums };
  });
  const agreeing = (sums: readonly number[], totals: readonly number[]) => {
    const right = sums.filter((sum, at) => sum === totals[at]).length;
    return right > 0 && right >= AGREEING * sums.filter((sum) => !Number.isNaN(sum)).length;
  };
  for (let length = counts.length - 1; length >= 2; length--)
    for (let from = 0; from + length <= counts.length; from++) {
      const parts = counts.slice(from, from + length);
      if (parts.at(-1)!.position - parts[0]!.position !== length - 1) continue;
      const sums = sample.map(({ sums }) => sums[from + length]! - sums[from]!);
      const at = counts.findIndex(
        (_, column) =>
          (column < from || column >= from + length) &&
          agreeing(
            sums,
            sample.map(({ row }) => row[column]!),
          ),
      );
      if (at === -1) continue;
      const all = numbers.map((row) =>
        row.slice(from, from + length).reduce((sum, number) => sum + number, 0),
      );
      const totals = numbers.map((row) => row[at]!);
      if (!agreeing(all, totals)) continue;
      const right = all.filter((sum, row) => sum === totals[row]).length;
      return { parts, total: counts[at]!, right, of: numbers.length };
    }
  return undefined;
}

const keyOf = (columns: readonly ColumnProfile[], row: readonly string[]) =>
  JSON.stringify(columns.map(({ position }) => row[position - 1]?.trim()));

const duplicates = (columns: readonly ColumnProfile[], rows: Rows) =>
  rows.length - new Set(rows.map((row) => keyOf(columns, row))).size;

/** Part of the rows that may repeat a key: sheets are sometimes there twice. */
const REPEATED = 0.02;

/** The fewest columns that name each row, such as are called like a station before others. */
function findKey(
  columns: readonly ColumnProfile[],
  votes: ReadonlySet<ColumnProfile>,
  rows: Rows,
  most: 1 | 2,
): ColumnProfile[] {
  const able = columns
    .filter((column) => !votes.has(column) && column.kind !== "link" && column.kind !== "empty")
    .filter(({ missing, distinct }) => missing <= REPEATED * rows.length && distinct > 1)
    .filter(({ name }) => !HINTS.registeredVoters.test(plain(name)))
    .filter((column) => column.kind !== "count" || isStation(column) || column.position === 1)
    .sort((a, b) => Number(isStation(b)) - Number(isStation(a)) || a.position - b.position)
    .slice(0, 10);
  const unique = (key: readonly ColumnProfile[]) => duplicates(key, rows) <= REPEATED * rows.length;
  // What is called like a station comes first; without any such name, one column must do.
  const singles = (able.some(isStation) ? able.filter(isStation) : able).map((column) => [column]);
  if (most === 1) return able.some(isStation) ? (singles.find(unique) ?? []) : [];
  const pairs = able.flatMap((first, at) =>
    able
      .slice(at + 1)
      .filter((second) => first.distinct * second.distinct >= rows.length)
      .map((second) => [first, second]),
  );
  return inOrder(
    pairs.filter((pair) => pair.some(isStation)).find(unique) ?? singles.find(unique) ?? [],
  );
}

const isStation = ({ name }: ColumnProfile) => HINTS.station.test(plain(name));
const inOrder = (key: ColumnProfile[]) => key.sort((a, b) => a.position - b.position);

/** Most values that a column of candidates has. */
const MOST_CANDIDATES = 200;

/** Contests that one file holds. */
const MOST_CONTESTS = 20;

/** Columns of counts that a table with a row per candidate has beside its keys. */
const MOST_COUNTS = 3;

/** A station key and a column of few names that together name each row, and one of counts. */
function findLong(columns: readonly ColumnProfile[], rows: Rows) {
  const few = columns.filter(
    ({ name, kind, distinct, missing }) =>
      (kind === "text" || HINTS.candidate.test(plain(name))) &&
      missing === 0 &&
      distinct > 1 &&
      distinct <= MOST_CANDIDATES,
  );
  few.sort((a, b) => Number(isCandidate(b)) - Number(isCandidate(a)));
  for (const candidate of few) {
    const rest = columns.filter((column) => column !== candidate);
    const key = rest.some(isStation) ? rest.filter(isStation) : rest.slice(0, 1);
    for (const station of [...key.map((column) => [column]), key.slice(0, 2)]) {
      const contest = rest.find(
        (column) =>
          column.distinct > 1 &&
          column.distinct <= MOST_CONTESTS &&
          !station.includes(column) &&
          HINTS.contest.test(plain(column.name)),
      );
      const counts = rest.filter(
        (column) => column.kind === "count" && !station.includes(column) && !isStation(column),
      );
      if (station.length === 0 || counts.length === 0 || counts.length > MOST_COUNTS) continue;
      const votes = counts.at(-1)!;
      if (duplicates([...station, candidate], rows) <= REPEATED * rows.length)
        return { station, candidate, votes, contest: undefined };
      if (contest && duplicates([...station, contest, candidate], rows) <= REPEATED * rows.length)
        return { station, candidate, votes, contest };
    }
  }
  return undefined;
}

const isCandidate = ({ name }: ColumnProfile) => HINTS.candidate.test(plain(name));
