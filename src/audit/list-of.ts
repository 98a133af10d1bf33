import { count } from "../count/count";
import { remainderOf } from "../judge/remainder";
import type { Claim } from "../model/claim";
import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import { countOf, visible } from "../model/format";
import { ABSENT, type Tallies } from "../model/tallies";
import { type AuditList, type AuditUncovered, makeAuditList } from "./list";

/** What {@link auditListOf} may be told beside the tallies. */
export interface AuditListOptions {
  /**
   * What is audited: the winner at the `covered` stations, or over `all` stations, of which uncovered ones then
   * count with every ballot against the winner. `covered` unless given.
   */
  readonly scope?: "covered" | "all";
  /** Id of a claim whose winner is audited; refused if these tallies are not its station results. */
  readonly claim?: string;
  /** The most ballots at any station, for stations whose registered voters are not known. */
  readonly ballotsAtMost?: number;
  /** Where a station's sheet can be seen, by station key. */
  readonly evidence?: ReadonlyMap<string, string>;
}

/**
 * The list for an audit of tallies: every covered station with its reported votes, bounded by its registered
 * voters, from the sheet's roll or from a register.
 *
 * @throws TallyError `audit-bound` when stations have no bound, `audit-impossible` when a claim has no station
 * results, `universe-exceeded`
 * @example
 * ```ts
 * import { auditListOf, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const { tallies } = readTallies(csv, venezuela2024);
 * const [station] = auditListOf(venezuela2024, tallies).stations;
 * station?.ballots; // => 500
 * ```
 */
export function auditListOf(
  election: Election,
  tallies: Tallies,
  { scope = "covered", claim, ballotsAtMost, evidence }: AuditListOptions = {},
): AuditList {
  const { candidates, registeredVoters, stations, votes } = tallies.columns;
  const boundOf = (at: number) => {
    const own = registeredVoters?.[at] ?? ABSENT;
    return own === ABSENT ? ballotsAtMost : own;
  };
  const unbounded = Array.from({ length: tallies.length }, (_, at) => at).filter(
    (at) => boundOf(at) === undefined,
  );
  if (unbounded.length > 0)
    throw new TallyError(
      "audit-bound",
      `Of ${countOf(unbounded.length, "station")}, for instance ${visible(stations.at(unbounded[0]!)!)}, nobody says how ` +
        "many ballots there can be. Give a register of their voters, or the most that any station can have.",
    );
  const list = makeAuditList({
    name: election.name,
    candidates,
    uncovered: scope === "covered" ? { stations: 0, ballots: 0 } : uncoveredBy(election, tallies),
    stations: Array.from({ length: tallies.length }, (_, at) => {
      const station = stations.at(at)!;
      const where = evidence?.get(station);
      return {
        station,
        ballots: boundOf(at)!,
        votes: votes.map((column) => column[at]!),
        ...(where === undefined ? {} : { evidence: where }),
      };
    }),
  });
  if (claim !== undefined) requireStationResults(claimOf(election, claim), tallies);
  return list;
}

/** Uncovered stations, each of whose voters may have voted for the loser; no assumption on turnout. */
function uncoveredBy({ universe }: Election, tallies: Tallies): AuditUncovered {
  const { maxTurnout: _assumed, ...known } = universe;
  const { stations, voters } = remainderOf(count(tallies), known, tallies);
  return { stations, ballots: voters };
}

function claimOf({ claims }: Election, id: string): Claim {
  const claim = claims.find((each) => each.id === id);
  if (claim) return claim;
  throw new TallyError(
    "audit-invalid",
    `There is no claim "${visible(id)}". There is: ${claims.map((each) => each.id).join(", ") || "none"}.`,
  );
}

/** Refuses a claim that somebody else wins than in the tallies: its station results are not here. */
function requireStationResults(claim: Claim, tallies: Tallies): void {
  const winner = claimedWinner(claim);
  const [first] = [...count(tallies).candidates].sort((a, b) => b.votes - a.votes);
  if (winner === undefined)
    throw new TallyError(
      "audit-invalid",
      `The claim ${claim.id} names no candidate with the most votes, so there is no outcome to audit.`,
    );
  if (winner !== first?.code)
    throw new TallyError(
      "audit-impossible",
      `The claim ${claim.id} is not auditable: it has ${visible(winner)} ahead and comes with no results by station. ` +
        `These tallies have ${visible(first?.code ?? "nobody")} ahead, so they are not its tallies. There is no sheet to ` +
        "draw for it, and no risk to measure.",
    );
}

/** The candidate whom a claim has ahead. */
function claimedWinner({ winner, margin, votes, shares }: Claim): string | undefined {
  if (winner !== undefined) return winner;
  if (margin !== undefined) return margin.winner;
  const figures = Object.entries(votes ?? shares ?? {}).map(
    ([code, figure]) => [code, Number(figure)] as const,
  );
  const most = Math.max(...figures.map(([, figure]) => figure));
  const ahead = figures.filter(([, figure]) => figure === most);
  // A single share decides if it is more than half.
  const isClear = figures.length > 1 || (votes === undefined && most > 50);
  return ahead.length === 1 && isClear ? ahead[0]![0] : undefined;
}
