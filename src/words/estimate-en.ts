import type { Assumed } from "../estimate/assumptions";
import type { TippingFigure } from "../estimate/tipping-point";
import type { Locale } from "../model/locale";

type Known = "register" | "given" | "proportional";

/** What reports on estimates say in English. */
export function estimateEn({ count, decimal, percent }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  return {
    title: (election: string | undefined) =>
      election === undefined ? "Estimate over all stations" : `${election}: an estimate`,
    lead: (kind: "sample" | "convenience", covered: number, all: number) =>
      kind === "sample"
        ? `${of(covered, "station")} of ${count(all)}, said to be drawn at random: an estimate with a sampling error.`
        : `The ${of(covered, "covered station")} of ${count(all)} came by themselves and were not drawn at random: no margin of error ` +
          "holds for them. Below is what follows from each of several assumptions.",
    complete: (stations: number) =>
      `All ${of(stations, "station")} are covered: there is nothing to estimate.`,
    envelope: () => "Shares over all stations, by every assumption",
    candidate: () => "candidate",
    covered: () => "covered",
    leastMost: () => "by the assumptions",
    withError: () => "with sampling error",
    possible: () => "possible at all",
    to: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    envelopeTitle: (code: string, range: string, possible: string, assumptions: number) =>
      `${code}: ${range} if ${assumptions === 1 ? "the assumption" : "any of the assumptions"} holds; ${possible} is possible`,
    envelopeChartKey: () =>
      "Grey: possible at all, by deduction. Strong: by every assumption, with sampling error. Marks: claims.",
    tippingTitle: (impossible: number, claims: number) =>
      impossible === 0
        ? "How different the missing stations would have to be"
        : `No missing stations could make ${impossible === claims ? "any" : `${count(impossible)}`} of ${of(claims, "claim")} true`,
    tippingChartKey: () =>
      "Dot: the covered stations. Diamond: what the missing ones would need. Grey: the shares that there are, 0 to 100 %.",
    ofValidVotes: () => "% of the valid votes",
    ofMissing: () => "% of the missing votes",
    envelopeKey: () =>
      "By the assumptions: from the least to the most of them. With sampling error: the same, widened by the 95 % that each would " +
      "have were the stations drawn at random. Possible at all: the deduction, without any assumption.",
    sampleKey: () =>
      "With sampling error: nominal 95 %. It holds if the stations were drawn at random, and all that were drawn are here.",
    noVerdict: () =>
      "None of this decides on a claim: verify does, without assumptions on the missing stations.",
    assumptions: () => "What is assumed of the missing stations",
    assumption: () => "assumption",
    missingVotes: (votes: number, basis: "registered" | "stations") =>
      basis === "registered"
        ? `Missing votes: ${count(votes)}, if as many of the voters there voted as at the covered stations.`
        : `Missing votes: ${count(votes)}, if the missing stations have as many each as the covered ones; registered voters are not known.`,
    assumed: {
      "as-covered": "like the covered ones",
      "as-region": "like their region",
      "as-neighbours": "like their neighbours",
      "as-latest": "like the latest ones",
    } satisfies Record<Assumed["assumption"], string>,
    asCovered: () =>
      "Like the covered ones: the missing stations vote as all covered ones do together.",
    asRegion: (column: string, known: Known) =>
      `Like their region: each missing station votes as the covered ones of its ${column}. ` +
      {
        register: "How many are missing in each is known from the register.",
        given: "How many are missing in each was given.",
        proportional:
          "How many are missing in each is not known: every region is assumed to be covered alike, so this is the same as the " +
          "first.",
      }[known],
    asNeighbours: (stations: number) =>
      `Like their neighbours: ${of(stations, "station")} missing within covered centres, by a gap in the numbers, vote as the other ` +
      "stations of the centre; all others as above.",
    asLatest: (stations: number) =>
      `Like the latest ones: all missing stations vote as the ${of(stations, "station")} that the earlier state does not have.`,
    claims: () => "Claimed shares beside them",
    claim: () => "claim",
    claimed: () => "claimed",
    outside: () => "outside, in points",
    within: () => "within",
    claimsKey: () =>
      "How far a claimed share, as it is rounded, is from the widest range above. A distance is no verdict.",
    tipping: () => "How different the missing stations would have to be",
    noTipping: () => "About part of the stations only, or no share is claimed.",
    tippingFigure: (
      { figure, candidate, rival, possible, holds }: TippingFigure,
      claimed: string,
      needed: string,
      covered: string,
      rivalNeeded: string,
      delta: string,
    ) => {
      const what = {
        winner: `For ${candidate} ${holds ? "to lose the lead to" : "to draw level with"} ${rival}`,
        margin: `For a lead of ${claimed} of ${candidate} over ${rival}`,
        share: `For ${claimed} for ${candidate}`,
        votes: `For ${claimed} votes for ${candidate}`,
      }[figure];
      const rivals = rival === undefined ? "" : `, and ${rivalNeeded} for ${rival}`;
      return (
        `${what} the missing stations would need ${needed} for ${candidate}${rivals}: ${covered} at the covered ones, ${delta} points ` +
        `${possible ? "away" : "away. There is no such share"}.`
      );
    },
    fits: (figure: string) =>
      `${figure}: true already, if the missing stations are like the covered ones.`,
    tippingKey: () =>
      "Other candidates keep their share. That the missing stations have so many votes is assumed.",
    sampling: () => "Sampling error, had the stations been drawn at random",
    samplingCaution: () =>
      "They were not: this says how much stations differ among each other, and nothing of those that are missing.",
    unit: () => "drawn",
    units: { station: "stations", cluster: "centres" },
    share: () => "share",
    standardError: () => "standard error",
    interval: () => "95 %",
    points: (text: string) => `${text} points`,
    designEffect: (effect: string) =>
      `Stations of one centre resemble each other: the variance is ${decimal(effect)} times that of single stations (design effect).`,
    fpc: (made: boolean): string =>
      made
        ? "With finite-population correction: the covered stations are known, and only the missing ones are uncertain."
        : "Without finite-population correction.",
    turnout: (share: string, low: string, high: string) =>
      `Turnout at the covered stations: ${share} of their registered voters (sampling error alone: ${low} to ${high}).`,
    strata: (column: string) => `Stations by ${column}`,
    all: () => "all",
    coverage: () => "coverage",
    collapsed: (pairs: readonly string[]) =>
      `Too few for an error of their own, and so put together: ${pairs.join("; ")}.`,
    pair: (stratum: string, into: string) => `${stratum} with ${into}`,
    arrivals: (by: string) => `What came late, beside what came early, by ${by}`,
    early: () => "early",
    late: () => "late",
    leadIn: (which: string) => `lead, ${which}`,
    arrivalsAll: (winner: string, loser: string, early: string, late: string, expected: string) =>
      `${winner} − ${loser}: ${early} points at the early stations, ${late} at the late ones. Had each region's late stations voted as its ` +
      `early ones: ${expected}.`,
    arrivalsCaution: () =>
      "Which places come late explains part of such a difference, and late stations that differ from early ones of their region the rest. " +
      "Neither says why.",
    largestOnly: (shown: number, all: number) =>
      `The ${count(shown)} with the most late stations, of ${count(all)}.`,
    percent: (share: number) => percent(share, 2),
    readBy: (version: string) => `Read by tallyproof ${version}`,
    file: (name: string, bytes: number, encoding: string) =>
      `${name}: ${of(bytes, "byte")}, ${encoding}`,
  };
}

/** The words of reports on estimates; each language has all of them. */
export type EstimateWords = ReturnType<typeof estimateEn>;
