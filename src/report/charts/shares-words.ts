import { type Share, toExact } from "../../model/share";
import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { briefly, coverage, figureOutcome, namedClaims, notDrawn } from "./claims";
import type { ClaimedShare, SharesOf } from "./shares-data";

/** What the chart shows: first what cannot be true, then what must be, then that all is open. */
export function sharesTitle(
  verification: Verification,
  candidates: readonly SharesOf[],
  style: Style,
): string {
  const { words, locale } = style;
  const claims = namedClaims(verification, style);
  const named = (outcome: string) =>
    claims.filter(({ verdict }) => verdict.outcome === outcome).map(({ name }) => name);
  const [impossible] = impossibleShares(candidates);
  if (impossible) {
    const { own, claimed, above } = impossible;
    const end = above ? own.possible.max : own.possible.min;
    return words.noCompletion(briefly(own.code), claimed.text, outside(end, claimed, style), above);
  }
  const [contradicted, confirmed] = [named("contradicted"), named("confirmed")];
  if (contradicted.length > 0) return words.contradictedClaims(fewOf(contradicted, style));
  if (confirmed.length > 0) return words.confirmedClaims(fewOf(confirmed, style));
  const { certainWinner } = verification;
  if (claims.length > 0) return words.nothingDecided(claims.length);
  const [first] = candidates;
  const range = [locale.share(first!.possible.min), locale.share(first!.possible.max)] as const;
  return certainWinner === undefined
    ? words.winnerOpen
    : words.winnerCertain(briefly(certainWinner), ...range);
}

/** So many names fit in a title. */
const NAMED = 2;

const fewOf = (names: readonly string[], { words }: Style) =>
  words.list([
    ...names.slice(0, names.length === NAMED + 1 ? NAMED + 1 : NAMED).map((name) => briefly(name)),
    ...(names.length > NAMED + 1 ? [words.others(names.length - NAMED)] : []),
  ]);

interface Impossible {
  readonly own: SharesOf;
  readonly claimed: ClaimedShare;
  /** Whether it is above all that is possible, or below. */
  readonly above: boolean;
  /** How far, in points. */
  readonly gap: number;
}

/** Figures of contradicted claims beside all that is possible: by claim, the farthest first. */
function impossibleShares(candidates: readonly SharesOf[]): Impossible[] {
  return candidates
    .flatMap((own) =>
      own.claims.map((claimed): Impossible => {
        const [below, above] = [own.min - claimed.high, claimed.low - own.max];
        return { own, claimed, above: above > below, gap: Math.max(above, below) };
      }),
    )
    .filter(
      ({ claimed: { claim, partial, outcome }, gap }) =>
        claim.verdict.outcome === "contradicted" &&
        outcome === "contradicted" &&
        !partial &&
        gap > 0,
    )
    .sort((a, b) => a.claimed.claim.index - b.claimed.claim.index || b.gap - a.gap);
}

/** The share with as many decimals as show that it lies outside the claimed interval. */
function outside(share: Share, { low, high }: ClaimedShare, { locale }: Style): string {
  for (let digits = 2; digits < 10; digits++) {
    const printed = toExact(share).times(100).toDecimalPlaces(digits);
    if (printed.lt(low) || printed.gt(high)) return locale.share(share, digits);
  }
  return locale.share(share, 10);
}

/** All numbers of the chart, candidate by candidate. */
export function sharesInWords(
  verification: Verification,
  candidates: readonly SharesOf[],
  title: string,
  style: Style,
): string {
  const { words, locale } = style;
  const sentences = candidates.map(({ code, coveredShare, possible, claims }) =>
    [
      words.candidate(
        briefly(code),
        locale.share(coveredShare),
        locale.share(possible.min),
        locale.share(possible.max),
      ),
      ...claims.map(
        ({ claim, text, outcome }) =>
          `${claim.name}: ${text}, ${figureOutcome(outcome, claim.verdict.outcome, style)}`,
      ),
    ].join("; "),
  );
  const elsewhere = candidates.some(({ claims }) =>
    claims.some(
      ({ outcome, claim }) =>
        claim.verdict.outcome === "contradicted" && outcome !== "contradicted",
    ),
  );
  return [
    `${title}.`,
    coverage(verification, style),
    ...sentences.map((sentence) => `${sentence}.`),
    ...(elsewhere ? [words.elsewhereKey] : []),
    ...notDrawn(
      namedClaims(verification, style),
      candidates.flatMap(({ claims }) => claims.map(({ claim }) => claim.claim.id)),
      style,
    ),
  ].join(" ");
}
