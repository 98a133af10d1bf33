import type { ViewName } from "../reconcile/effect";
import type { SheetKind } from "../reconcile/kinds";
import type { Locale } from "../model/locale";
import type { SheetCount } from "../model/tallies";

/** What reports on transcriptions say in English. */
export function reconcileEn({ count, decimal }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  return {
    title: (election: string | undefined) =>
      election === undefined
        ? "Two transcriptions beside each other"
        : `${election}: two transcriptions beside each other`,
    named: (letter: string, name: string, stations: number) =>
      `${letter} is ${name} (${of(stations, "station")}).`,
    lead: (shared: number, different: number) =>
      different === 0
        ? `${of(shared, "station")} ${shared === 1 ? "is" : "are"} in both, and all of them agree.`
        : `${of(shared, "station")} ${shared === 1 ? "is" : "are"} in both; ${count(different)} of them ${different === 1 ? "differs" : "differ"}.`,
    stations: () => "Stations",
    inBothEqual: () => "in both, equal",
    inBothDifferent: () => "in both, different",
    onlyIn: (letter: string) => `only in ${letter}`,
    number: () => "stations",
    sameVerdicts: () =>
      "Neither the differences nor the stations that only B has change the verdict of any claim.",
    otherVerdicts: (claims: readonly string[]) =>
      `With what B reads, or with the stations that only B has, another verdict comes out for: ${claims.join("; ")}.`,
    bothMisread: (most: string) =>
      `If each was read without the other, at most ${decimal(most)} stations are to be expected that both misread in any ` +
      "way. What is hard to read misleads both, and alike: then there are more, and nothing here shows them.",
    whoIsRight: () =>
      "Which of the two is right is not decided here: look at the sheets of the lines named.",
    differences: () => "Differences",
    station: () => "station",
    what: () => "count of",
    lineOf: (letter: string) => `line in ${letter}`,
    kind: () => "looks like",
    region: (column: string) => `Differences by ${column}`,
    kinds: {
      "one-digit": "one digit",
      "swapped-digits": "two digits swapped",
      "digit-missing": "a digit missing",
      "shifted-columns": "shifted by a column",
      "swapped-columns": "two columns swapped",
      "copied-neighbour": "a neighbour's row copied",
      several: "several",
      other: "other",
    } satisfies Record<SheetKind, string>,
    fields: {
      validVotes: "valid votes",
      invalidVotes: "invalid votes",
      blankVotes: "blank votes",
      ballotsCast: "ballots cast",
      registeredVoters: "registered voters",
    } satisfies Record<SheetCount | "validVotes", string>,
    more: (number: number) => `And ${count(number)} more; --csv and --json have all.`,
    moreInJson: (number: number) => `And ${count(number)} more; --json has all.`,
    kindsFound: (kinds: readonly string[]) => `By what they look like: ${kinds.join("; ")}.`,
    effect: () => "What it does to the totals",
    views: {
      a: "A as it is",
      b: "B as it is",
      corrected: "A as B corrects it",
      united: "A and what only B has",
    } satisfies Record<ViewName, string>,
    validVotes: () => "valid votes",
    leadOf: (winner: string, loser: string) => `${winner} − ${loser}`,
    points: () => "in points",
    verdicts: () => "What it does to each claim",
    claim: () => "claim",
    fewer: () =>
      "A transcription with fewer stations decides less; that alone is no difference of reading. Registered voters that B " +
      "does not give are taken from A.",
    refused: () => "too many stations or voters",
    lone: () => "Stations that only one has",
    loneLine: (letter: string, stations: string) => `Only in ${letter}: ${stations}.`,
    line: (line: number) => `line ${line}`,
    place: (station: string, line: number) => `${station} (line ${line})`,
    near: (pairs: readonly string[]) =>
      `These may be the same station, but for zeros in front: ${pairs.join("; ")}.`,
    nearPair: (a: string, b: string, same: boolean) =>
      `${a} and ${b} (${same ? "the same votes" : "other votes"})`,

    majorityTitle: (number: number) => `${count(number)} transcriptions beside each other`,
    majorityLead: (several: number, unanimous: number, settled: number, unsettled: number) =>
      `${of(several, "station")} are in two or more: ${count(unanimous)} read alike by all, ${count(settled)} settled by a ` +
      `majority, ${count(unsettled)} by none.`,
    majorityCaution: () =>
      "A majority says what most read, and not what the paper says: several can copy the same mistake.",
    transcription: () => "transcription",
    dissents: () => "reads otherwise",
    proofread: () => "What each two find in another",
    found: (
      base: string,
      one: string,
      other: string,
      first: number,
      second: number,
      both: number,
      missed: string | undefined,
    ) =>
      `In ${base}: ${one} finds ${count(first)}, ${other} finds ${count(second)}, both alike ${count(both)}.` +
      (missed === undefined ? "" : ` Missed by both, by Lincoln and Petersen: ${decimal(missed)}.`),
    foundCaution: () =>
      "That assumes that they read without each other; one copied from another finds nothing by itself, and the estimate is too low.",
    disputes: () => "Stations read in different ways",
    majority: () => "majority",
    dissenter: () => "otherwise",
    noMajority: () => "none",

    rollUpTitle: (by: string) => `Published totals by ${by} beside the sums of their parts`,
    rollUpLead: (regions: number, equal: number, below: number, above: number) =>
      `Of ${of(regions, "published total")} ${count(equal)} equal the sum of the parts in hand, ${count(below)} are below it in some ` +
      `count, ${count(above)} above it.`,
    rollUpCaution: () =>
      "A total below the sum is impossible if the parts are right. One above it can be right as long as parts are missing.",
    parts: () => "parts",
    outcome: () => "the total is",
    outcomes: { equal: "equal", below: "below", above: "above" },
    publishedLess: () => "published less sum",
    withoutParts: (regions: readonly string[]) => `Without a part in hand: ${regions.join("; ")}.`,
    withoutTotal: (regions: readonly string[]) =>
      `Without a published total: ${regions.join("; ")}.`,
    readBy: (version: string) => `Read by tallyproof ${version}`,
    file: (name: string, bytes: number, encoding: string) =>
      `${name}: ${of(bytes, "byte")}, ${encoding}`,
  };
}

/** The words of reports on transcriptions; each language has all of them. */
export type ReconcileWords = ReturnType<typeof reconcileEn>;
