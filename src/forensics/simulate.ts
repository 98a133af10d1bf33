import { TallyError } from "../model/error";
import { ABSENT, Tallies } from "../model/tallies";
import { drawBinomial } from "../statistics/draws";
import { Random } from "../statistics/random";
import { drawSheets, modelOf } from "./model";
import { type Sheets, sheetsOf } from "./sheets";

/** What {@link simulateElection} is drawn from. */
export interface SimulationOptions {
  /** The same seed gives the same election everywhere. */
  readonly seed: string;
  /**
   * φ: the variance between stations of one centre over that of chance; 1 is chance alone. Estimated from
   * the tallies unless given.
   */
  readonly overdispersion?: number;
  /** Region column that is the polling centre, where the station key does not begin with it. */
  readonly centre?: string;
}

/**
 * A clean election of the same geometry as tallies: the same stations, registered voters and centres;
 * ballots and votes drawn by each centre's turnout and shares, with the scatter between its stations that
 * is usual there. Where a sheet gives no registered voters, it keeps its number of ballots. For
 * calibrating tests of your own.
 *
 * @throws TallyError `usage-invalid` for φ below 1, `region-unknown`
 * @example
 * ```ts
 * import { readTallies, simulateElection } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const again = simulateElection(tallies, { seed: "1" });
 * again.at(0)?.registeredVoters; // => 500
 * again.at(0)?.votes["LM"]; // => 0
 * ```
 */
export function simulateElection(tallies: Tallies, options: SimulationOptions): Tallies {
  const { seed, overdispersion, centre } = options;
  if (overdispersion !== undefined && !(overdispersion >= 1 && overdispersion < Infinity))
    throw new TallyError(
      "usage-invalid",
      `An overdispersion of ${overdispersion} cannot be drawn; give 1 (chance alone) or more.`,
    );
  const random = new Random(seed);
  const model = modelOf(sheetsOf(tallies, centre), overdispersion);
  return talliesOf(tallies, drawSheets(model, random), random);
}

/** Tallies with the votes and ballots of sheets; ballots for nobody stay invalid or blank as they were. */
export function talliesOf(tallies: Tallies, sheets: Sheets, random: Random): Tallies {
  const { columns } = tallies;
  const { invalidVotes, blankVotes } = columns;
  const made = { invalid: invalidVotes?.slice(), blank: blankVotes?.slice() };
  for (let at = 0; at < sheets.length; at++) {
    const [invalid, blank] = [invalidVotes?.[at] ?? ABSENT, blankVotes?.[at] ?? ABSENT];
    const rest = Math.max(0, (sheets.ballotsCast?.[at] ?? ABSENT) - sheets.validVotes[at]!);
    const known = Math.max(0, invalid) + Math.max(0, blank);
    const share = known === 0 ? (invalid === ABSENT ? 0 : 1) : Math.max(0, invalid) / known;
    const own = blank === ABSENT ? rest : drawBinomial(random, rest, share);
    if (made.invalid && invalid !== ABSENT) made.invalid[at] = own;
    if (made.blank && blank !== ABSENT) made.blank[at] = rest - (invalid === ABSENT ? 0 : own);
  }
  return new Tallies(
    {
      ...columns,
      votes: sheets.votes,
      validVotes: sheets.validVotes,
      ...(sheets.ballotsCast ? { ballotsCast: sheets.ballotsCast } : {}),
      ...(made.invalid ? { invalidVotes: made.invalid } : {}),
      ...(made.blank ? { blankVotes: made.blank } : {}),
    },
    tallies.sources,
    tallies.rows,
    [],
    tallies.register,
  );
}
