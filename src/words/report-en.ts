import type { Outcome } from "../judge/verdict";
import type { Remainder } from "../judge/remainder";
import type { Locale } from "../model/locale";
import { OUTCOMES } from "./outcomes";

/** The headings, labels and sentences of reports in English. */
export function reportEn({ count, decimal }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  const list = (items: readonly string[]) => items.join("; ");
  return {
    outcomes: OUTCOMES.en,
    and: (first: string, second: string) => `${first} and ${second}`,

    // The answer
    assumption: (percent: string) =>
      `Assumed, and not known: of the voters at missing stations at most ${decimal(percent)} % cast a ballot. ` +
      "All verdicts below rest on it.",
    leadNobody: () => "All stations are counted, and no candidate has more votes than every other.",
    leadOpen: (missing: number, possible: readonly string[] | undefined) =>
      possible === undefined
        ? `The ${of(missing, "missing station")} can still decide who has the most votes.`
        : `The ${of(missing, "missing station")} can still decide who has the most votes: ` +
          `${possible.slice(0, -1).join(", ")} or ${possible.at(-1)}. Nobody else can.`,
    leadCounted: (code: string, name: string) =>
      `All stations are counted: ${code} (${name}) has the most votes.`,
    leadCertain: (missing: number, code: string, name: string) =>
      `Whatever the ${of(missing, "missing station")} ${missing === 1 ? "holds" : "hold"}, ${code} (${name}) has the most votes.`,
    question: () => "Can each claim be true, given these tallies?",
    noClaims: () => "The election has no claims to judge.",
    sameUnderRolls: (rolls: readonly string[]) =>
      `Every verdict is the same with each published number of voters: ${list(rolls)}.`,
    differsUnderRolls: (rolls: readonly string[]) =>
      `Not every verdict is the same with each published number of voters (${list(rolls)}); see below.`,
    nearest: (points: string, claim: string) =>
      `Nearest to the shares on the covered stations, at most ${points} points off: ${claim}. A distance proves ` +
      "nothing: missing stations may differ.",
    mostlyRejected: () =>
      "More than half of the rows were rejected. If so many fail alike, the layout does not fit the file: see " +
      "the issues below, and tallyproof inspect.",
    fewVoters: (voters: number, stations: number) =>
      `The roll leaves ${of(voters, "voter")} for ${of(stations, "missing station")}: is it the roll of all stations, ` +
      "and not only of the covered ones?",
    noRegistered: (some: boolean) =>
      `${some ? "Some" : "The"} tallies have no registered voters beside them, so more votes can be missing than if ` +
      "they had; a register of the stations narrows this.",
    conditional: () =>
      "All of this holds if the tallies are authentic and the roll is right; it does not say whether they are.",

    // Totals
    totals: () =>
      "Votes on the covered stations, and the shares that are possible over all stations",
    candidate: () => "candidate",
    votes: () => "votes",
    share: () => "share",
    least: () => "least",
    most: () => "most",
    validVotes: (valid: number) => `Valid votes: ${count(valid)}.`,
    noInvalid: () => "The sheets give no invalid votes.",
    invalidVotes: (invalid: number, sheets: number | undefined) =>
      `Invalid votes: ${count(invalid)}${sheets === undefined ? "" : ` (${of(sheets, "sheet")})`}.`,
    leastAndMost: () =>
      "Least and most: the candidate's share if all missing votes went to others, or to the candidate.",
    lead: (
      winner: string,
      loser: string,
      lead: string,
      points: string,
      min: string,
      max: string,
      minPoints: string,
      maxPoints: string,
    ) =>
      `${winner} leads ${loser} by ${lead} votes (${points} points); over all stations by ${min} to ${max} ` +
      `(${minPoints} to ${maxPoints} points).`,

    // Coverage
    coverage: () => "Coverage",
    stationsCovered: (covered: number, stations: number, share: string) =>
      `Stations with an accepted tally: ${count(covered)} of ${count(stations)} (${share}).`,
    votersCovered: (registered: number, roll: number, share: string, known: number | undefined) =>
      `Voters registered there: ${count(registered)} of ${count(roll)} on the roll (${share})` +
      (known === undefined ? "." : `, known for ${count(known)} of the covered stations.`),
    votersUnknown: (roll: number) =>
      `Voters registered there: not known; ${count(roll)} on the roll.`,
    room: (
      missing: number,
      votes: number,
      basis: Exclude<Remainder["basis"], "complete">,
      maxTurnout: string | undefined,
    ) => {
      const rests = {
        registered: "the roll less the voters registered at covered stations",
        mixed:
          "the roll less the voters registered at covered stations, or the ballots cast there where the " +
          "registered voters are not known",
        ballots:
          "the roll less the ballots cast at covered stations, since their registered voters are not known",
        register: "the voters of each of them in the register",
        regions: "the register's voters of each region less those registered at covered stations",
      }[basis];
      const caveat =
        maxTurnout === undefined
          ? "That is an upper limit, not an expectation."
          : `Of them at most ${decimal(maxTurnout)} % vote: that is an assumption.`;
      return `The ${of(missing, "missing station")} can have at most ${of(votes, "valid vote")}: ${rests}. ${caveat}`;
    },
    otherRolls: (rolls: readonly string[]) =>
      `Other published numbers of voters: ${list(rolls)}. Every verdict is made under each.`,
    universeSource: (source: string) => `Source of stations and roll: ${source}.`,
    registerByRegion: (name: string, column: string) => `Register: ${name}, stations by ${column}.`,
    registerByStation: (name: string, stations: number, covered: number, complete: boolean) =>
      `Register: ${name}, ${of(stations, "station")}, of which ${count(covered)} are covered${complete ? "" : "; it is partial"}.`,
    coverageBy: (column: string) => `Coverage by ${column}`,
    covered: () => "covered",
    stations: () => "stations",
    coverageShare: () => "coverage",
    all: () => "all",
    by: (column: string, largest: number | undefined) =>
      `By ${column}${largest === undefined ? "" : `, the ${largest} largest candidates`}`,
    validVotesHeading: () => "valid votes",

    // Claim by claim
    claims: () => "Each claim",
    source: (source: string) => `Source: ${source}.`,
    further: (hidden: number, outcome: Outcome) => {
      const word = outcome === "undecided" ? "possible" : outcome;
      return `${of(hidden, "further figure")} ${hidden === 1 ? "is" : "are"} ${word} taken alone.`;
    },
    underRoll: (voters: number, outcome: Outcome, reason: string) =>
      `With ${of(voters, "voter")} on the roll, ${outcome}: ${reason}`,
    ownFigures: () => "own figures",
    ownAgree: () => "They agree with each other.",
    aside: () => "aside",
    manyClaims: (most: number) =>
      `Of more than ${most} claims only the figures that two of them give are compared, and not all together.`,
    needed: () => "needed there",
    /** Of a claim on part of the stations, also how many missing ones are supposed. */
    needSupposed: (votes: number, stations_?: number) =>
      `With ${stations_ ? `${of(stations_, "missing station")} and ` : ""}${of(votes, "missing vote")}; the covered stations' average, and where nine in ten of them lie, in brackets:`,
    needBrackets: () =>
      "The covered stations' average, and where nine in ten of them lie, in brackets:",
    /** What is asked for, of each station, of the voters, or of a candidate. */
    needPerStation: (figure: "validVotes" | "ballotsCast" | "invalidVotes") =>
      `${{ validVotes: "valid votes", ballotsCast: "ballots", invalidVotes: "invalid votes" }[figure]} per station`,
    needPerVoter: () => "valid votes per registered voter",
    needShare: (code: string, rival: string | undefined) =>
      rival === undefined ? `share of ${code}` : `lead of ${code} over ${rival}`,
    /** How much of it, beside the covered stations' average, and from where to where nine in ten lie. */
    need: (noun: string, min: string, max: string, average: string, low: string, high: string) =>
      `${noun} ${min === max ? min : `${min} to ${max}`} (${average}; ${low} to ${high}).`,
    exclusions: () => "Pairs of claims that cannot both be true, whatever the tallies say",
    proofStart: (inHand: number, room: number) =>
      `Proof, with W for all missing votes, ${of(inHand, "valid vote")} in hand and room for ${count(room)}:`,
    proofNever: (text: string) => `W may be anything: ${text}.`,
    /** What a condition is worked out from. */
    proofFrom: (facts: string) => `That is worked out from: ${facts}.`,
    proofSteps: (steps: string) => `Proof: ${steps}`,
    proofTried: (min: number, max: number) =>
      `That leaves ${count(min)} to ${count(max)}: each of them was tried, and no whole numbers of votes do.`,

    // Distances
    distances: () => "Claimed less covered share, in percentage points",
    claim: () => "claim",
    largest: () => "largest",
    mean: () => "mean",
    ofShares: () => "of shares",

    // Rows and issues
    rows: () => "Rows",
    rowCounts: (
      read: number,
      accepted: number,
      rejected: number,
      duplicate: number,
      skipped: number,
    ) =>
      `${count(read)} read = ${count(accepted)} accepted + ${count(rejected)} rejected + ` +
      `${count(duplicate)} duplicate + ${count(skipped)} skipped.`,
    rejectedVotes: (votes: number, rows: number) =>
      `Stations without an accepted row stay missing; at least ${of(votes, "vote")} can be read on ` +
      `the rejected ${rows === 1 ? "row" : "rows"} of such stations.`,
    stands: (claims: readonly string[]) =>
      `Whatever they hold, these verdicts stand: ${list(claims)}.`,
    couldDecide: (claims: readonly string[]) => `They could decide: ${list(claims)}.`,
    noIssues: () => "No issues.",
    issue: (severity: string, code: string, number: number, meaning: string, action: string) =>
      `${severity} ${code}, ${count(number)} ×: ${meaning} What to do: ${action}`,
    more: (number: number) => `and ${count(number)} more.`,
    line: (line: number) => `line ${line}`,
    station: (station: string) => `station ${station}`,
    expected: (expected: string) => `: expected ${expected}`,
    found: (received: string) => `; found ${received === "" ? "nothing" : received}`,
    readBy: (version: string) => `Read by tallyproof ${version}`,
    file: (name: string, bytes: number, encoding: string) =>
      `${name}: ${of(bytes, "byte")}, ${encoding}`,
    progress: (
      rows: number,
      megabytes: string,
      part: { readonly percent: number; readonly seconds: number } | undefined,
    ) =>
      `${of(rows, "row")}, ${part ? `${part.percent} %, ` : ""}${decimal(megabytes)} MB/s` +
      (part ? `, ${count(part.seconds)} s left` : ""),

    // Charts
    charts: () => "Charts",
    inWords: () => "This chart in words",
    noCharts: () =>
      "Charts are left out: install vega and vega-lite beside tallyproof, and make the report again.",
  };
}

/** The words of reports; each language has all of them. */
export type ReportWords = ReturnType<typeof reportEn>;
