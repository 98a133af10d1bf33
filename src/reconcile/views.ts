import { ABSENT, SHEET_COUNTS, type SheetCount, Tallies } from "../model/tallies";
import type { Joined } from "./join";

/** A column of counts, station by station. */
type Column = Int32Array | undefined;

/**
 * The first transcription with what the second reads at the shared stations. What a sheet of the second
 * does not give stays as the first has it.
 */
export function corrected(
  a: Tallies,
  b: Tallies,
  { other }: Joined,
  votesB: readonly Int32Array[],
): Tallies {
  const taken = (own: Column, others: Column): Int32Array | undefined => {
    if (own === undefined && others === undefined) return undefined;
    const column = own?.slice() ?? new Int32Array(a.length).fill(ABSENT);
    if (others === undefined) return column;
    for (let index = 0; index < column.length; index++) {
      const place = other[index]!;
      if (place !== -1 && others[place] !== ABSENT) column[index] = others[place]!;
    }
    return column;
  };
  return withColumns(a, {
    votes: a.columns.votes.map((votes, at) => taken(votes, votesB[at])!),
    validVotes: taken(a.columns.validVotes, b.columns.validVotes)!,
    ...countColumns((name) => taken(a.columns[name], b.columns[name])),
  });
}

/** The first transcription, and behind it the stations that only the second has. */
export function united(
  a: Tallies,
  b: Tallies,
  { onlyOther }: Joined,
  votesB: readonly Int32Array[],
): Tallies {
  const length = a.length + onlyOther.length;
  const joined = (own: Column, others: Column): Int32Array | undefined => {
    if (own === undefined && others === undefined) return undefined;
    const column = new Int32Array(length).fill(ABSENT);
    if (own) column.set(own);
    if (others) onlyOther.forEach((place, at) => (column[a.length + at] = others[place]!));
    return column;
  };
  const stations = [...a.columns.stations];
  for (const place of onlyOther) stations.push(b.columns.stations.at(place)!);
  const sourceIndex = joined(
    a.columns.sourceIndex,
    b.columns.sourceIndex.map((at) => at + a.sources.length),
  )!;
  return new Tallies(
    {
      ...a.columns,
      stations,
      votes: a.columns.votes.map((votes, at) => joined(votes, votesB[at])!),
      validVotes: joined(a.columns.validVotes, b.columns.validVotes)!,
      ...countColumns((name) => joined(a.columns[name], b.columns[name])),
      regions: a.columns.regions.map((column, level) => regionsOf(column, level, b, onlyOther)),
      sourceIndex,
      lines: joined(a.columns.lines, b.columns.lines)!,
    },
    [...a.sources, ...b.sources],
    a.rows,
    a.issues,
    a.register,
  );
}

/**
 * The second transcription, with the registered voters of the first where it has none: they are the
 * roll's and not the sheet's votes, and without them other verdicts would come from what one file leaves
 * out, and not from how it was read.
 */
export function withRegistered(b: Tallies, a: Tallies, { other }: Joined): Tallies {
  const known = a.columns.registeredVoters;
  if (known === undefined || (b.columns.registeredVoters?.includes(ABSENT) ?? true) === false)
    return b;
  const registered = b.columns.registeredVoters?.slice() ?? new Int32Array(b.length).fill(ABSENT);
  for (let index = 0; index < other.length; index++) {
    const place = other[index]!;
    if (place !== -1 && registered[place] === ABSENT) registered[place] = known[index]!;
  }
  return withColumns(b, { registeredVoters: registered });
}

function regionsOf(
  { name, paths, codes }: Tallies["columns"]["regions"][number],
  level: number,
  b: Tallies,
  onlyOther: Int32Array,
) {
  const others = b.columns.regions.find((column) => column.name === name);
  const known = new Map(paths.map((path, code) => [JSON.stringify(path), code]));
  const all = [...paths];
  const codeOf = (path: readonly string[]) => {
    const key = JSON.stringify(path);
    if (!known.has(key)) known.set(key, all.push(path) - 1);
    return known.get(key)!;
  };
  // Another file may name regions otherwise, or not at all: then these stations are of none.
  const nowhere = Array.from({ length: level + 1 }, () => "");
  const own = new Int32Array(codes.length + onlyOther.length);
  own.set(codes);
  onlyOther.forEach((place, at) => {
    own[codes.length + at] = codeOf(others ? others.paths[others.codes[place]!]! : nowhere);
  });
  return { name, paths: all, codes: own };
}

const countColumns = (columnOf: (name: SheetCount) => Column) =>
  Object.fromEntries(
    SHEET_COUNTS.flatMap((name) => {
      const column = columnOf(name);
      return column ? [[name, column]] : [];
    }),
  ) as Partial<Record<SheetCount, Int32Array>>;

const withColumns = (tallies: Tallies, columns: Partial<Tallies["columns"]>) =>
  new Tallies(
    { ...tallies.columns, ...columns },
    tallies.sources,
    tallies.rows,
    tallies.issues,
    tallies.register,
  );
