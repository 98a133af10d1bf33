import {
  type Claim,
  type ClaimMargin,
  claimedInterval,
  figureOf,
  SHARE_SCALE,
} from "../model/claim";
import { Exact } from "../model/share";
import type { Phrases } from "../words/say";
import { claimedInWords, claimedPoints, digitsOutside } from "../words/shares";
import type { ArithmeticCheck } from "./arithmetic";

/** `arithmetic` in words at hand. */
export function arithmeticIn(
  claim: Claim,
  candidates: readonly string[],
  say: Phrases,
): ArithmeticCheck[] {
  const figures = figuresOf(claim, candidates, say);
  return [votesSum, ballotsSum, sharesOfVotes, sharesSum, winner, margin, turnoutBase].flatMap(
    (check) => check(figures),
  );
}

/** A claim, and what follows from its figures alone. */
interface Figures {
  readonly say: Phrases;
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

function figuresOf(claim: Claim, candidates: readonly string[], say: Phrases): Figures {
  const { votes, otherVotes, validVotes } = claim;
  const unnamed = candidates.filter((code) => figureOf(votes, code) === undefined);
  const stated = [...Object.values(votes ?? {}), otherVotes ?? 0];
  const sum = stated.reduce((all, count) => all + BigInt(count), 0n);
  const complete = otherVotes !== undefined || unnamed.length === 0;
  const valid = validVotes ?? (complete ? Number(sum) : 0);
  // Where only one candidate is not named, the votes of all others together are its own.
  const votesOf = (code: string) =>
    unnamed.length === 1 && unnamed[0] === code ? otherVotes : figureOf(votes, code);
  return { say, claim, candidates, sum, complete, valid: valid || undefined, votesOf };
}

function votesSum({ say, claim, sum, complete }: Figures): ArithmeticCheck[] {
  const { votes, otherVotes, validVotes } = claim;
  if (validVotes === undefined) return [];
  if (otherVotes === undefined && Object.keys(votes ?? {}).length === 0) return [];
  const left = BigInt(validVotes) - sum;
  const rest = complete ? "nobody" : "others";
  const compared = say.besideWhole(left, say.wholeValid(validVotes), rest);
  return [
    {
      check: "votes-sum",
      agrees: complete ? left === 0n : left >= 0n,
      text: say.votesAddUp(sum, compared),
    },
  ];
}

function ballotsSum({ say, claim }: Figures): ArithmeticCheck[] {
  const { validVotes, invalidVotes, ballotsCast } = claim;
  if (validVotes === undefined || ballotsCast === undefined) return [];
  // Without the invalid votes there is still a limit, and more that the rest can be.
  const sum = BigInt(validVotes) + BigInt(invalidVotes ?? 0);
  const left = BigInt(ballotsCast) - sum;
  const rest = invalidVotes === undefined ? "invalid" : "blank";
  const compared = say.besideWhole(left, say.wholeBallots(ballotsCast), rest);
  const text = say.ballotsAddUp(sum, invalidVotes !== undefined, compared);
  return [{ check: "ballots-sum", agrees: left >= 0n, text }];
}

function sharesOfVotes({ say, claim, candidates, valid, votesOf }: Figures): ArithmeticCheck[] {
  return candidates.flatMap((code): ArithmeticCheck[] => {
    const percent = figureOf(claim.shares, code);
    const votes = votesOf(code);
    if (percent === undefined || votes === undefined || valid === undefined) return [];
    const share = { votes, outOf: valid };
    const agrees = isWithin(votes, valid, percent);
    const [digits, claimed] = agrees
      ? [decimalsOf(percent) + 2, `${say.locale.decimal(percent)} %`]
      : [digitsOutside(share, percent), claimedInWords(percent, say)];
    const printed = say.locale.share(share, digits);
    return [
      {
        check: "share-of-votes",
        candidate: code,
        agrees,
        text: say.shareOfVotes(code, votes, valid, printed, claimed, agrees),
      },
    ];
  });
}

function sharesSum({ say, claim, candidates }: Figures): ArithmeticCheck[] {
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
  const left = new Exact(100).minus(sum);
  const beside = tooMuch
    ? ({ kind: "more", percent: least } as const)
    : tooLittle
      ? ({ kind: "less", percent: most } as const)
      : sum.lt(100) && !complete
        ? ({ kind: "left", percent: left.toFixed() } as const)
        : ({ kind: sum.eq(100) ? "equal" : "rounding", percent: "100" } as const);
  return [
    {
      check: "shares-sum",
      agrees: !tooMuch && !tooLittle,
      text: say.sharesAddUp(complete, sum.toFixed(), beside),
    },
  ];
}

function winner({ say, claim, candidates, votesOf }: Figures): ArithmeticCheck[] {
  const { winner: code, shares } = claim;
  if (code === undefined) return [];
  const byVotes = (candidate: string): Standing[] => {
    const votes = votesOf(candidate);
    if (votes === undefined) return [];
    return [
      { candidate, printed: say.locale.count(votes), low: BigInt(votes), high: BigInt(votes) },
    ];
  };
  const byShares = (candidate: string): Standing[] => {
    const percent = figureOf(shares, candidate);
    if (percent === undefined) return [];
    return [
      { candidate, printed: `${say.locale.decimal(percent)} %`, ...claimedInterval(percent) },
    ];
  };
  const compared = [
    { figures: "votes" as const, of: byVotes },
    { figures: "shares" as const, of: byShares },
  ].flatMap(({ figures, of }): ArithmeticCheck[] => {
    const [own] = of(code);
    const [first] = candidates
      .filter((rival) => rival !== code)
      .flatMap(of)
      .sort((a, b) => (a.low > b.low ? -1 : a.low < b.low ? 1 : 0));
    if (!own || !first) return [];
    const agrees = first.low <= own.high;
    const text = agrees
      ? say.ownWinner(figures, code, own.printed)
      : say.ownNotWinner(figures, first.candidate, first.printed, code, own.printed);
    return [{ check: "winner", candidate: code, agrees, text }];
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

function margin({ say, claim, valid, votesOf }: Figures): ArithmeticCheck[] {
  if (claim.margin === undefined) return [];
  const { winner: code, loser, votes, share } = claim.margin;
  const own = votesOf(code);
  const other = votesOf(loser);
  if (own === undefined || other === undefined) return marginOfShares(say, claim, claim.margin);
  const lead = own - other;
  const parts: { agrees: boolean; text: string }[] = [];
  if (votes !== undefined) {
    const agrees = lead === votes;
    parts.push({ agrees, text: say.ownMarginVotes(votes, agrees) });
  }
  if (share !== undefined && valid !== undefined) {
    const agrees = lead >= 0 && isWithin(lead, valid, share);
    const ratio = { votes: lead, outOf: valid };
    const [digits, claimed] = agrees
      ? [decimalsOf(share) + 2, say.locale.decimal(share)]
      : [digitsOutside(ratio, share), claimedPoints(share, say)];
    const points = say.locale.points(ratio, digits);
    parts.push({ agrees, text: say.ownMarginPoints(points, claimed, agrees) });
  }
  if (parts.length === 0) return [];
  return [
    {
      check: "margin",
      candidate: code,
      agrees: parts.every(({ agrees }) => agrees),
      text: say.ownMargin(
        code,
        loser,
        lead,
        parts.map(({ text }) => text),
      ),
    },
  ];
}

/** The lead in points beside the shares, all of them before rounding. */
function marginOfShares(
  say: Phrases,
  { shares }: Claim,
  { winner: code, loser, share }: ClaimMargin,
): ArithmeticCheck[] {
  const [own, other] = [figureOf(shares, code), figureOf(shares, loser)];
  if (own === undefined || other === undefined || share === undefined) return [];
  const [first, second, lead] = [own, other, share].map(claimedInterval) as [
    Interval,
    Interval,
    Interval,
  ];
  const agrees = first.high - second.low >= lead.low && first.low - second.high <= lead.high;
  const points = say.locale.decimal(new Exact(own).minus(other).toFixed());
  const claimed = agrees ? say.locale.decimal(share) : claimedPoints(share, say);
  const text = say.ownMarginShares(code, loser, points, claimed, agrees);
  return [{ check: "margin", candidate: code, agrees, text }];
}

interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

function turnoutBase({ say, claim }: Figures): ArithmeticCheck[] {
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
  if (exact && (min > max || max === 0))
    return [{ check, agrees: false, text: say.turnoutFitsNobody(turnout, ballots) }];
  const middle = low === 0n ? "" : new Exact(ballots).times(100).div(turnout).toFixed(2);
  const voters = { ...(exact && middle !== "" ? { about: Number(middle) } : {}), min, max };
  const agrees = base === undefined || isTurnoutOf(base, ballots, exact, turnout);
  const claimed = base === undefined ? undefined : { claimed: base, fits: agrees };
  return [
    {
      check,
      agrees,
      text: say.turnoutImplies(turnout, ballots, exact, voters, claimed),
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

const decimalsOf = (percent: string) => percent.split(".")[1]?.length ?? 0;
