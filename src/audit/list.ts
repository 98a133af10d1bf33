import { TallyError } from "../model/error";
import { countOf, visible } from "../model/format";

/** A contest that the sheets decide: who is elected in it, and how many votes a ballot has. */
export interface AuditContest {
  /** Name for a reader, where there is more than one contest. */
  readonly name?: string;
  /** Codes of its candidates. */
  readonly candidates: readonly string[];
  /** How many of them are elected; 1 unless given. */
  readonly winners?: number;
  /** Votes that one ballot may give; 1 unless given. */
  readonly votesAllowed?: number;
}

/** A station of the list: what its sheet is reported to say, and what it can say at most. */
export interface AuditStation {
  readonly station: string;
  /** The most ballots there can be, known from elsewhere than the sheet: its registered voters. */
  readonly ballots: number;
  /** Reported votes, in the order of the list's candidates. */
  readonly votes: readonly number[];
  /** Where the sheet or its picture can be seen. */
  readonly evidence?: string;
}

/** Stations without a sheet in the list, and the most ballots there; they count against every winner. */
export interface AuditUncovered {
  readonly stations: number;
  readonly ballots: number;
}

/**
 * The reported results that an audit tests, station by station in the order of their keys. Plain data;
 * `auditListOf` makes one of tallies, and {@link makeAuditList} of anything else.
 */
export interface AuditList {
  /** What is audited, in a line for a reader. */
  readonly name: string;
  /** Codes of all candidates. */
  readonly candidates: readonly string[];
  readonly contests: readonly AuditContest[];
  readonly uncovered: AuditUncovered;
  readonly stations: readonly AuditStation[];
}

/** What {@link makeAuditList} needs; one contest of all candidates unless others are given. */
export interface AuditListInput {
  readonly name: string;
  readonly candidates: readonly string[];
  readonly contests?: readonly AuditContest[];
  readonly uncovered?: AuditUncovered;
  readonly stations: readonly AuditStation[];
}

/**
 * Checks a list of reported results and puts it in order: by station key, compared by code units, so that
 * the same stations give the same list whatever order they come in.
 *
 * Votes, ballots and stations are whole numbers. A station's ballots are a bound from elsewhere than its
 * sheet, such as its registered voters: an audit cannot find an error that goes beyond them.
 *
 * @throws TallyError `audit-invalid` when the list makes no sense, and `audit-bound` when a station is
 * reported to have more votes than it can have ballots
 * @example
 * ```ts
 * import { makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor of Two Towns",
 *   candidates: ["A", "B"],
 *   stations: [
 *     { station: "School", ballots: 300, votes: [110, 90] },
 *     { station: "Hall", ballots: 250, votes: [130, 60] },
 *   ],
 * });
 * list.stations.map(({ station }) => station); // => ["Hall", "School"]
 * ```
 */
export function makeAuditList(input: AuditListInput): AuditList {
  const { name, candidates, stations } = input;
  const contests = input.contests ?? [{ candidates }];
  const uncovered = input.uncovered ?? { stations: 0, ballots: 0 };
  requireContests(candidates, contests);
  if (stations.length === 0)
    throw invalid("The list has no station, so there is no sheet to draw.");
  if (!isCount(uncovered.stations) || !isCount(uncovered.ballots))
    throw invalid("Uncovered stations and their ballots are whole numbers.");
  for (const station of stations) requireStation(station, candidates, contests);
  const ordered = [...stations].sort((a, b) => (a.station < b.station ? -1 : 1));
  for (const [at, { station }] of ordered.entries())
    if (station === ordered[at + 1]?.station)
      throw invalid(
        `The station ${visible(station)} is in the list twice. Decide which one counts.`,
      );
  return { name, candidates, contests, uncovered, stations: ordered };
}

const invalid = (message: string) => new TallyError("audit-invalid", message);
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

function requireContests(candidates: readonly string[], contests: readonly AuditContest[]): void {
  if (new Set(candidates).size < candidates.length)
    throw invalid("A candidate is in the list twice. Give every candidate a code of its own.");
  if (contests.length === 0) throw invalid("An audit needs at least one contest.");
  const voted = contests.flatMap((contest) => contest.candidates);
  for (const code of voted)
    if (!candidates.includes(code))
      throw invalid(`A contest names ${visible(code)}, who is not among the candidates.`);
  if (new Set(voted).size < voted.length)
    throw invalid("A candidate stands in two contests. Give a code for each.");
  for (const { candidates: own, winners = 1, votesAllowed = 1 } of contests)
    if (
      !isCount(winners) ||
      winners < 1 ||
      winners >= own.length ||
      !isCount(votesAllowed) ||
      votesAllowed < 1
    )
      throw invalid(
        "A contest needs more candidates than winners, one winner and one vote at least.",
      );
}

function requireStation(
  { station, ballots, votes }: AuditStation,
  candidates: readonly string[],
  contests: readonly AuditContest[],
): void {
  const shown = visible(station);
  if (station === "") throw invalid("A station has no key.");
  if (votes.length !== candidates.length || !isCount(ballots) || !votes.every(isCount))
    throw invalid(
      `The station ${shown} needs its ballots, and for each of ${countOf(candidates.length, "candidate")} a whole number of votes.`,
    );
  const excess = excessOf(votes, ballots, candidates, contests);
  if (excess !== undefined)
    throw new TallyError(
      "audit-bound",
      `The station ${shown} is reported to have ${excess}, and at most ${countOf(ballots, "ballot")}. ` +
        "Correct its sheet or its bound; without a true bound an audit proves nothing.",
    );
}

/** What of votes is more than a number of ballots can hold, in words; undefined if nothing is. */
export function excessOf(
  votes: readonly number[],
  ballots: number,
  candidates: readonly string[],
  contests: readonly AuditContest[],
): string | undefined {
  for (const { candidates: own, votesAllowed = 1 } of contests) {
    const given = own.map((code) => votes[candidates.indexOf(code)]!);
    const most = Math.max(...given);
    if (most > ballots) return `${countOf(most, "vote")} for one candidate`;
    const sum = given.reduce((all, each) => all + each, 0);
    if (sum > votesAllowed * ballots) return countOf(sum, "vote");
  }
  return undefined;
}
