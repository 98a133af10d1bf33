import { type Claim, claimedInterval, figureOf, SHARE_SCALE } from "../model/claim";
import { countOf, formatCount } from "../model/format";
import { Exact, formatShare } from "../model/share";
import { claimedInWords, outsideInWords } from "./words";

/** Whether two figures of one claim agree with each other. */
export interface ArithmeticCheck {
  readonly check:
    | "votes-sum"
    | "ballots-sum"
    | "share-of-votes"
    | "shares-sum"
    | "winner"
    | "margin"
    | "turnout-base";
  /** Code of the candidate whose share or victory is checked, or who is said to be ahead. */
  readonly candidate?: string;
  readonly agrees: boolean;
  /** One plain sentence with the numbers. */
  readonly text: string;
  /**
   * Of how many voters the turnout is a share: every whole number that prints as it, and the ballots
   * over the turnout as decimal text. Where only valid and invalid votes are stated there may be
   * further ballots: then the voters are at least `min`, and the others are for no blank ballots.
   */
  readonly impliedBase?: { readonly middle: string; readonly min: number; readonly max: number };
}

/**
 * A claim's own arithmetic, before any tally: do its figures agree with each other? A check is there
 * only where the claim states what it needs, always in this order:
 *
 * - `votes-sum`: the votes add up to the valid votes, or to no more where some are not stated;
 * - `ballots-sum`: valid and invalid votes are no more than the ballots cast;
 * - `share-of-votes`, for each candidate: the share is a rounding of the votes;
 * - `shares-sum`: the shares, before rounding, can add up to 100 %;
 * - `winner`: nobody has more than the winner;
 * - `margin`: the lead is that of the votes;
 * - `turnout-base`: of how many voters the turnout is a share, and whether the claimed base is one
 *   of them; without a claimed base it only disagrees if no whole number of voters fits.
 *
 * All of it is exact. Percentages are taken at their precision, both ends included: a claim never
 * disagrees with itself because of rounding. Figures that agree need not be true.
 *
 * @param claim one that {@link parseElection} accepts
 * @param candidates the codes of all candidates of the election, in the order of the checks
 * @example
 * ```ts
 * import { arithmetic } from "tallyproof";
 *
 * const claim = {
 *   id: "bulletin-2",
 *   title: "second bulletin",
 *   by: "electoral council",
 *   ballotsCast: 12386669,
 *   turnout: "59.97",
 *   turnoutBase: 21392464,
 * };
 * const [turnout] = arithmetic(claim, ["A", "B"]);
 * turnout?.agrees; // => false
 * turnout?.impliedBase?.middle; // => "20654775.72"
 * ```
 */
export function arithmetic(claim: Claim, candidates: readonly string[]): ArithmeticCheck[] {
  const figures = figuresOf(claim, candidates);
  return [votesSum, ballotsSum, sharesOfVotes, sharesSum, winner, margin, turnoutBase].flatMap(
    (check) => check(figures),
  );
}

/** A claim, and what follows from its figures alone. */
interface Figures {
  readonly claim: Claim;
  readonly candidates: readonly string[];
  /** All votes stated, together. */
  readonly sum: bigint;
  /** Whether those are the votes of all candidates. */
  readonly complete: boolean;
  /** Valid votes as stated, else the votes of all candidates; absent if there are none. */
  readonly valid: number | undefined;
  readonly votesOf: (code: string) => number | undefined;
}

function figuresOf(claim: Claim, candidates: readonly string[]): Figures {
  const { votes, otherVotes, validVotes } = claim;
  const unnamed = candidates.filter((code) => figureOf(votes, code) === undefined);
  const stated = [...Object.values(votes ?? {}), otherVotes ?? 0];
  const sum = stated.reduce((all, count) => all + BigInt(count), 0n);
  const complete = otherVotes !== undefined || unnamed.length === 0;
  const valid = validVotes ?? (complete ? Number(sum) : 0);
  // Where only one candidate is not named, the votes of all others together are its own.
  const votesOf = (code: string) =>
    unnamed.length === 1 && unnamed[0] === code ? otherVotes : figureOf(votes, code);
  return { claim, candidates, sum, complete, valid: valid || undefined, votesOf };
}

function votesSum({ claim, sum, complete }: Figures): ArithmeticCheck[] {
  const { votes, otherVotes, validVotes } = claim;
  if (validVotes === undefined) return [];
  if (otherVotes === undefined && Object.keys(votes ?? {}).length === 0) return [];
  const left = BigInt(validVotes) - sum;
  const valid = `${formatCount(validVotes)} valid votes claimed`;
  const compared =
    complete && left > 0n
      ? `${printed(left)} fewer than the ${valid}`
      : besideWhole(left, valid, "the others");
  return [
    {
      check: "votes-sum",
      agrees: complete ? left === 0n : left >= 0n,
      text: `The candidates' votes add up to ${printed(sum)}, ${compared}.`,
    },
  ];
}

function ballotsSum({ claim }: Figures): ArithmeticCheck[] {
  const { validVotes, invalidVotes, ballotsCast } = claim;
  if (validVotes === undefined || ballotsCast === undefined) return [];
  // Without the invalid votes there is still a limit, and more that the rest can be.
  const sum = BigInt(validVotes) + BigInt(invalidVotes ?? 0);
  const left = BigInt(ballotsCast) - sum;
  const cast = `${formatCount(ballotsCast)} ballots cast`;
  const [outset, rest] =
    invalidVotes === undefined
      ? [`The valid votes are ${printed(sum)}`, "invalid votes and blank ballots"]
      : [`Valid and invalid votes add up to ${printed(sum)}`, "blank ballots"];
  const text = `${outset}, ${besideWhole(left, cast, rest)}.`;
  return [{ check: "ballots-sum", agrees: left >= 0n, text }];
}

/** How a sum compares with a whole that exceeds it by `left`. */
function besideWhole(left: bigint, whole: string, rest: string): string {
  if (left === 0n) return `as many as the ${whole}`;
  return left < 0n
    ? `${printed(-left)} more than the ${whole}`
    : `which leaves ${printed(left)} of the ${whole} for ${rest}`;
}

function sharesOfVotes({ claim, candidates, valid, votesOf }: Figures): ArithmeticCheck[] {
  return candidates.flatMap((code): ArithmeticCheck[] => {
    const percent = figureOf(claim.shares, code);
    const votes = votesOf(code);
    if (percent === undefined || votes === undefined || valid === undefined) return [];
    const share = { votes, outOf: valid };
    const agrees = isWithin(votes, valid, percent);
    const ratio = `${code} has ${formatCount(votes)} of ${formatCount(valid)} valid votes,`;
    return [
      {
        check: "share-of-votes",
        candidate: code,
        agrees,
        text: agrees
          ? `${ratio} ${formatShare(share, decimalsOf(percent) + 2)}, as the ${percent} % claimed.`
          : `${ratio} ${outsideInWords(share, percent)}, not ${claimedInWords(percent)}.`,
      },
    ];
  });
}

function sharesSum({ claim, candidates }: Figures): ArithmeticCheck[] {
  const shares = Object.values(claim.shares ?? {});
  const complete = candidates.every((code) => figureOf(claim.shares, code) !== undefined);
  // One share of several is at most 100 % by itself.
  if (shares.length < (complete ? 1 : 2)) return [];
  const intervals = shares.map(claimedInterval);
  const low = intervals.reduce((sum, interval) => sum + interval.low, 0n);
  const high = intervals.reduce((sum, interval) => sum + interval.high, 0n);
  const sum = shares.reduce((all, percent) => all.plus(percent), new Exact(0));
  const most = new Exact(`${high}`).div(`${SHARE_SCALE / 100n}`).toFixed();
  const least = new Exact(`${low}`).div(`${SHARE_SCALE / 100n}`).toFixed();
  const tooMuch = low > SHARE_SCALE;
  const tooLittle = complete && high < SHARE_SCALE;
  const compared = tooMuch
    ? `, and to at least ${least} % before rounding`
    : tooLittle
      ? `, and to at most ${most} % before rounding`
      : sum.lt(100) && !complete
        ? `, which leaves ${new Exact(100).minus(sum).toFixed()} % for the others`
        : sum.eq(100)
          ? ""
          : ", which rounding explains";
  return [
    {
      check: "shares-sum",
      agrees: !tooMuch && !tooLittle,
      text: `The ${complete ? "shares of all candidates" : "shares claimed"} add up to ${sum.toFixed()} %${compared}.`,
    },
  ];
}

function winner({ claim, candidates, votesOf }: Figures): ArithmeticCheck[] {
  const { winner: code, shares } = claim;
  if (code === undefined) return [];
  const byVotes = (candidate: string): Standing[] => {
    const votes = votesOf(candidate);
    if (votes === undefined) return [];
    return [{ candidate, printed: formatCount(votes), low: BigInt(votes), high: BigInt(votes) }];
  };
  const byShares = (candidate: string): Standing[] => {
    const percent = figureOf(shares, candidate);
    if (percent === undefined) return [];
    return [{ candidate, printed: `${percent} %`, ...claimedInterval(percent) }];
  };
  const compared = [
    { figures: "votes", of: byVotes },
    { figures: "shares", of: byShares },
  ].flatMap(({ figures, of }): ArithmeticCheck[] => {
    const [own] = of(code);
    const [first] = candidates
      .filter((rival) => rival !== code)
      .flatMap(of)
      .sort((a, b) => (a.low > b.low ? -1 : a.low < b.low ? 1 : 0));
    if (!own || !first) return [];
    const agrees = first.low <= own.high;
    const text = agrees
      ? `nobody it names has more than the ${own.printed} of ${code}`
      : `${first.candidate} has ${first.printed}, more than the ${own.printed} of ${code}, its winner`;
    const sentence = `By the claim's own ${figures} ${text}.`;
    return [{ check: "winner", candidate: code, agrees, text: sentence }];
  });
  return [compared.find(({ agrees }) => !agrees) ?? compared[0]].filter((check) => !!check);
}

/** Votes or a share, as printed and in any one unit. */
interface Standing {
  readonly candidate: string;
  readonly printed: string;
  readonly low: bigint;
  readonly high: bigint;
}

function margin({ claim, valid, votesOf }: Figures): ArithmeticCheck[] {
  if (claim.margin === undefined) return [];
  const { winner: code, loser, votes, share } = claim.margin;
  const own = votesOf(code);
  const other = votesOf(loser);
  if (own === undefined || other === undefined) return [];
  const lead = own - other;
  const parts: { agrees: boolean; text: string }[] = [];
  if (votes !== undefined) {
    const agrees = lead === votes;
    parts.push({ agrees, text: agrees ? "as claimed" : `not ${formatCount(votes)} ahead` });
  }
  if (share !== undefined && valid !== undefined) {
    const agrees = lead >= 0 && isWithin(lead, valid, share);
    const ratio = { votes: lead, outOf: valid };
    // Points are written like percentages, and rounded like them.
    const [is, should] = agrees
      ? [formatShare(ratio, decimalsOf(share) + 2), `as the ${share} claimed`]
      : [outsideInWords(ratio, share), `not ${claimedInWords(share)}`];
    parts.push({ agrees, text: `${is} of the valid votes, ${should}`.replaceAll(" %", " points") });
  }
  if (parts.length === 0) return [];
  const position = `${formatCount(Math.abs(lead))} ${lead < 0 ? "behind" : "ahead of"} ${loser}`;
  return [
    {
      check: "margin",
      candidate: code,
      agrees: parts.every(({ agrees }) => agrees),
      text: `By the claim's own votes ${[`${code} is ${position}`, ...parts.map(({ text }) => text)].join(", ")}.`,
    },
  ];
}

function turnoutBase({ claim }: Figures): ArithmeticCheck[] {
  const { turnout, turnoutBase: base, ballotsCast, validVotes, invalidVotes } = claim;
  const known =
    validVotes === undefined || invalidVotes === undefined ? undefined : validVotes + invalidVotes;
  const ballots = ballotsCast ?? known;
  if (turnout === undefined || ballots === undefined) return [];
  const { low, high } = claimedInterval(turnout);
  // A turnout that may be nothing leaves the voters open, and only a claimed base can be checked.
  if (low === 0n && base === undefined) return [];

  const check = "turnout-base";
  const scaled = BigInt(ballots) * SHARE_SCALE;
  const min = Number((scaled + high - 1n) / high);
  const max = low === 0n ? Infinity : Number(scaled / low);
  const exact = ballotsCast !== undefined;
  const cast = `${exact ? "" : "at least "}${countOf(ballots, "ballot")}`;
  const outset = `A turnout of ${turnout} % with ${cast}`;
  if (exact && (min > max || max === 0))
    return [{ check, agrees: false, text: `${outset} fits no whole number of voters.` }];
  const middle = low === 0n ? "" : new Exact(ballots).times(100).div(turnout).toFixed(2);
  const voters =
    exact && middle !== ""
      ? `about ${formatCount(Number(middle))} voters (${formatCount(min)} to ${formatCount(max)})`
      : `at least ${formatCount(min)} voters`;
  const agrees = base === undefined || isTurnoutOf(base, ballots, exact, turnout);
  const claimed =
    base === undefined
      ? ""
      : `; ${formatCount(base)} are claimed, which ${agrees ? "fits" : "does not fit"}`;
  return [
    {
      check,
      agrees,
      text: `${outset} implies ${voters}${claimed}.`,
      ...(middle === "" ? {} : { impliedBase: { middle, min, max } }),
    },
  ];
}

/** Whether the ballots, or some larger number of them where that is open, are the turnout of `base`. */
function isTurnoutOf(base: number, ballots: number, exact: boolean, turnout: string): boolean {
  if (exact) return isWithin(ballots, base, turnout);
  const { low, high } = claimedInterval(turnout);
  const most = (high * BigInt(base)) / SHARE_SCALE;
  return BigInt(ballots) <= most && low * BigInt(base) <= most * SHARE_SCALE;
}

/** Whether `part` out of `whole` prints as `percent`. */
function isWithin(part: number, whole: number, percent: string): boolean {
  const { low, high } = claimedInterval(percent);
  const scaled = BigInt(part) * SHARE_SCALE;
  return low * BigInt(whole) <= scaled && scaled <= high * BigInt(whole);
}

const printed = (count: bigint) => formatCount(Number(count));

const decimalsOf = (percent: string) => percent.split(".")[1]?.length ?? 0;
