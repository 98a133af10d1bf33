import type { Batch } from "../../estimate/arrivals";
import type { Estimate } from "../../estimate/estimate";
import type { EstimateLanguage } from "../../words/estimate";
import { paragraph, type Section } from "../model";
import { largestOf } from "./largest";

const ROWS = 30;

/** Late stations beside early ones: the lead of the first candidate over the second. */
export function arrivalsSection(made: Estimate, words: EstimateLanguage): Section {
  const { arrivals } = made;
  const [first = 0, second = 0] = largestOf(made, 2);
  if (!arrivals || arrivals.late.stations === 0 || first === second)
    return { id: "arrivals", heading: "", blocks: [] };
  const { count, points } = words.locale;
  const lead = (votes: readonly number[], outOf: number) =>
    points({ votes: Math.round(votes[first]! - votes[second]!), outOf });
  const of = ({ votes, validVotes }: Batch) => lead(votes, validVotes);
  const { candidates, early, late, expected, regions, by } = arrivals;
  const rows = regions
    .filter((region) => region.late.stations > 0)
    .toSorted((a, b) => b.late.stations - a.late.stations || (a.region < b.region ? -1 : 1));
  const heading = words.arrivals(by);
  return {
    id: "arrivals",
    heading,
    blocks: [
      paragraph(
        words.arrivalsAll(
          candidates[first]!,
          candidates[second]!,
          of(early),
          of(late),
          lead(expected, late.validVotes),
        ),
      ),
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: by, align: "left" },
          { heading: words.early(), align: "right" },
          { heading: words.late(), align: "right" },
          { heading: words.leadIn(words.early()), align: "right" },
          { heading: words.leadIn(words.late()), align: "right" },
        ],
        rows: rows
          .slice(0, ROWS)
          .map((region) => [
            region.region,
            count(region.early.stations),
            count(region.late.stations),
            of(region.early),
            of(region.late),
          ]),
      },
      ...(rows.length > ROWS ? [paragraph(words.largestOnly(ROWS, rows.length))] : []),
      paragraph(words.arrivalsCaution()),
    ],
  };
}
