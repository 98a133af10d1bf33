import { type RegisterUse, SHEET_COUNTS, Tallies, type TallyColumns } from "../model/tallies";

/** The tallies of some stations: those that have the code; and what a register says, if it says it of all. */
export function pick(
  { columns, sources, rows, issues }: Tallies,
  codes: Int32Array,
  code: number,
  register?: RegisterUse,
): Tallies {
  const indices: number[] = [];
  for (let at = 0; at < codes.length; at++) if (codes[at] === code) indices.push(at);
  const of = (values: Int32Array) => Int32Array.from(indices, (index) => values[index]!);
  const optional = SHEET_COUNTS.flatMap((name) =>
    columns[name] === undefined ? [] : [[name, of(columns[name])] as const],
  );
  const picked: TallyColumns = {
    candidates: columns.candidates,
    stations: indices.map((index) => columns.stations.at(index)!),
    votes: columns.votes.map(of),
    validVotes: of(columns.validVotes),
    ...Object.fromEntries(optional),
    regions: columns.regions.map((region) => ({ ...region, codes: of(region.codes) })),
    sourceIndex: of(columns.sourceIndex),
    lines: of(columns.lines),
  };
  return new Tallies(picked, sources, rows, issues, register);
}
