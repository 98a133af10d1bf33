import type { Verification } from "../../verification";
import type { ReportLanguage } from "../../words/report";
import { paragraph, type Section } from "../model";

/** How much of the election the tallies cover, and what can be missing. */
export function coverageSection(
  { count, remainder, election, register }: Verification,
  words: ReportLanguage,
): Section {
  const { stations, registeredVoters: roll, source, otherRolls } = election.universe;
  const { registeredVoters } = count;
  const { locale } = words;
  const share = (votes: number, outOf: number) => locale.share({ votes, outOf });
  const lines = [
    words.stationsCovered(count.stations, stations, share(count.stations, stations)),
    registeredVoters
      ? words.votersCovered(
          registeredVoters.sum,
          roll,
          share(registeredVoters.sum, roll),
          registeredVoters.stations < count.stations ? registeredVoters.stations : undefined,
        )
      : words.votersUnknown(roll),
    ...(remainder.basis === "complete"
      ? []
      : [
          words.room(
            remainder.stations,
            remainder.maxValidVotes,
            remainder.basis,
            remainder.maxTurnout,
          ),
        ]),
    ...(otherRolls === undefined
      ? []
      : [
          words.otherRolls(
            otherRolls.map(
              (other) =>
                locale.count(other.registeredVoters) + (other.source ? ` (${other.source})` : ""),
            ),
          ),
        ]),
    ...(source === undefined ? [] : [words.universeSource(source)]),
    ...(register === undefined ? [] : [registerLine(register, words)]),
  ];
  return { id: "coverage", heading: words.coverage(), blocks: lines.map(paragraph) };
}

const registerLine = (
  { source, byRegion, stations, matched, complete }: NonNullable<Verification["register"]>,
  words: ReportLanguage,
): string =>
  byRegion
    ? words.registerByRegion(source.name, byRegion.column)
    : words.registerByStation(source.name, stations, matched, complete);

/** Coverage by region, where a register says how many stations each has. */
export function regionCoverageSection({ register }: Verification, words: ReportLanguage): Section {
  const { column, regions } = register?.byRegion ?? { column: "", regions: [] };
  const heading = words.coverageBy(column);
  if (regions.length === 0) return { id: "region-coverage", heading, blocks: [] };
  const { locale } = words;
  const row = (name: string, covered: number, stations: number) => [
    name,
    locale.count(covered),
    locale.count(stations),
    locale.share({ votes: covered, outOf: stations }),
  ];
  const sum = (what: "covered" | "stations") =>
    regions.reduce((total, region) => total + region[what], 0);
  const sorted = regions.toSorted((a, b) => (a.region < b.region ? -1 : 1));
  return {
    id: "region-coverage",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: column, align: "left" },
          { heading: words.covered(), align: "right" },
          { heading: words.stations(), align: "right" },
          { heading: words.coverageShare(), align: "right" },
        ],
        rows: [
          ...sorted.map(({ region, covered, stations }) => row(region, covered, stations)),
          row(words.all(), sum("covered"), sum("stations")),
        ],
      },
    ],
  };
}
