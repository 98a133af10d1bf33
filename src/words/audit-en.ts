import type { Locale } from "../model/locale";

/** What an audit was found to say, for its label. */
export type AuditOutcome = "supported" | "open" | "confirmed" | "overturned";

/** The headings, labels and sentences of audit reports in English. */
export function auditEn({ count, decimal }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  const list = (items: readonly string[]) => items.join("; ");
  return {
    title: (name: string) => `Audit: ${name}`,
    planTitle: (name: string) => `Plan of an audit: ${name}`,
    outcomes: {
      supported: "supported",
      open: "open",
      confirmed: "confirmed",
      overturned: "overturned",
    } satisfies Record<AuditOutcome, string>,

    // The answer
    answer: () => "What do the sheets that were read again say?",
    claimed: (winners: readonly string[]) => `Reported: ${list(winners)}.`,
    ahead: (winner: string, losers: readonly string[]) => `${winner} ahead of ${losers.join(", ")}`,
    supported: (risk: string, limit: string, sheets: number) =>
      `The risk limit of ${limit} was reached after ${of(sheets, "sheet")}; the measured risk is ${risk}. ` +
      "The sheets read again support the reported outcome.",
    open: (risk: string, limit: string, sheets: number) =>
      `After ${of(sheets, "sheet")} the measured risk is ${risk}, above the limit of ${limit}. That is not evidence ` +
      "against the reported outcome; more sheets have to be read, or all of them.",
    confirmed: () =>
      "Whatever the sheets hold that were not read again, the reported outcome stands. This is arithmetic and no chance.",
    overturned: () =>
      "By the sheets as they were read again, a reported winner is not ahead, whatever the others hold. The reported " +
      "outcome is wrong for these sheets.",
    noMargin: () =>
      "A lead is not larger than the ballots that uncovered stations can hold (or it is a tie), so no sample of the " +
      "listed sheets can support the outcome.",

    // What is tested
    tested: () => "What is tested",
    hypothesis: (pairs: number) =>
      `The null hypothesis: at least one of ${of(pairs, "pair")} of reported winner and loser is in another order, ` +
      "or tied, in the sheets as a reader finds them. The audit tries to reject it.",
    riskMeaning: () =>
      "The measured risk is a limit: if a reported outcome is wrong, an audit like this one ever measures so little " +
      "with at most this chance. It is not the chance that the outcome is wrong.",
    compared: () =>
      "Compared are the reported counts of each drawn station with what readers found on its sheet. Reading pictures " +
      "tests the transcription, and not whether the pictures are genuine; reading paper tests both.",
    bounds: (bound: string) =>
      `Error bound U = ${decimal(bound)}: so many times over the listed stations together could undo a lead.`,
    uncovered: (stations: number, ballots: number) =>
      `${of(stations, "station")} without a sheet could hold ${of(ballots, "ballot")}; all of them are taken off every lead.`,
    coveredOnly: () =>
      "Only the listed stations are audited. What stations without a sheet hold is not part of it.",
    pair: () => "pair",
    reportedLead: () => "reported lead",
    leadToUndo: () => "lead to undo",
    overstated: () => "overstated, as found",
    leads: () => "Leads, and what the sheets read again take off them",

    // Sheets
    sheets: () => "Sheets read again",
    sheetCounts: (
      drawn: number,
      read: number,
      missing: number,
      unreadable: number,
      waiting: number,
    ) =>
      `${of(drawn, "draw")}: ${count(read)} read, ${count(missing)} missing, ${count(unreadable)} unreadable, ` +
      `${count(waiting)} waiting.`,
    lostCounts: () => "A missing or unreadable sheet counts as if every ballot were for the loser.",
    early: (number: number) =>
      `${of(number, "reading")} ${number === 1 ? "comes" : "come"} after a sheet that waits, and ${number === 1 ? "does" : "do"} not count yet.`,
    place: () => "place",
    station: () => "station",
    state: () => "state",
    states: { read: "read", missing: "missing", unreadable: "unreadable" },
    taint: () => "taint",
    risk: () => "risk",
    steps: () => "Sheets in the order of the draw, and the risk after each",
    moreSteps: (number: number) =>
      `${of(number, "more sheet")} without a difference; all are in the JSON output.`,
    differences: () => "Where a sheet says otherwise than reported",
    noDifference: () => "Every sheet that could be read says what was reported.",
    candidate: () => "candidate",
    reported: () => "reported",
    found: () => "read",
    disputes: (stations: readonly string[]) =>
      `Readers differ on ${list(stations)}: look at ${stations.length === 1 ? "it" : "them"} together, and correct both entry sheets.`,
    readOnce: (stations: readonly string[]) =>
      `Read by some readers and not yet by all: ${list(stations)}.`,

    // How to repeat it
    repeat: () => "How to repeat it",
    commitment: (date: string, stations: number) =>
      `The list of ${of(stations, "station")} was committed to on ${date}.`,
    seed: (seed: string, date: string) => `Seed, drawn on ${date}: ${seed}`,
    rule: (drawing: "weighted" | "with-replacement" | "uniform") =>
      drawing === "uniform"
        ? 'Ticket k is SHA-256(seed + "," + k) as a whole number modulo the number of stations, in the order of the ' +
          "list; tickets on a station drawn before are passed over."
        : 'Ticket k is SHA-256(seed + "," + k) as a whole number modulo the sum of all error bounds, and falls on the ' +
          "first station, in the order of the list, up to which they add up to more" +
          (drawing === "weighted"
            ? "; tickets on a station drawn before are passed over."
            : "; a station drawn again counts again."),
    betting: () =>
      "Risk: betting martingale on 1 − taint with a stake of 0.95 (Waudby-Smith, Stark and Ramdas 2021), looked at " +
      "after each sheet.",
    kaplanMarkov: () => "Risk: Kaplan–Markov (Stark 2009), with the sheets drawn with replacement.",
    commands: () =>
      "With the published list, commitment and entry sheets: tallyproof audit draw, tallyproof audit risk.",
    listHash: () => "list of stations",

    // What it does not say
    limits: () => "What it does not say",
    limitLines: () => [
      "It does not say that sheets or pictures are genuine, nor that votes were cast freely.",
      "It does not say that every count is right: only that errors are not large enough to change who is ahead.",
      "It rests on the bounds: no station has more ballots than the list says.",
    ],
    madeBy: (version: string) => `Made by tallyproof ${version}`,

    // Plan
    planned: () => "Sheets to read again",
    planLead: (stations: number, bound: string) =>
      `${of(stations, "station")}; error bound U = ${decimal(bound)}.`,
    riskLimit: () => "risk limit",
    clean: () => "betting",
    kaplanMarkovClean: () => "Kaplan–Markov",
    assumed: (share: string, taint: string | undefined) =>
      taint === undefined ? `${share} missing` : `${share} with taint ${decimal(taint)}`,
    range: (median: number, ninetieth: number) =>
      median === ninetieth ? count(median) : `${count(median)} (${count(ninetieth)})`,
    notReached: () => "not reached",
    planNote: (runs: number, seed: string) =>
      `By betting and by Kaplan–Markov if no sheet has an error. With errors: the middle of ${of(runs, "simulated audit")} by betting, and in brackets what nine of ten need at ` +
      `most (seed "${seed}"). A taint is a sheet's error as part of the largest it can have; 1 is a missing sheet.`,
    planMeaning: () =>
      "A plan only says what an audit may take. Draw somewhat more sheets, or a second round: the draw can be lengthened.",
  };
}

export type AuditWords = ReturnType<typeof auditEn>;
