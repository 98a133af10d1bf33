import { TallyError } from "../model/error";
import { visible } from "../model/format";
import { csvRows, type CsvRow, votesColumn } from "./csv";
import type { AuditDraw, DrawnSheet } from "./draw";
import type { AuditReading } from "./readings";
import { firstDraws } from "./sheets-csv";
import { parseVenezuelanQr } from "./venezuelan-qr";

/** A filled-in entry sheet: the name of its file, and its text; a reader of its own unless one is named. */
export interface EntryFile {
  readonly name: string;
  readonly text: string;
  /** Who filled it in; files of one reader, for instance of several rounds, belong together. */
  readonly reader?: number;
}

/** Where two readers do not say the same of a sheet. */
export interface EntryDispute {
  readonly station: string;
  /** What each reader says, in the order of the files. */
  readonly said: readonly string[];
}

/** What entry sheets say together. */
export interface Entries {
  /** What all who read a sheet agree on. */
  readonly readings: readonly AuditReading[];
  /** Sheets that must be looked at together; they wait until the readers agree. */
  readonly disputes: readonly EntryDispute[];
  /** Stations that some reader has not read yet, but another one has. */
  readonly readOnce: readonly string[];
}

/**
 * Compares the entry sheets of readers who did not see each other's. A sheet counts as read when every reader has
 * read it and all say the same; one on which they differ waits until they have looked at it together and both
 * entry sheets are corrected.
 *
 * @throws TallyError `audit-reading` for an entry that is no count, or of a sheet that was not drawn;
 * `qr-invalid`
 * @example
 * ```ts
 * import { commitAudit, drawStations, makeAuditList, readEntries } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * const seed = { seed: "31415926535897932384", seedDate: "2025-05-07" };
 * const draw = drawStations(list, commitment, { ...seed, sheets: 1 });
 * const entry = (name, votes) => ({ name, text: `order,station,state,votes A,votes B,qr\n1,Hall,,${votes},\n` });
 * readEntries(draw, [entry("1.csv", "130,60"), entry("2.csv", "130,60")]).readings; // => [{ station: "Hall", votes: { A: 130, B: 60 } }]
 * readEntries(draw, [entry("1.csv", "130,60"), entry("2.csv", "139,60")]).disputes.length; // => 1
 * ```
 */
export function readEntries(draw: AuditDraw, files: readonly EntryFile[]): Entries {
  const byReader = readersOf(files).map((own) => entriesIn(own, draw));
  const readings: AuditReading[] = [];
  const disputes: EntryDispute[] = [];
  const readOnce: string[] = [];
  for (const { station } of firstDraws(draw)) {
    const entries = byReader.flatMap((entered) => entered.get(station) ?? []);
    const [first] = entries;
    if (first === undefined) continue;
    const said = entries.map((entry) => inWords(entry, draw));
    if (new Set(said).size > 1) disputes.push({ station, said });
    else if (entries.length < byReader.length) readOnce.push(station);
    else readings.push(first);
  }
  return { readings, disputes, readOnce };
}

const inWords = (reading: AuditReading, { commitment }: AuditDraw) =>
  "state" in reading
    ? reading.state
    : commitment.candidates.map((code) => `${code} ${reading.votes[code]}`).join(", ");

const refused = (message: string) => new TallyError("audit-reading", message);

/** The files of each reader. */
function readersOf(files: readonly EntryFile[]): EntryFile[][] {
  const readers = new Map<number, EntryFile[]>();
  for (const [at, file] of files.entries()) {
    const reader = file.reader ?? -1 - at;
    readers.set(reader, [...(readers.get(reader) ?? []), file]);
  }
  return [...readers.values()];
}

/** What one reader has filled in, by station. */
function entriesIn(files: readonly EntryFile[], draw: AuditDraw): Map<string, AuditReading> {
  const { candidates } = draw.commitment;
  const drawn = new Map(draw.sheets.map((sheet) => [sheet.order, sheet]));
  const entered = new Map<string, AuditReading>();
  for (const { name, text } of files) {
    const { columns, rows } = csvRows(text, name);
    const file = visible(name);
    const lacking = ["order", "station", "state", ...candidates.map(votesColumn)].filter(
      (column) => !columns.includes(column),
    );
    if (lacking.length > 0)
      throw refused(`${file} lacks columns of an entry sheet: ${lacking.map(visible).join(", ")}.`);
    for (const row of rows) {
      const where = `Line ${row.line} of ${file}`;
      const reading = readingIn(row, candidates, sheetOf(row, drawn, where), where);
      if (reading === undefined) continue;
      if (entered.has(reading.station))
        throw refused(`${where} has ${visible(reading.station)} a second time.`);
      entered.set(reading.station, reading);
    }
  }
  return entered;
}

function sheetOf(
  { cells }: CsvRow,
  drawn: ReadonlyMap<number, DrawnSheet>,
  where: string,
): DrawnSheet {
  const order = cells.get("order")!.trim();
  const sheet = /^\d+$/.test(order) ? drawn.get(Number(order)) : undefined;
  // Spreadsheets show some texts as text only with an apostrophe in front.
  const station = cells.get("station")!.trim().replace(/^'/, "");
  if (sheet?.station === station) return sheet;
  throw refused(
    sheet
      ? `${where} has the station ${visible(station)} in place ${order} of the draw, where ${visible(sheet.station)} was drawn.`
      : `${where} is in place "${visible(order)}", which is not in the draw. Only drawn sheets count.`,
  );
}

const STATES = ["missing", "unreadable"] as const;

/** What a row says of its sheet; undefined while nothing is filled in. */
function readingIn(
  { cells }: CsvRow,
  candidates: readonly string[],
  { station }: DrawnSheet,
  where: string,
): AuditReading | undefined {
  const state = cells.get("state")!.trim().toLowerCase();
  const qr = (cells.get("qr") ?? "").trim();
  const counts = candidates.map((code) => cells.get(votesColumn(code))!.trim());
  const filled = counts.filter((count) => count !== "").length;
  if ([state !== "", qr !== "", filled > 0].filter(Boolean).length > 1)
    throw refused(`${where} has more than one of a state, counts and a code. Leave one.`);
  if (state !== "") {
    const known = STATES.find((each) => each === state);
    if (known) return { station, state: known };
    throw refused(
      `${where} has the state "${visible(state)}"; it is empty, missing or unreadable.`,
    );
  }
  if (qr !== "") {
    const scanned = parseVenezuelanQr(qr);
    if (scanned.station !== station)
      throw refused(
        `${where} has the code of ${scanned.station}, and ${visible(station)} was drawn.`,
      );
    return { station, votes: scanned.votes };
  }
  if (filled === 0) return undefined;
  const votes = candidates.map((code, at) => {
    const text = counts[at]!;
    if (!/^\d{1,9}$/.test(text))
      throw refused(
        `${where} has "${visible(text)}" for ${visible(code)}, which is no count; write 0 where the sheet says 0.`,
      );
    return [code, Number(text)] as const;
  });
  return { station, votes: Object.fromEntries(votes) };
}
