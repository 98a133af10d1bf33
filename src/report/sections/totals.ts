import type { Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import { paragraph, type Section } from "../model";

/** Decimals of the shares on the covered stations. */
const PERCENT_DIGITS = 4;

/** Votes and shares on the covered stations, and what is possible over all. */
export function totalsSection(verification: Verification, words: ReportLanguage): Section {
  const { count, bounds, election } = verification;
  const { locale } = words;
  return {
    id: "totals",
    heading: words.totals(),
    blocks: [
      {
        kind: "table",
        caption: words.totals(),
        columns: [
          { heading: "", align: "left" },
          { heading: words.candidate(), align: "left" },
          { heading: words.votes(), align: "right" },
          { heading: words.share(), align: "right" },
          { heading: words.least(), align: "right" },
          { heading: words.most(), align: "right" },
        ],
        rows: count.candidates.map(({ code, votes, share }, index) => [
          code,
          election.candidates[index]!.name,
          locale.count(votes),
          locale.share(share, PERCENT_DIGITS),
          locale.share(bounds[index]!.share.min),
          locale.share(bounds[index]!.share.max),
        ]),
      },
      paragraph(`${words.validVotes(count.validVotes)} ${invalidVotes(verification, words)}`),
      paragraph(words.leastAndMost()),
      ...lead(verification, words).map(paragraph),
    ],
  };
}

function invalidVotes({ count }: Verification, words: ReportLanguage): string {
  const { stations, invalidVotes } = count;
  if (!invalidVotes) return words.noInvalid();
  const { sum } = invalidVotes;
  return words.invalidVotes(
    sum,
    invalidVotes.stations < stations ? invalidVotes.stations : undefined,
  );
}

function lead({ lead }: Verification, words: ReportLanguage): string[] {
  if (!lead || lead.votes.min === lead.votes.max) return [];
  const { winner, loser, votes, share } = lead;
  const { count, points } = words.locale;
  return [
    words.lead(
      winner,
      loser,
      count(votes.covered),
      points(share.covered),
      count(votes.min),
      count(votes.max),
      points(share.min),
      points(share.max),
    ),
  ];
}

/** Candidates with a column of their own in the tables; the report names where the rest is. */
const COLUMNS = 4;

export function largest({ count }: Verification): number[] {
  return count.candidates
    .map(({ votes }, index) => ({ votes, index }))
    .sort((a, b) => b.votes - a.votes || a.index - b.index)
    .slice(0, COLUMNS)
    .map(({ index }) => index);
}

/** Totals by region, when asked for. */
export function regionsSection(verification: Verification, words: ReportLanguage): Section {
  const { options, count, regions = [] } = verification;
  const shown = largest(verification);
  const some = shown.length < count.candidates.length ? shown.length : undefined;
  const heading = words.by(options.by ?? "", some);
  if (regions.length === 0) return { id: "regions", heading, blocks: [] };
  return {
    id: "regions",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: options.by!, align: "left" },
          { heading: words.stations(), align: "right" },
          { heading: words.validVotesHeading(), align: "right" },
          ...shown.map((index) => ({
            heading: count.candidates[index]!.code,
            align: "right" as const,
          })),
        ],
        rows: regions.map(({ region, count: { stations, validVotes, candidates } }) => [
          region.join(" / "),
          words.locale.count(stations),
          words.locale.count(validVotes),
          ...shown.map((index) => words.locale.share(candidates[index]!.share)),
        ]),
      },
    ],
  };
}
