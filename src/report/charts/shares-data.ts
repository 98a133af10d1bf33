import type { Outcome } from "../../judge/verdict";
import { claimedInterval, figureOf, SHARE_SCALE } from "../../model/claim";
import { Exact, type Share, toExact } from "../../model/share";
import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { type NamedClaim, namedClaims } from "./claims";

/** A claimed share; all shares in percent. */
export interface ClaimedShare {
  readonly claim: NamedClaim;
  readonly value: number;
  /** What the digits of the claim stand for. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
  /** Of the figure by itself, where it is judged; else of the claim. */
  readonly outcome: Outcome;
  /** Of part of the stations: what is possible over all of them is then no limit. */
  readonly partial: boolean;
}

/** A candidate with what is counted, possible and claimed, in percent. */
export interface SharesOf {
  readonly code: string;
  readonly name: string;
  /** Absent where no votes are counted. */
  readonly covered?: number;
  readonly coveredShare: Share;
  readonly possible: { readonly min: Share; readonly max: Share };
  readonly min: number;
  readonly max: number;
  readonly claims: readonly ClaimedShare[];
}

/** As many candidates are drawn at most ... */
const MOST = 6;
/** ... of those with so many percent, counted or claimed: below it nothing can be told apart. */
const SMALLEST = 3;

export const percentOf = (share: Share) => toExact(share).times(100).toDecimalPlaces(6).toNumber();

/**
 * The candidates to draw, the most votes first: the largest by what is counted or claimed, and at
 * least two. Claims on a region are of other votes, and left out.
 */
export function sharesOf(verification: Verification, style: Style): SharesOf[] {
  const { election, count, bounds } = verification;
  const claims = namedClaims(verification, style).filter(
    ({ claim }) => claim.scope?.region === undefined,
  );
  // Claims on part of the stations come last: what is possible over all stations is no limit to them.
  const ordered = [
    ...claims.filter(({ claim }) => claim.scope === undefined),
    ...claims.filter(({ claim }) => claim.scope !== undefined),
  ];
  const size = ({ covered = 0, claims: own }: SharesOf) =>
    Math.max(covered, ...own.map(({ value }) => value));
  const all = bounds.map(({ code, share: possible }, index): SharesOf => {
    const coveredShare = count.candidates[index]!.share;
    return {
      code,
      name: election.candidates[index]!.name,
      ...(coveredShare.outOf === 0 ? {} : { covered: percentOf(coveredShare) }),
      coveredShare,
      possible,
      min: percentOf(possible.min),
      max: percentOf(possible.max),
      claims: ordered.flatMap((claim) => claimedShare(claim, code, style)),
    };
  });
  const largest = all.toSorted((a, b) => size(b) - size(a)).slice(0, MOST);
  return largest
    .filter((each, rank) => rank < 2 || size(each) >= SMALLEST)
    .sort((a, b) => b.coveredShare.votes - a.coveredShare.votes);
}

/** As published; else votes over the claim's own valid votes. */
function claimedShare(named: NamedClaim, code: string, { locale }: Style): ClaimedShare[] {
  const { claim, verdict } = named;
  const partial = claim.scope !== undefined;
  const percent = figureOf(claim.shares, code);
  const outcomeOf = (figure: "share" | "votes") =>
    verdict.findings.find((finding) => finding.figure === figure && finding.candidate === code)
      ?.outcome ?? verdict.outcome;
  if (percent !== undefined) {
    const { low, high } = claimedInterval(percent);
    const [least, most] = [low, high].map((end) =>
      new Exact(`${end}`).div(`${SHARE_SCALE / 100n}`).toNumber(),
    );
    return [
      {
        claim: named,
        value: Number(percent),
        low: least!,
        high: most!,
        text: `${locale.decimal(percent)} %`,
        outcome: outcomeOf("share"),
        partial,
      },
    ];
  }
  const votes = figureOf(claim.votes, code);
  if (votes === undefined || !claim.validVotes) return [];
  const share = { votes, outOf: claim.validVotes };
  const value = percentOf(share);
  return [
    {
      claim: named,
      value,
      low: value,
      high: value,
      text: locale.share(share),
      outcome: outcomeOf("votes"),
      partial,
    },
  ];
}
