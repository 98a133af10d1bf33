import type { Verification } from "../../verification";
import type { Style } from "./chart";
import { briefly, coverage } from "./claims";
import { leaders } from "./leaders";
import type { RegionRow, Regions } from "./regions-data";

/** Where who has the most votes; without votes, where most and fewest stations have a tally. */
export function regionsTitle(
  { count }: Verification,
  all: readonly RegionRow[],
  { words, locale }: Style,
): string {
  const counted = all.filter(({ shares }) => shares.length > 0);
  if (counted.length === 0) return coverageTitle(all, { words, locale });
  const leader = count.candidates[leaders(count)[0]!]!.code;
  const own = counted.filter(({ winner }) => winner === leader).length;
  return own === counted.length
    ? words.leadsEverywhere(briefly(leader), locale.count(own))
    : words.leadsMost(briefly(leader), locale.count(own), locale.count(counted.length));
}

function coverageTitle(
  all: readonly RegionRow[],
  { words, locale }: Pick<Style, "words" | "locale">,
): string {
  const share = ({ coverage: known }: RegionRow) =>
    known ? { votes: known.covered, outOf: known.stations } : { votes: 0, outOf: 1 };
  const value = (row: RegionRow) => share(row).votes / share(row).outOf;
  const sorted = all.toSorted((a, b) => value(a) - value(b));
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  return words.coverageEnds(
    briefly(low.region),
    locale.share(share(low), 1),
    briefly(high.region),
    locale.share(share(high), 1),
  );
}

export function regionsKey({ rows, all, column }: Regions, { words, locale }: Style): string {
  const withShares = rows.some(({ shares }) => shares.length > 0);
  const withCoverage = rows.some(({ coverage: known }) => known !== undefined);
  return [
    withShares ? words.regionsKey(briefly(column)) : words.coverageKey(briefly(column)),
    ...(withShares && withCoverage ? [words.coverageColumn] : []),
    ...(rows.length < all.length
      ? [words.largestOnly(locale.count(rows.length), locale.count(all.length))]
      : []),
  ].join(" ");
}

/** All numbers of the chart, region by region. */
export function regionsInWords(
  verification: Verification,
  regions: Regions,
  title: string,
  style: Style,
): string {
  const { words, locale } = style;
  const { count } = verification;
  const codes = leaders(count).map((index) => briefly(count.candidates[index]!.code));
  const percent = (value: number) => locale.percent(value / 100, 2);
  const sentences = regions.rows.map(({ region, shares, coverage: known }) => {
    const parts = [
      ...shares.map((share, rank) => `${codes[rank]} ${percent(share)}`),
      ...(known
        ? [words.stationsWithTally(locale.count(known.covered), locale.count(known.stations))]
        : []),
    ];
    return `${briefly(region)}: ${parts.join(", ")}.`;
  });
  return [
    `${title}.`,
    coverage(verification, style),
    regionsKey(regions, style),
    ...sentences,
  ].join(" ");
}
