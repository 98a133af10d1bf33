import type { DescribedKind } from "../forensics/describe";
import type { Lack, TestKind } from "../forensics/family";
import type { Locale } from "../model/locale";

/** What a test asks, what is expected where nothing is amiss, and what else can explain a finding. */
export interface TestWords {
  readonly name: string;
  readonly asks: string;
  readonly usual: string;
  readonly harmless: string;
}

/** The sentences of forensic reports in English. */
export function forensicsEn({ count, decimal }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  const tests: Readonly<Record<TestKind, TestWords>> = {
    "whole-percentages": {
      name: "whole percentages",
      asks: "Do more stations than expected have a share within 0.05 points of a whole percentage?",
      usual: "Each station's number is binomial around what it is; the exact expectation follows.",
      harmless: "Small or equal numbers of ballots at many stations; shares near 0 or 100 %.",
    },
    "last-digit": {
      name: "last digit",
      asks: "Is each last digit of the counts there as often as the others?",
      usual: "A tenth each, where counts vary by much more than ten.",
      harmless:
        "Counts that vary little; a filter on the counts themselves; sheets that are partly rounded.",
    },
    "final-pairs": {
      name: "last two digits",
      asks: "Are the last two digits equal, or neighbours, as often as by chance?",
      usual:
        "Equal in a tenth, neighbours in a fifth. Who makes numbers up repeats digits too seldom.",
      harmless: "Many counts below ten, whose tens are 0.",
    },
    "zeros-and-fives": {
      name: "counts ending in 0 or 5",
      asks: "Do a fifth of the counts end in 0 or 5?",
      usual: "A fifth, where counts vary by much more than ten.",
      harmless: "Clerks who round small counts; counts that vary little.",
    },
    "rounded-zeros-and-fives": {
      name: "percentages ending in 0 or 5",
      asks: "Do a fifth of the rounded percentages end in 0 or 5?",
      usual: "A fifth, where shares vary by much more than ten points.",
      harmless: "Very small stations, where 0, 50 and 100 % are frequent; shares that vary little.",
    },
    "centre-homogeneity": {
      name: "stations of a centre",
      asks: "Did the stations of one centre vote alike?",
      usual:
        "χ² between them, less what is usual there: φ, by the median over centres. Centres beyond that " +
        "by Benjamini and Hochberg are flagged.",
      harmless:
        "Voters who are not spread by chance: stations by age, street or language, soldiers, hospitals; " +
        "two counts that were exchanged in copying.",
    },
    "local-outliers": {
      name: "station against its neighbours",
      asks: "Is one station's share far from the others of its centre?",
      usual:
        "Near the median of the others, with the scatter that is usual. Three stations or more.",
      harmless: "As for the stations of a centre; a mistake in copying one sheet.",
    },
  };
  const described: Readonly<Record<DescribedKind, string>> = {
    "second-digit": "mean second digit (Benford)",
    skewness: "skewness of shares",
    kurtosis: "kurtosis of shares",
    "turnout-correlation": "correlation of turnout and share",
    "excess-votes": "votes above the usual turnout, beyond its ratio (Shpilkin)",
  };
  const lacks: Readonly<Record<Lack, string>> = {
    centres:
      "the tallies do not tell which stations share a centre (name the column with --centre)",
    turnout: "the tallies do not give both ballots and registered voters",
    stations: "no station has what it needs",
  };
  return {
    tests,
    described,
    lacks,
    figures: { validVotes: "valid votes", turnout: "turnout" },
    title: (sources: readonly string[]) => `Forensic tests of ${sources.join(", ")}`,
    lead: (ran: number, flagging: number, refused: number, notRun: number) =>
      `${of(ran, "test")} ran; ${flagging === 0 ? "none flags anything" : `${count(flagging)} flag${flagging === 1 ? "s" : ""} something`} ` +
      `after Holm's correction for all of them` +
      (refused === 0 ? "" : `; ${of(refused, "test")} refused to flag`) +
      (notRun === 0 ? "." : `; ${of(notRun, "test")} could not be made.`),
    caution: () =>
      "These are anomalies, not verdicts: a flag says where to look at the sheets, not what happened, and " +
      "no flag does not say that all is well. Statistics cannot say whether a sheet is authentic.",
    planned: (hash: string) =>
      `Planned: the tests were fixed in a file with SHA-256 ${hash} before the data were read. The others are exploratory.`,
    unplanned: () =>
      "No plan was fixed before the data were read, so all of this is exploratory (--plan).",
    resultsHeading: () => "Tests",
    testsHeading: () => "What each test asks",
    test: () => "test",
    subject: () => "of",
    effect: () => "effect",
    p: () => "p",
    holm: () => "Holm",
    falseAlarms: () => "false alarms",
    outcome: () => "outcome",
    outcomes: {
      flag: "flag",
      "no-flag": "no flag",
      refused: "refused",
      "not-run": "not made",
    },
    exploratory: "exploratory",
    effectStations: (amount: string, share: string) => `${amount} stations (${share})`,
    effectVotes: (amount: string, share: string) => `${amount} votes (${share})`,
    effectKey: () =>
      "Effect: stations (or counts) more than expected, for last digits those that would have to end otherwise; " +
      "of tests by centre, the votes in flagged places that are off what the others there have. False alarms: how often " +
      "clean simulated elections of these stations, sizes and centres have p of 5 % or less, with the error of " +
      "simulating. Above 10 % a test refuses to flag, and for one candidate means for all.",
    familyAlarms: (rate: string, error: string, isPlanned: boolean | undefined) =>
      `A clean election has a flag in any of the ${isPlanned === undefined ? "" : isPlanned ? "planned " : "exploratory "}tests in ${rate} ± ${error} of the simulations.`,
    notRun: (test: string, subject: string, lack: string) =>
      `Not made: ${test}, ${subject}: ${lack}.`,
    usual: (usual: string, harmless: string) =>
      `Where nothing is amiss: ${usual} Harmless reasons: ${harmless}`,
    flagsHeading: () => "Where to look",
    noFlags: () => "No centre and no station stands out.",
    flagged: (
      test: string,
      subject: string,
      n: number,
      here: number,
      chance: string,
      most: number,
    ) =>
      `${test}, ${subject}: ${count(here)} of ${count(n)} stand out; by chance ${chance} on average, and in 19 of 20 ` +
      `clean elections at most ${count(most)}.`,
    flag: (centre: string, station: string | undefined, votes: string, p: string) =>
      `${station === undefined ? `Centre ${centre}` : `Station ${station}`}: ${votes} votes off, p ${p}`,
    sheet: (station: string, line: number, votes: number, outOf: number, share: string) =>
      `${station} (line ${line}): ${count(votes)} of ${count(outOf)} (${share})`,
    more: (number: number) => `and ${count(number)} more (--json has all).`,
    describedHeading: () => "Described, never flagged",
    describedWhy: () =>
      "These are often cited. The law that each is held against does not hold for clean elections, as the " +
      "simulated ones show, so no flag is made of them.",
    statistic: () => "statistic",
    here: () => "here",
    law: () => "law",
    clean: () => "clean elections",
    called: (rate: string) => `${rate} called odd`,
    average: (value: string) => `${value} on average`,
    methodHeading: () => "How it was measured",
    method: (simulations: number, seed: string) =>
      `${of(simulations, "clean election")} simulated from the seed ${JSON.stringify(seed)}; the same seed gives the same report.`,
    geometry: (
      stations: number,
      accepted: number,
      centres: number | undefined,
      shared: number | undefined,
      phi: string,
      turnoutPhi: string,
    ) =>
      `${of(stations, "station")}${stations === accepted ? "" : ` of ${count(accepted)}`}` +
      (centres === undefined
        ? "; centres are not known, so each votes by its own shares."
        : ` in ${of(centres, "centre")}, ${count(shared!)} of them with two stations or more; φ of votes ${decimal(phi)}, of turnout ${decimal(turnoutPhi)}.`),
    provenanceHeading: () => "Input",
    source: (name: string, sha256: string) => `${name}: SHA-256 ${sha256}`,
    version: (version: string) => `tallyproof ${version}`,
    progress: (done: number, all: number, left: number | undefined) =>
      `${count(done)} of ${of(all, "simulated election")}${left === undefined ? "" : `, ${count(left)} s left`}`,

    // Charts
    fingerprintTitle: (candidate: string) => `${candidate}: turnout and share, station by station`,
    fingerprintKey: () =>
      "To the right: turnout. Upwards: share of the valid votes. Stronger colour: more stations. A picture, not a test.",
    fingerprintWords: (stations: number, turnout: string, share: string) =>
      `${of(stations, "station")}; most have a turnout near ${turnout} % and a share near ${share} %.`,
    turnoutAxis: () => "turnout, %",
    digitsTitle: (candidate: string, outside: number) =>
      outside === 0
        ? `${candidate}: every last digit is as frequent as chance makes it`
        : `${candidate}: ${of(outside, "last digit")} outside the band of chance`,
    digitsKey: () =>
      "Dots: counts that end in the digit. Grey band: 19 in 20 by chance, each digit alone; of ten, one is often outside.",
    digitAxis: () => "last digit",
    centresTitle: (candidate: string, first: number, expected: string) =>
      `${candidate}: ${of(first, "centre")} with p of 5 % or less, ${expected} by chance`,
    centresKey: () => "Dots: centres by p. Grey band: 19 in 20 by chance, if scatter is as usual.",
    centresAxis: () => "p of a centre, %",
    classes: (values: readonly string[], low: string, high: string) =>
      `From left to right: ${values.join(", ")}. By chance ${low} to ${high} each.`,
  };
}

/** The words of forensic reports; each language has all of them. */
export type ForensicsWords = ReturnType<typeof forensicsEn>;
