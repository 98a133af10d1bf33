import { TallyError } from "../model/error";
import type { Tallies } from "../model/tallies";
import { Random } from "../statistics/random";
import { hasTurnout } from "./model";
import { type Sheets, sheetsOf } from "./sheets";
import { talliesOf } from "./simulate";

/** Named ways in which sheets can be changed, to see which tests would notice. */
export const TAMPERINGS = ["stuffing", "transfer", "invention", "rounding"] as const;

/** Name of a tampering; {@link tamper} says what each does. */
export type Tampering = (typeof TAMPERINGS)[number];

/** What {@link tamper} changes. */
export interface TamperOptions {
  readonly tampering: Tampering;
  /** Share of the stations, 0 to 1, drawn by the seed. */
  readonly stations: number;
  /** Code of the candidate who gains, and of the one who loses. */
  readonly to: string;
  readonly from: string;
  readonly seed: string;
}

/** What a changed station's sheet becomes; the columns are changed in place. */
type Change = (
  sheets: Sheets,
  at: number,
  to: Int32Array,
  from: Int32Array,
  random: Random,
) => void;

/** Of those who did not vote, so many are made to have voted. */
const STUFFED = 0.3;
/** The same of the valid votes, where the registered voters are not known. */
const STUFFED_OF_VALID = 0.2;
/** Of the loser's votes so many change sides. */
const TRANSFERRED = 0.3;

/**
 * Tallies in which a share of the stations is changed in a known way, for measuring which tests notice it:
 *
 * - `stuffing`: `to` gets the ballots of 30 % of those who did not vote (or a fifth of the valid votes,
 *   where the registered voters are not known);
 * - `transfer`: 30 % of the votes of `from` become votes of `to`;
 * - `invention`: the last two digits of both are made up by someone who avoids repeating a digit, likes
 *   neighbours, and shuns 0 and 5;
 * - `rounding`: the share of `to` is set to the next whole percentage, from votes of `from`.
 *
 * @throws TallyError `usage-invalid`
 * @example
 * ```ts
 * import { readTallies, tamper } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const sides = { to: "NM", from: "EG" };
 * const changed = tamper(tallies, { tampering: "transfer", stations: 1, ...sides, seed: "1" });
 * changed.at(0)?.votes["NM"]; // => 160
 * ```
 */
export function tamper(tallies: Tallies, options: TamperOptions): Tallies {
  const { tampering, stations, to, from, seed } = options;
  const change = CHANGES[tampering];
  const codes = tallies.columns.candidates;
  const [gainer, loser] = [codes.indexOf(to), codes.indexOf(from)];
  if (change === undefined || gainer === -1 || loser === -1 || gainer === loser)
    throw invalid("needs one of its named tamperings and two candidates of the tallies");
  if (!(stations >= 0 && stations <= 1)) throw invalid("needs a share of the stations from 0 to 1");
  const random = new Random(seed);
  const sheets = copyOf(sheetsOf(tallies));
  const order = Int32Array.from({ length: sheets.length }, (_, at) => at);
  const wanted = Math.round(stations * sheets.length);
  for (let at = 0; at < wanted; at++) {
    const other = at + random.below(sheets.length - at);
    [order[at], order[other]] = [order[other]!, order[at]!];
    change(sheets, order[at]!, sheets.votes[gainer]!, sheets.votes[loser]!, random);
  }
  return talliesOf(tallies, sheets, random);
}

const invalid = (needs: string) => new TallyError("usage-invalid", `tamper ${needs}.`);

const copyOf = (sheets: Sheets): Sheets => ({
  ...sheets,
  votes: sheets.votes.map((column) => column.slice()),
  validVotes: sheets.validVotes.slice(),
  ...(sheets.ballotsCast ? { ballotsCast: sheets.ballotsCast.slice() } : {}),
});

const CHANGES: Readonly<Record<Tampering, Change>> = {
  stuffing: (sheets, at, to) => {
    const left = hasTurnout(sheets, at)
      ? STUFFED * (sheets.registeredVoters![at]! - sheets.ballotsCast![at]!)
      : STUFFED_OF_VALID * sheets.validVotes[at]!;
    add(sheets, at, to, Math.round(left));
  },
  transfer: (_, at, to, from) => move(at, to, from, Math.round(TRANSFERRED * from[at]!)),
  invention: (sheets, at, to, from, random) => {
    for (const votes of [to, from]) {
      const count = votes[at]!;
      const made = Math.max(count - (count % 100) + invented(random, count >= 100), 0);
      if (count >= 10 && fits(sheets, at, made - count)) add(sheets, at, votes, made - count);
    }
  },
  rounding: (sheets, at, to, from) => {
    const valid = sheets.validVotes[at]!;
    if (valid === 0) return;
    const percent = Math.ceil((100 * to[at]!) / valid);
    const wanted = Math.round((percent * valid) / 100) - to[at]!;
    move(at, to, from, Math.min(from[at]!, Math.max(0, wanted)));
  },
};

function move(at: number, to: Int32Array, from: Int32Array, votes: number): void {
  to[at]! += votes;
  from[at]! -= votes;
}

function add(
  { validVotes, ballotsCast }: Sheets,
  at: number,
  votes: Int32Array,
  more: number,
): void {
  votes[at]! += more;
  validVotes[at]! += more;
  if (ballotsCast && ballotsCast[at]! >= 0) ballotsCast[at]! += more;
}

const fits = (sheets: Sheets, at: number, more: number) =>
  !hasTurnout(sheets, at) || sheets.ballotsCast![at]! + more <= sheets.registeredVoters![at]!;

/** Two digits as people make them up (Beber and Scacco 2012): few pairs, many neighbours, few 0 and 5. */
function invented(random: Random, hasHundreds: boolean): number {
  const tens = hasHundreds ? random.below(10) : 1 + random.below(9);
  for (;;) {
    const ones = random.below(10);
    const apart = Math.abs(tens - ones);
    const likes = apart === 0 ? 0.3 : apart === 1 || apart === 9 ? 1 : 0.7;
    const shuns = ones % 5 === 0 ? 0.6 : 1;
    if (random.uniform() < likes * shuns) return 10 * tens + ones;
  }
}
