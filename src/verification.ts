import { type Count, countWith, type RegionCount } from "./count/count";
import { arithmetic, type ArithmeticCheck } from "./judge/arithmetic";
import { type Bounds, boundsOf, certainWinner, possibleWinners } from "./judge/bounds";
import { type ClaimDistance, distances } from "./judge/distance";
import { type Exclusion, exclusions } from "./judge/exclusions";
import { judgeCounted } from "./judge/judge-counted";
import { type Lead, topLead } from "./judge/lead";
import { Profile } from "./judge/profile";
import { type Remainder, remainderOf } from "./judge/remainder";
import { roundedPercentages, type RoundingCheck } from "./judge/rounding";
import type { Verdict } from "./judge/verdict";
import type { Claim } from "./model/claim";
import type { Election } from "./model/election";
import { TallyError } from "./model/error";
import { formatCount } from "./model/format";
import type { Issue } from "./model/issue";
import { type Language, LOCALES } from "./model/locale";
import type { InputSource, RegisterUse, RowCounts, Tallies } from "./model/tallies";
import { VERSION } from "./version";
import { sayIn } from "./words/index";

/** What {@link verify} may be told beside the tallies. */
export interface VerifyOptions {
  /** Region column to count by as well, e.g. `"EDO"`. */
  readonly by?: string;
  /** Language of the sentences, and of reports made of it; English unless given. */
  readonly language?: Language;
}

/**
 * Everything that was read, counted and judged, as plain data: `JSON.stringify` keeps all of it, and
 * the same input gives the same bytes.
 */
export interface Verification {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly election: Election;
  readonly options: VerifyOptions;
  readonly sources: readonly InputSource[];
  /** The register that supplied registered voters, if one was given. */
  readonly register?: RegisterUse;
  readonly rows: RowCounts;
  /** Totals over the covered stations. */
  readonly count: Count;
  /** The same by region, when asked for. */
  readonly regions?: readonly RegionCount[];
  /** What the uncovered stations can hold. */
  readonly remainder: Remainder;
  /** What each candidate's result can be. */
  readonly bounds: readonly Bounds[];
  /**
   * Code of the candidate with the most votes in every completion, under every published roll, if there
   * is one.
   */
  readonly certainWinner?: string;
  /** Codes of the candidates who can still have the most votes, alone or tied. */
  readonly possibleWinners: readonly string[];
  /** The lead of the candidate with the most votes over the second. */
  readonly lead?: Lead;
  /** One verdict per claim, in the election's order. */
  readonly verdicts: readonly Verdict[];
  /** What each claim's figures say of each other, before any tally; in the election's order. */
  readonly ownFigures: readonly OwnFigures[];
  /** Pairs of claims of which at most one is true, before any tally. */
  readonly exclusions: readonly Exclusion[];
  /** Nearest claim first. */
  readonly distances: readonly ClaimDistance[];
  readonly issues: readonly Issue[];
}

/** A claim's figures by themselves. */
export interface OwnFigures {
  readonly claim: string;
  /** Whether they agree with each other. */
  readonly arithmetic: readonly ArithmeticCheck[];
  /** Whether its counts are rounded percentages; not a deduction, and part of no verdict. */
  readonly rounding?: RoundingCheck;
}

/**
 * The verification of tallies by an election that has been checked; see `verify`, which checks it.
 * Apart, because a ready-made election needs no check, nor the time it takes to load what does it.
 */
export function verificationOf(
  election: Election,
  tallies: Tallies,
  options: VerifyOptions = {},
): Verification {
  requireSameCandidates(election, tallies);
  const language = languageOf(options);
  const say = sayIn(language);
  const { total: totals, regions } = countWith(tallies, options.by);
  const remainder = remainderOf(totals, election.universe, tallies);
  if (remainder.basis === "complete") requireNoneBeside(election, tallies);
  const profile = new Profile(tallies);
  // What is certain, and who can still win, must hold under every published number of voters.
  const widest = widestRemainder(totals, election, tallies, remainder);
  const winner = certainWinner(totals, widest);
  const lead = topLead(totals, remainder.maxValidVotes);
  return {
    version: VERSION,
    election: election,
    options,
    sources: tallies.sources,
    ...(tallies.register === undefined ? {} : { register: tallies.register }),
    rows: tallies.rows,
    count: totals,
    ...(regions === undefined ? {} : { regions }),
    remainder,
    bounds: boundsOf(totals, remainder),
    ...(winner === undefined ? {} : { certainWinner: winner }),
    possibleWinners: possibleWinners(totals, widest),
    ...(lead === undefined ? {} : { lead }),
    verdicts: election.claims.map((claim) =>
      judgeCounted(claim, tallies, totals, election.universe, say, profile),
    ),
    ownFigures: election.claims.map((claim) => ownFiguresOf(claim, election, language)),
    exclusions: exclusions(election, language),
    distances: distances(election.claims, totals),
    issues: tallies.issues,
  };
}

function widestRemainder(
  totals: Count,
  { universe }: Election,
  tallies: Tallies,
  own: Remainder,
): Remainder {
  const others = (universe.otherRolls ?? []).map(({ registeredVoters }) => registeredVoters);
  const largest = Math.max(universe.registeredVoters, ...others);
  return largest === universe.registeredVoters
    ? own
    : remainderOf(totals, { ...universe, registeredVoters: largest }, tallies);
}

/** The language asked for, if it is one that there is. */
export function languageOf({ language = "en" }: VerifyOptions): Language {
  if (Object.hasOwn(LOCALES, language)) return language;
  throw new TallyError(
    "usage-invalid",
    `There is no language "${language}". There is: ${Object.keys(LOCALES).join(", ")}.`,
  );
}

function ownFiguresOf(claim: Claim, { candidates }: Election, language: Language): OwnFigures {
  const rounding = roundedPercentages(claim, language);
  return {
    claim: claim.id,
    arithmetic: arithmetic(
      claim,
      candidates.map(({ code }) => code),
      language,
    ),
    ...(rounding === undefined ? {} : { rounding }),
  };
}

function requireSameCandidates({ candidates, name }: Election, { columns }: Tallies): void {
  const expected = candidates.map(({ code }) => code);
  const received = columns.candidates;
  if (expected.length !== received.length || expected.some((code, at) => code !== received[at]))
    throw new TallyError(
      "candidate-unknown",
      `The tallies count ${received.join(", ")}, but ${name} has ${expected.join(", ")}. ` +
        "Read the tallies with the same election that you verify.",
    );
}

/** All stations are covered, and still rows of other stations were rejected: the universe is wrong. */
function requireNoneBeside({ universe }: Election, tallies: Tallies): void {
  const { stations } = tallies.columns;
  const beside = new Set(
    tallies.issues
      .filter(({ severity, code }) => severity === "error" && code !== "row-total")
      .flatMap(({ station }) =>
        station === undefined || stations.indexOf(station) !== -1 ? [] : [station],
      ),
  );
  if (beside.size > 0)
    throw new TallyError(
      "universe-exceeded",
      `The tallies cover all ${formatCount(universe.stations)} stations, and there are rejected rows of ` +
        `${formatCount(beside.size)} more (${[...beside].slice(0, 3).join(", ")}). ` +
        "Correct the number of stations in the universe, or the station codes.",
    );
}
