import type { Column } from "../../model/election";
import { ABSENT, SHEET_COUNTS, type SheetCount } from "../../model/tallies";
import { ballotsOf, brokenRule, rulesOf, type SheetRules } from "../checks";
import { emptySheet } from "../sheet-reader";
import { LINE, SOURCE, type TallyTable } from "../table";
import { appendSheets } from "./append";
import { Places } from "./columns";
import type { PlainRows, PlainShape } from "./plain-rows";
import type { Taker, Target } from "./taker";

/** Fewer rows are not worth to be taken at once. */
const FEW = 8;

/** A row per station: each is a sheet. */
export function wideRows(target: Target): Taker | undefined {
  const { election, table, reader } = target;
  const { layout } = election;
  const places = new Places(target);
  const { columns } = places;
  const candidates = election.candidates.map(({ code }) =>
    columns.position(layout.candidates[code] as Column, "votes"),
  );
  const statedValid = columns.position(layout.validVotes, "count");
  const at = (name: SheetCount) => columns.position(layout[name], "count");
  const own = {
    invalidVotes: at("invalidVotes"),
    blankVotes: at("blankVotes"),
    ballotsCast: at("ballotsCast"),
    registeredVoters: at("registeredVoters"),
  };
  if (columns.isUnusual) return undefined;
  const shape = places.shape(reader, layout.delimiter, false);
  return new WideTaker(shape, table, places, candidates, statedValid, own, rulesOf(layout));
}

class WideTaker implements Taker {
  readonly worth = FEW;
  readonly #sheet = emptySheet();
  #ballotsCast = new Int32Array(0);
  /** What an optional candidate's votes are whose column the input lacks. */
  #zeros = new Int32Array(0);
  #lines = new Int32Array(0);
  #sources = new Int32Array(0);
  #codes: Int32Array[] = [];

  /** @param own columns of `SHEET_COUNTS` */
  constructor(
    readonly shape: PlainShape,
    private readonly table: TallyTable,
    private readonly places: Places,
    private readonly candidates: readonly number[],
    private readonly statedValid: number,
    private readonly own: Readonly<Record<SheetCount, number>>,
    private readonly rules: SheetRules,
  ) {}

  forget(): void {
    this.places.forget();
  }

  check(plain: PlainRows, rows: number, isBad: Uint8Array): void {
    const { counts, sums, isMissing, most } = plain;
    if (this.#ballotsCast.length < most) this.#makeRoom(most);
    const ballotsCast = this.#ballotsCast;
    const { rules } = this;
    const sheet = this.#sheet;
    const at = (position: number) => (position === -1 ? -1 : position * most);
    const stated = at(this.statedValid);
    const invalid = at(this.own.invalidVotes);
    const blank = at(this.own.blankVotes);
    const ballots = at(this.own.ballotsCast);
    const registered = at(this.own.registeredVoters);
    for (let row = 0; row < rows; row++) {
      sheet.validVotes = sums[row]!;
      sheet.invalidVotes = invalid === -1 ? ABSENT : counts[invalid + row]!;
      sheet.blankVotes = blank === -1 ? ABSENT : counts[blank + row]!;
      sheet.ballotsCast = ballots === -1 ? ABSENT : counts[ballots + row]!;
      sheet.registeredVoters = registered === -1 ? ABSENT : counts[registered + row]!;
      const statedValid = stated === -1 ? ABSENT : counts[stated + row]!;
      const isFine = isMissing[row] === 0 && brokenRule(sheet, statedValid, rules) === undefined;
      isBad[row] = isFine ? 0 : 1;
      ballotsCast[row] = ballotsOf(sheet, rules);
    }
  }

  #makeRoom(most: number): void {
    this.#ballotsCast = new Int32Array(most);
    this.#zeros = new Int32Array(most);
    this.#lines = new Int32Array(most);
    this.#sources = new Int32Array(most);
    this.#codes = this.table.regions.map(() => new Int32Array(most));
  }

  take(plain: PlainRows, from: number, to: number, firstLine: number): void {
    const { table } = this;
    const { counts, most } = plain;
    const length = to - from;
    const column = (position: number) =>
      counts.subarray(position * most + from, position * most + to);
    const ballots = this.#ballotsCast.subarray(from, to);
    const isGiven = ballots.some((value) => value !== ABSENT);
    const own = SHEET_COUNTS.map((name) => {
      if (name === "ballotsCast") return isGiven ? ballots : undefined;
      return this.own[name] === -1 ? undefined : column(this.own[name]);
    });
    this.#readRegions(plain, from, to);
    for (let row = 0; row < length; row++) this.#lines[row] = firstLine + row;
    const source = table.sourceNames.length - 1;
    const places = [];
    places[SOURCE] = source === 0 ? undefined : this.#sources.fill(source);
    places[LINE] = this.#lines;
    const { keys, keyEnds, keyHashes } = plain;
    appendSheets(table, length, {
      counts: [
        ...this.candidates.map((position) => (position === -1 ? this.#zeros : column(position))),
        plain.sums.subarray(from, to),
        ...own,
      ],
      keys: {
        bytes: keys,
        start: from === 0 ? 0 : keyEnds[from - 1]!,
        ends: keyEnds.subarray(from, to),
        hashes: keyHashes.subarray(from, to),
      },
      regionCodes: this.#codes,
      places,
    });
    table.read += length;
  }

  #readRegions(plain: PlainRows, from: number, to: number): void {
    const { table, places } = this;
    const { isNewText } = plain;
    const codes = this.#codes;
    for (let row = from; row < to;) {
      places.look(plain, row);
      const own = table.codes(places.regions());
      const next = isNewText.indexOf(1, row + 1);
      const end = next === -1 || next > to ? to : next;
      for (let level = 0; level < codes.length; level++)
        codes[level]!.fill(own[level]!, row - from, end - from);
      row = end;
    }
  }
}
