import { type Issue, makeIssue } from "../model/issue";
import { ABSENT, SHEET_COUNTS } from "../model/tallies";
import type { NumberColumns } from "./columns";
import type { FieldReader } from "./fields";
import type { Header } from "./header";
import type { KeyList } from "./key-list";
import {
  type BrokenRow,
  COUNTS,
  FIRST_RUN,
  LAST_RUN,
  type OpenSheets,
  LINE as OPENED_ON,
  NEXT_RUN,
  PATH,
  ROW,
  RUN_LINE,
  RUN_SOURCE,
  SOURCE as OPENED_IN,
  STATED_VALID,
} from "./open-sheets";
import type { PartPath } from "./part-paths";
import type { Part } from "./parts";
import type { SkippedRows } from "./skipped";
import { LINE, SOURCE, type TallyTable } from "./table";

// What was read of a section of an input, as data that can go from one thread to another, and how it is
// put behind what was read before it. The large arrays are those of the reading itself: after a `take`
// nothing may be added to it.

/** Numbers by column; a column in which all are the usual one is left out. */
export interface NumberBlock {
  readonly length: number;
  readonly columns: readonly (Int32Array | undefined)[];
}

function takeNumbers(numbers: NumberColumns): NumberBlock {
  numbers.sort();
  return { length: numbers.length, columns: numbers.columns };
}

type Change = (value: number) => number;

/** With room for some more, so that not each section moves all that is there; it is not memory before it is used. */
const grown = (length: number) => Math.ceil(1.25 * length);

/** @param changed by column, what becomes of its numbers */
export function appendNumbers(
  to: NumberColumns,
  { length, columns }: NumberBlock,
  changed: Readonly<Record<number, Change>> = {},
): void {
  to.sort();
  const [from, end] = [to.length, to.length + length];
  if (end > to.capacity) to.resize(grown(end));
  for (const [column, usual] of to.usual.entries()) {
    const change = changed[column];
    const added = columns[column];
    if (!added && !to.columns[column] && (change?.(usual) ?? usual) === usual) continue;
    const values = to.columns[column] ?? to.made(column);
    if (added) values.set(added.subarray(0, length), from);
    else values.fill(usual, from, end);
    if (change) for (let row = from; row < end; row++) values[row] = change(values[row]!);
  }
  to.length = to.sorted = end;
}

/** Keys one after the other, where the first starts and where each ends, and their hashes. */
export interface KeyBlock {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
}

const takeKeys = ({ length, bytes, ends, hashes }: KeyList): KeyBlock => ({
  length,
  bytes,
  start: 0,
  ends,
  hashes,
});

/** For keys of which none has been looked for. */
export function appendKeys(to: KeyList, { length, bytes, start, ends, hashes }: KeyBlock): void {
  if (length === 0) return;
  const place = to.startOf(to.length);
  const end = ends[length - 1]!;
  const [keys, all] = [to.length + length, place + end - start];
  if (keys > to.ends.length || all > to.bytes.length) to.makeRoom(grown(keys), grown(all));
  to.bytes.set(bytes.subarray(start, end), place);
  to.hashes.set(hashes.subarray(0, length), to.length);
  const moved = place - start;
  const allEnds = to.ends;
  for (let key = 0, row = to.length; key < length; key++, row++) allEnds[row] = moved + ends[key]!;
  to.length += length;
}

/** The rows that were skipped because they are empty, and by a rule. */
export type SkippedBlock = readonly [blank: SkippedRows["lines"], skipped: SkippedRows["lines"]];

export const takeSkipped = ({ blank, skipped }: FieldReader): SkippedBlock => [
  blank.lines,
  skipped.lines,
];

export function appendSkipped(to: FieldReader, block: SkippedBlock, lines: number): void {
  for (const [at, rows] of [to.blank, to.skipped].entries())
    for (const [reason, { count, ranges }] of block[at]!)
      rows.addAll(
        reason,
        count,
        ranges.map(([first, last]) => [first + lines, last + lines]),
      );
}

/** What a {@link TallyTable} holds before its rows are settled. */
export interface TableBlock {
  readonly read: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly issues: readonly Issue[];
  readonly keys: KeyBlock;
  readonly counts: NumberBlock;
  readonly regionCodes: NumberBlock;
  /** By level, the path of each code. */
  readonly regionPaths: readonly (readonly (readonly string[])[])[];
  readonly places: NumberBlock;
  readonly rejectedVotes: ReadonlyMap<string, number>;
}

export const takeTable = (table: TallyTable, firstIssue: number): TableBlock => ({
  read: table.read,
  rejected: table.rejected,
  skipped: table.skipped,
  issues: table.issues.slice(firstIssue),
  keys: takeKeys(table.keys),
  counts: takeNumbers(table.counts),
  regionCodes: takeNumbers(table.regionCodes),
  regionPaths: table.regions.map(({ paths }) => paths),
  places: takeNumbers(table.places),
  rejectedVotes: table.rejectedVotes,
});

/** @param lines of the input that come before the section */
export function appendTable(to: TallyTable, block: TableBlock, lines: number): void {
  to.read += block.read;
  to.rejected += block.rejected;
  to.skipped += block.skipped;
  for (const { code, line, ...details } of block.issues)
    to.issues.push(makeIssue(code, { ...details, line: line && line + lines }));
  for (const [station, votes] of block.rejectedVotes) to.rejectVotes(station, votes);
  appendKeys(to.keys, block.keys);
  appendNumbers(to.counts, block.counts);
  const codes = block.regionPaths.map((paths, level) => {
    const own = Int32Array.from(paths, (path) => to.codes(path)[level]!);
    return (code: number) => own[code]!;
  });
  to.lastRegions = undefined;
  appendNumbers(to.regionCodes, block.regionCodes, codes);
  const source = to.sourceNames.length - 1;
  appendNumbers(to.places, block.places, {
    [SOURCE]: () => source,
    [LINE]: (line) => line + lines,
  });
}

/** What {@link OpenSheets} hold before they are settled. */
export interface SheetsBlock {
  readonly keys: KeyBlock;
  readonly sheets: NumberBlock;
  readonly votes: NumberBlock;
  readonly runs: NumberBlock;
  readonly parts: readonly Part[];
  /** By path, its parts. */
  readonly paths: readonly (readonly number[])[];
  /** Each list of regions once, and by sheet, which one. */
  readonly regions: { readonly names: readonly (readonly string[])[]; readonly of: Int32Array };
  readonly broken: ReadonlyMap<number, BrokenRow>;
  readonly unattributed: boolean;
}

export function takeSheets(open: OpenSheets): SheetsBlock {
  open.endRun();
  const names = [...new Set(open.regions)];
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    keys: takeKeys(open.keys),
    sheets: takeNumbers(open.sheets),
    votes: takeNumbers(open.votes),
    runs: takeNumbers(open.runs),
    parts: open.parts.all,
    paths: open.paths.all.map(({ parts }) => parts),
    regions: { names, of: Int32Array.from(open.regions, (name) => places.get(name)!) },
    broken: open.broken,
    unattributed: open.unattributed,
  };
}

/** By path of a section's sheets, its number among those of all; undefined where there is no room for it. */
export function pathsIn(to: OpenSheets, { parts, paths }: SheetsBlock): number[] | undefined {
  const numbers = parts.map(
    ({ label: [text, ...modes] }) => to.parts.part(to.parts.value(text!)!, modes).number,
  );
  const own: number[] = [];
  for (const path of paths) {
    let known: PartPath | undefined = to.paths.none;
    for (const part of path) known = known && to.paths.follow(known, numbers[part]!);
    if (known === undefined) return undefined;
    own.push(known.number);
  }
  return own;
}

/**
 * Sheets of the same station are put together later, because to look for each takes longer than to
 * read it.
 *
 * @param paths what {@link pathsIn} found
 * @param lines of the input that come before the section
 * @param header of the input
 */
export function appendSheets(
  to: OpenSheets,
  block: SheetsBlock,
  paths: readonly number[],
  lines: number,
  header: Header,
): void {
  to.forget();
  const before = to.sheets.length;
  const [rowsBefore, runsBefore] = [to.votes.length, to.runs.length];
  const source = to.readers.length - 1;
  const run = (own: number) => (own === ABSENT ? ABSENT : own + runsBefore);
  appendNumbers(to.votes, block.votes);
  appendNumbers(to.runs, block.runs, {
    [ROW]: (row) => row + rowsBefore,
    [RUN_LINE]: (line) => line + lines,
    [RUN_SOURCE]: () => source,
    [NEXT_RUN]: run,
    [PATH]: (path) => paths[path]!,
  });
  appendKeys(to.keys, block.keys);
  to.keys.index = undefined;
  appendNumbers(to.sheets, block.sheets, {
    [OPENED_IN]: () => source,
    [OPENED_ON]: (line) => line + lines,
    [FIRST_RUN]: run,
    [LAST_RUN]: run,
  });
  const { names, of } = block.regions;
  for (const name of of) to.regions.push(names[name]!);
  for (const [sheet, { line, ...broken }] of block.broken)
    to.broken.set(sheet + before, { ...broken, line: line + lines });
  to.unattributed ||= block.unattributed;
  to.statedBy[source] ??= statedIn(to, header);
  to.merge = () => mergeSheets(to);
}

/** An input that lacks an optional column says nothing of that count, not that it is absent. */
const statedIn = ({ election: { layout } }: OpenSheets, header: Header): readonly number[] =>
  [...SHEET_COUNTS.keys()].filter((count) => {
    const column = layout[SHEET_COUNTS[count]!];
    return column !== undefined && header.find(column) !== undefined;
  });

/** Puts what was read of a station in several sections together, as its rows say it one after the other. */
function mergeSheets(to: OpenSheets): void {
  to.merge = undefined;
  const { sheets, broken } = to;
  for (const [first, copies] of to.keys.repeated())
    for (const copy of copies) {
      if (to.merged.has(copy)) continue;
      to.merged.add(copy);
      // The last row that states a count holds.
      for (const count of to.statedBy[sheets.get(copy, OPENED_IN)] ?? [])
        sheets.set(first, COUNTS + count, sheets.get(copy, COUNTS + count));
      const statedValid = sheets.get(copy, STATED_VALID);
      if (statedValid !== ABSENT) sheets.set(first, STATED_VALID, statedValid);
      const run = sheets.get(copy, FIRST_RUN);
      if (run !== ABSENT) to.chain(first, run, sheets.get(copy, LAST_RUN));
      const row = broken.get(copy);
      if (row && !broken.has(first)) broken.set(first, row);
      broken.delete(copy);
    }
}

/** The large memory of a section, to be handed over and not copied. */
export function buffersOf({
  table,
  sheets,
}: {
  table: TableBlock;
  sheets?: SheetsBlock | undefined;
}) {
  const numbers = [table.counts, table.regionCodes, table.places];
  if (sheets) numbers.push(sheets.sheets, sheets.votes, sheets.runs);
  const keys = sheets ? [table.keys, sheets.keys] : [table.keys];
  const arrays = [
    ...numbers.flatMap(({ columns }) => columns.filter((column) => column !== undefined)),
    ...keys.flatMap(({ bytes, ends, hashes }) => [bytes, ends, hashes]),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
