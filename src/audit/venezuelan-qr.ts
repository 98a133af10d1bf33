import { TallyError } from "../model/error";
import { visible } from "../model/format";

/** What the code on a tally sheet says. */
export interface QrReading {
  /** Key of the station as in the tallies of Venezuela, 2024: `201301006/01`. */
  readonly station: string;
  /** Votes by candidate code. */
  readonly votes: Readonly<Record<string, number>>;
  readonly validVotes: number;
  readonly invalidVotes: number;
  readonly blankVotes: number;
}

/** Ballot places of each candidate: one for each party that supported the candidate, from 0. */
const PLACES: Readonly<Record<string, readonly [first: number, last: number]>> = {
  EG: [33, 35],
  NM: [0, 12],
  LM: [13, 18],
  JABE: [19, 19],
  JOBR: [20, 23],
  AE: [24, 29],
  CF: [30, 30],
  DC: [31, 32],
  EM: [36, 36],
  BERA: [37, 37],
};
const PLACE_COUNT = 38;

/**
 * Reads the QR code of a tally sheet of Venezuela's presidential election of 28 July 2024, as a scanner gives it:
 * `CENTRE.MESA.1.0001!38 counts!null votes!blank votes`. A candidate's votes are the sum over the parties that
 * supported the candidate.
 *
 * The code carries no signature: it says what is printed on the sheet, and not that the sheet is genuine.
 *
 * @throws TallyError `qr-invalid`, saying what is wrong
 * @example
 * ```ts
 * import { parseVenezuelanQr } from "tallyproof";
 *
 * const parties = [90, ...Array(32).fill(0), 150, 20, 30, 0, 2];
 * const reading = parseVenezuelanQr(`201301006.01.1.0001!${parties.join(",")}!4!0`);
 * reading.station; // => "201301006/01"
 * reading.votes["EG"]; // => 200
 * reading.validVotes; // => 292
 * ```
 */
export function parseVenezuelanQr(text: string): QrReading {
  const parts = text.trim().split("!");
  if (parts.length !== 4)
    throw invalid(`has ${parts.length} parts and not 4: station, votes, null and blank votes`);
  const [station = "", list = "", invalidText = "", blankText = ""] = parts;
  const key = /^(\d{9})\.(\d{2})\.1\.0001$/.exec(station);
  if (!key)
    throw invalid(
      `has the station "${visible(station)}", which is no centre of 9 digits and mesa of 2, such as 201301006.01.1.0001`,
    );
  const places = list.split(",");
  if (places.length !== PLACE_COUNT)
    throw invalid(
      `has ${places.length} counts of votes and not ${PLACE_COUNT}, one for each place on the ballot`,
    );
  const counts = places.map((place, at) => countOf(place, `place ${at + 1}`));
  const sumOf = ([first, last]: readonly [number, number]) =>
    counts.slice(first, last + 1).reduce((sum, each) => sum + each, 0);
  const votes = Object.fromEntries(
    Object.entries(PLACES).map(([code, range]) => [code, sumOf(range)]),
  );
  return {
    station: `${key[1]}/${key[2]}`,
    votes,
    validVotes: sumOf([0, PLACE_COUNT - 1]),
    invalidVotes: countOf(invalidText, "the null votes"),
    blankVotes: countOf(blankText, "the blank votes"),
  };
}

const invalid = (problem: string) =>
  new TallyError("qr-invalid", `The QR code ${problem}. Scan it again, or read the sheet by eye.`);

/** A station has no more than some thousand voters, so six digits are enough. */
function countOf(text: string, where: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw invalid(`has "${visible(text)}" at ${where}, which is no count`);
  return Number(text);
}
