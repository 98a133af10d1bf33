/**
 * A published figure: who said it, when, about which stations, and what exactly. At least one of
 * the figures is given. Everything is as published; nothing is worked out from anything else.
 */
export interface Claim {
  /** Short name for lists and commands, e.g. `"cne-bulletin-2"`. */
  readonly id: string;
  /** One line for a reader, e.g. `"CNE, bulletin 2"`. */
  readonly title: string;
  /** Who made the claim. */
  readonly by: string;
  /** Day it was published, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Where it can be looked up. */
  readonly source?: string;
  /** What a reader must know to read the claim right; printed with its verdict. */
  readonly note?: string;
  /** What the claim is about, where that is not the whole election. */
  readonly scope?: ClaimScope;
  /**
   * Shares of the valid votes in percent by candidate code, as decimal text. The digits are the
   * precision: `"52"` stands for 51.5–52.5, `"51.95"` for 51.945–51.955.
   */
  readonly shares?: Readonly<Record<string, string>>;
  /** Votes by candidate code. */
  readonly votes?: Readonly<Record<string, number>>;
  /** Votes of all candidates not named in `votes`, together. */
  readonly otherVotes?: number;
  readonly validVotes?: number;
  readonly invalidVotes?: number;
  /** All ballots cast: valid, invalid and blank. */
  readonly ballotsCast?: number;
  /**
   * Ballots cast in percent of voters, as decimal text read like a share; of the voters in
   * `turnoutBase` where the claim says how many those are, else of some part of the roll.
   */
  readonly turnout?: string;
  readonly turnoutBase?: number;
  /** Code of the candidate said to have the most votes. */
  readonly winner?: string;
  /** How far one candidate is said to be ahead of another. */
  readonly margin?: ClaimMargin;
}

/** Part of an election. Each field narrows it. */
export interface ClaimScope {
  /** The number of stations that the claim says it covers, where that is not all; which ones is not known. */
  readonly stations?: number;
  /** Names of a region and of those it lies in, from the largest down, as the tallies have them. */
  readonly region?: readonly string[];
}

/** The lead of `winner` over `loser`: in votes, in points of the valid votes, or both. */
export interface ClaimMargin {
  readonly winner: string;
  readonly loser: string;
  readonly votes?: number;
  /** Percentage points as decimal text, such as `"10.56"`, read like a share. */
  readonly share?: string;
}

/** A claim's figure for one candidate; a code such as `toString` must not find what is inherited. */
export const figureOf = <T>(figures: Readonly<Record<string, T>> | undefined, code: string) =>
  figures !== undefined && Object.hasOwn(figures, code) ? figures[code] : undefined;

/** Shares in claims are integers in this unit: 1 is 1e-11, so 1e11 is all votes. */
export const SHARE_SCALE = 10n ** 11n;

/** Shares from `low` to `high`, ends included, in units of 1 / {@link SHARE_SCALE}. */
export interface ShareInterval {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * The shares that print as `percent`: half a unit of its last digit to either side.
 *
 * Both ends count as consistent, because nobody knows which way the claimant rounds a tie; that is
 * the reading in the claim's favour.
 */
export function claimedInterval(percent: string): ShareInterval {
  const { length } = percent.split(".")[1] ?? "";
  // Numbers hold all of these exactly, and take a fraction of the time.
  const middle = Number(`${percent}e9`);
  const half = Number(`5e${8 - length}`);
  const clip = (value: number) => BigInt(Math.min(Math.max(value, 0), Number(SHARE_SCALE)));
  return { low: clip(middle - half), high: clip(middle + half) };
}
