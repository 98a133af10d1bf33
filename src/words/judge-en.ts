import type { Locale } from "../model/locale";
import type { Cause, Range, RoomBy, RoundingWays, Term, TermNoun } from "./kinds";
import { sumInWords } from "./sum";

/**
 * The sentences of verdicts in English. "Missing stations" are those without an accepted tally,
 * "missing votes" the valid votes there. Counts and shares come as numbers or as text already written
 * in the language's style, as the names of the parameters say.
 */
export function judgeEn({ count, decimal, scientific }: Locale) {
  const of = (number: number, noun: string) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
  const stations = (number: number) => `the ${of(number, "missing station")}`;
  const list = (names: readonly string[]) =>
    names.length < 2
      ? (names[0] ?? "the others")
      : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const verb = (number: number, one: string, many: string) => (number === 1 ? one : many);

  const words = {
    /** `52 % (51.5 % to 52.5 %)`, or one end of it. */
    claimedShare: (percent: string, low: string, high: string, side?: "least" | "most") => {
      const ends = { low: decimal(low), high: decimal(high) };
      const claimed = `${decimal(percent)} %`;
      if (side === "least") return `${claimed} (${ends.low} % or more)`;
      if (side === "most") return `${claimed} (${ends.high} % or less)`;
      return `${claimed} (${ends.low} % to ${ends.high} %)`;
    },
    /** What can be missing, and why, when something says less than the roll allows. */
    missingVotes: (available: number, less: { ownTotals: boolean; maxTurnout?: string }) =>
      less.ownTotals
        ? `the ${of(available, "missing vote")} that the claim's own totals leave`
        : less.maxTurnout === undefined
          ? `all ${of(available, "missing vote")}`
          : `all ${of(available, "missing vote")} at a turnout of ${decimal(less.maxTurnout)} %`,
    perStation: (missing: string, covered: string) =>
      `${missing} per station, where the covered stations average ${covered}`,
    /** With how many missing votes something is possible. */
    possibleIf: ({ min, max, available, missing }: Range) => {
      if (max === 0) return "if no vote is missing";
      const outset = `if ${stations(missing)} ${missing === 1 ? "has" : "have"}`;
      if (min === max) return `${outset} exactly ${of(min, "valid vote")}`;
      if (min === 0 && max === available) return "however many votes are missing";
      if (min === 0) return `${outset} at most ${of(max, "valid vote")}`;
      return max === available
        ? `${outset} at least ${of(min, "valid vote")} (at most ${count(max)} can be missing)`
        : `${outset} from ${count(min)} to ${of(max, "valid vote")}`;
    },

    // Votes
    votesOfNobody: (claimed: number) =>
      `The claim gives ${of(claimed, "vote")} to others than those it names, and there are none.`,
    /** What is in hand and needed, before "of" or "more than" what can be missing. */
    votesNeeded: (
      who: string | undefined,
      inHand: number,
      claimed: number,
      required: number,
      missing: number,
      perStation: string,
    ) =>
      `${who ?? "The other candidates"} ${who === undefined ? "have" : "has"} ${count(inHand)} of the ${of(claimed, "vote")} claimed and ` +
      `${who === undefined ? "need" : "needs"} ${count(required)} more from ${stations(missing)} (${perStation})`,
    votesCanBe: (needed: string, missingVotes: string) => `${needed}, of ${missingVotes}.`,
    votesCannotBe: (needed: string, missingVotes: string) =>
      `${needed}, more than ${missingVotes}.`,
    votesExactly: (who: string | undefined, claimed: number) =>
      `No vote can be missing: ${who ?? "the other candidates"} ${who === undefined ? "have" : "has"} exactly the ${count(claimed)} claimed.`,
    votesInHand: (who: string | undefined, inHand: number, excess: number, claimed: number) =>
      `${who ?? "The other candidates"} already ${who === undefined ? "have" : "has"} ${of(inHand, "vote")}, ${count(excess)} more than ` +
      `the ${count(claimed)} claimed for all stations.`,
    votesCounted: (who: string | undefined, inHand: number, claimed: number) =>
      `All stations are counted: ${who ?? "the other candidates"} ${who === undefined ? "have" : "has"} ${of(inHand, "vote")}, not ${count(claimed)}.`,

    // Shares
    shareNow: (code: string, share: string) => `No vote can be missing: ${code} has ${share}.`,
    shareAlways: (code: string, missing: number, least: string, most: string) =>
      `Whatever ${stations(missing)} ${verb(missing, "holds", "hold")}, ${code} has between ${least} and ${most}.`,
    sharePossible: (
      code: string,
      share: string,
      claimed: string,
      possibleIf: string,
      need: string,
    ) => `${code} has ${share} so far; ${claimed} is possible ${possibleIf}.${need}`,
    /** What part of the missing votes a candidate must or may have, if there are so many. */
    shareOfMissing: (
      outOf: number,
      code: string,
      least: string | undefined,
      most: string | undefined,
    ) => {
      const asked =
        least !== undefined && most !== undefined
          ? least === most
            ? `about ${least}`
            : `${least} to ${most}`
          : least !== undefined
            ? `at least ${least}`
            : `at most ${most}`;
      return ` Were there ${count(outOf)}, ${asked} of them would have to be for ${code}.`;
    },
    shareOfNothing: (code: string, percent: string) =>
      `There are no valid votes, so ${code} has no share of them, and not ${decimal(percent)} %.`,
    shareIsNot: (code: string, share: string, claimed: string) =>
      `No vote can be missing: ${code} has ${share}, not ${claimed}.`,
    shareOfWholeVotes: (available: number, code: string, claimed: string) =>
      `No whole number of missing votes, up to ${count(available)}, gives ${code} ${claimed}.`,
    shareAtMost: (missingVotes: string, code: string, share: string) =>
      `Even if ${missingVotes} were for ${code}, that would make ${share}.`,
    shareAtLeast: (missingVotes: string, code: string, share: string) =>
      `Even if none of ${missingVotes} were for ${code}, that would leave ${share}.`,
    shareNever: (outset: string, claimed: string) =>
      `${outset} No number of missing votes makes it ${claimed}.`,
    shareNeeds: (
      outset: string,
      claimed: string,
      missing: number,
      votes: number,
      perStation: string,
    ) =>
      `${outset} For ${claimed} ${stations(missing)} would need at least ` +
      `${of(votes, "valid vote")} (${perStation}).`,

    // Totals
    totalNoun: (figure: "validVotes" | "ballotsCast" | "invalidVotes") =>
      ({ validVotes: "valid votes", ballotsCast: "ballots", invalidVotes: "invalid votes" })[
        figure
      ],
    totalInHand: (noun: string, inHand: number, excess: number, claimed: number) =>
      `The covered stations already have ${count(inHand)} ${noun}, ${count(excess)} more than the ${count(claimed)} claimed.`,
    totalLeaves: (noun: string, required: number, missing: number, room: number, fits: boolean) =>
      `The claim leaves ${count(required)} ${noun} to ${stations(missing)}, which can have ${fits ? "up to" : "at most"} ${count(room)}.`,
    totalTooLarge: (noun: string, most: number, claimed: number) =>
      `There can be at most ${count(most)} ${noun}, not ${count(claimed)}.`,
    totalOpen: (noun: string, claimed: number) =>
      `${count(claimed)} ${noun} ${verb(claimed, "is", "are")} possible: not every covered sheet states how many it has.`,
    totalExact: (noun: string, claimed: number) =>
      `The covered stations have exactly the claimed ${count(claimed)} ${noun}.`,
    turnoutIsNot: (
      side: "already" | "most" | "claimed",
      ballots: number,
      share: string,
      voters: number,
      claimed: string,
    ) => {
      const outset = {
        already: `${of(ballots, "ballot")} ${verb(ballots, "is", "are")} already there`,
        most: `${of(ballots, "ballot")} at most can have been cast`,
        claimed: `${of(ballots, "ballot")} ${verb(ballots, "is", "are")} claimed`,
      }[side];
      return `${outset}: ${share} of ${of(voters, "voter")}, not ${claimed}.`;
    },
    turnoutOfSome: (turnout: string) =>
      `A turnout of ${decimal(turnout)} % is possible; the claim does not say of how many voters.`,
    turnoutOf: (
      turnout: string,
      voters: number,
      certain: boolean,
      ballots: number,
      share: string,
    ) =>
      `A turnout of ${decimal(turnout)} % of ${of(voters, "voter")} is ${certain ? "certain" : "possible"}: the covered stations have ` +
      `at least ${of(ballots, "ballot")}, ${share}.`,

    // Winner and margin
    winnerBehind: (code: string, behind: number, rival: string, missingVotes: string) =>
      `${code} is ${of(behind, "vote")} behind ${rival}, more than ${missingVotes}.`,
    winnerImpossible: (code: string, missingVotes: string) =>
      `With ${missingVotes} ${code} cannot have the most votes.`,
    winnerCertain: (code: string, rival: string | undefined, lead: number, room: number) =>
      rival === undefined
        ? `${code} is the only candidate.`
        : `${code} leads ${rival} by ${of(lead, "vote")}, more than the ${count(room)} that can be missing.`,
    winnerOpen: (code: string, rival: string, lead: number, available: number) =>
      lead === 0
        ? `${code} and ${rival} have the same number of votes, and up to ${count(available)} can be missing.`
        : `${code} is ${of(Math.abs(lead), "vote")} ${lead < 0 ? "behind" : "ahead of"} ${rival}, and up to ` +
          `${count(available)} can be missing.`,
    marginFigure: (votes: number | undefined, share: string | undefined) =>
      [
        ...(votes === undefined ? [] : [of(votes, "vote")]),
        ...(share === undefined ? [] : [`${decimal(share)} points`]),
      ].join(" and "),
    marginIsNot: (code: string, rival: string, votes: number, points: string, claimed: string) =>
      `No vote can be missing: ${code} is ${of(Math.abs(votes), "vote")} ${votes < 0 ? "behind" : "ahead of"} ${rival} ` +
      `(${points} points), not ${claimed} ahead.`,
    /** The lead so far, and what it can be. */
    margin: (
      code: string,
      rival: string,
      lead: number,
      missingVotes: string,
      unit: "votes" | "points",
      min: string,
      max: string,
      claimed: string,
      possible: boolean,
    ) => {
      const range = `from ${min} to ${max} ${unit}`;
      const outset = `The lead of ${code} over ${rival} is ${of(lead, "vote")} so far`;
      return possible
        ? `${outset}; with ${missingVotes} it can be ${range}, so ${claimed} are possible.`
        : `${outset}. With ${missingVotes} it can be ${range}, not ${claimed}.`;
    },
    marginAlways: (code: string, rival: string, missing: number, claimed: string) =>
      missing === 0
        ? `All stations are counted: ${code} leads ${rival} by ${claimed}.`
        : `Whatever ${stations(missing)} ${verb(missing, "holds", "hold")}, ${code} leads ${rival} by ${claimed}.`,

    // All figures together
    togetherCertain: () => "Every figure is true whatever the missing stations hold.",
    togetherPossible: (figures: number, possibleIf: string) =>
      `${figures === 2 ? "Both figures" : `All ${figures} figures`} together are possible ${possibleIf}.`,
    togetherNot: (conflict: string) =>
      `Each figure is possible alone, but not together: ${conflict}.`,
    ownNot: (conflict: string) => `The claim's own figures exclude each other: ${conflict}.`,
    /** A claim whose own figures exclude each other, with a check of its arithmetic that shows it. */
    contradictsItself: (text: string) => `The claim contradicts itself. ${text}`,
    anywhere: (missing: number, region: string) =>
      missing === 1
        ? `The missing station may lie in ${region}.`
        : `Any of the ${of(missing, "missing station")} may lie in ${region}.`,
    noWholeVotes: () => "no whole numbers of votes give all of them",
    both: (first: string, second: string) => `${first}, and ${second}`,
    /** Why a condition on the missing votes (or, before any tally, on all of them) must hold. */
    cause: (cause: Cause, who: readonly string[]) =>
      ({
        negative: "since votes cannot be negative, and a share needs votes",
        room: "since no more voters are left",
        valid: "by the claim's own valid votes",
        ballots: "by the ballots or turnout claimed",
        "ballots-fit": "since valid, invalid and blank votes must fit into the claim's ballots",
        "ballots-reach": "for the ballots or turnout claimed",
        invalid: "since the claim's invalid votes take room",
        "invalid-least": "by the claim's own invalid votes",
        turnout: "for the claimed turnout and ballots to agree",
        already: `for what ${list(who)} already ${verb(who.length, "has", "have")} not to exceed the claim`,
        own: `for what the claim says of ${list(who)} to agree`,
        needs: `for ${list(who)} to get what the claim gives them`,
        absorbs: "since the claim gives all candidates less than all the votes",
        winner: `for ${who[0]} to have the most votes`,
      })[cause],
    alreadyOver: (who: readonly string[], excess: number) =>
      `${list(who)} already ${verb(who.length, "has", "have")} ${of(excess, "vote")} more than the claim gives them`,
    /** The cause with the number of votes that it asks for or allows; without one, none will do. */
    condition: (
      cause: string,
      side: "least" | "most" | "none",
      number: number,
      of_: "missing" | "all",
    ) => {
      const noun = of_ === "missing" ? "missing vote" : "valid vote";
      return {
        none: `${cause}, no number of ${noun}s will do`,
        least:
          number <= 0
            ? `${cause}, there can be no fewer than ${of(number, noun)}`
            : `${cause}, at least ${of(number, noun)} would be needed`,
        most: `${cause}, there could be at most ${of(number, noun)}`,
      }[side];
    },

    // Part of the stations
    anyStations: (claimed: number, all: number, least: number) =>
      least === 0
        ? `Any ${count(claimed)} of the ${of(all, "station")} can all be without a tally here`
        : `Of any ${count(claimed)} of the ${of(all, "station")}, at least ${count(least)} ${least === 1 ? "has" : "have"} a tally here`,
    nounVotesFor: (code: string) => `votes for ${code}`,
    nounOtherVotes: () => "votes for others",
    nounShare: (claimed: string, code: string) => `${claimed} for ${code}`,
    nounTurnout: (turnout: string, voters: number | undefined) =>
      `ballots (claimed turnout: ${decimal(turnout)} %${voters === undefined ? "" : ` of ${of(voters, "voter")}`})`,
    nounLead: (code: string, rival: string, share: string) =>
      `a lead of ${code} over ${rival} of ${decimal(share)} points`,
    partTooMany: (
      outset: string,
      least: number,
      number: number,
      noun: string,
      excess: number,
      claimed: number,
    ) =>
      `${outset}. Even the ${least === 1 ? "one" : count(least)} with the fewest ${verb(least, "has", "have")} ${count(number)} ${noun}, ${count(excess)} more than the ${count(claimed)} claimed.`,
    partTooFew: (outset: string, noun: string, added: number, most: number, claimed: number) =>
      `${outset}. No such stations have more than ${count(most)} ${noun}` +
      `${added === 0 ? "" : `, ${of(added, "missing vote")} included`}; ${count(claimed)} ${verb(claimed, "is", "are")} claimed.`,
    /** Of sheets that leave open how many there are. */
    partOpen: () => "(a sheet that does not say it counts as missing)",
    partExact: (claimed: number, noun: string) =>
      `The claim's stations have exactly ${count(claimed)} ${noun}.`,
    partRange: (stations_: number, least: number, most: number, noun: string, claimed: number) =>
      `Any ${of(stations_, "station")} ${verb(stations_, "has", "have")} at least ${count(least)} and at most ${count(most)} ${noun}; ${count(claimed)} ${verb(claimed, "is", "are")} claimed.`,
    /** What is missing if as many missing stations as can be are meant, beside the largest others. */
    partNeeds: (
      missing: number,
      others: number,
      inHand: number,
      noun: string,
      needed: number,
      perMissing: string,
      perCovered: string,
    ) =>
      `${others === 0 ? "If all of them are missing stations" : `If ${stations(missing)} ${verb(missing, "is", "are")} among them`}` +
      `${others === 0 ? "" : `, and the ${others === 1 ? "covered one" : `${count(others)} covered ones`} with the most (${count(inHand)})`}, ` +
      `${count(needed)} more ${verb(needed, "is", "are")} needed there: ${perMissing} per station, where the covered stations average ${perCovered} ${noun}.`,
    /** Two numbers of votes, each possible, whose sum or difference is not. */
    partPair: (
      outset: string,
      first: string,
      second: string,
      sign: 1 | -1,
      claimed: number,
      side: "least" | "most",
      end: number,
    ) =>
      `${outset}. Each figure is possible alone, but not together: ${first} ${sign === 1 ? "plus" : "less"} ${second} would be ` +
      `${count(claimed)}, and no such stations come to ${side === "least" ? "less" : "more"} than ${count(end)}.`,
    partShareNot: (outset: string, code: string, side: "least" | "most", claimed: string) =>
      `${outset}. No such stations, with all missing votes ${side === "most" ? "for" : "against"} ${code}, come to ${claimed}.`,
    partAlways: (noun: string) => `Whichever stations the claim means, ${noun} is true there.`,
    partPossible: (noun: string, stations_: number) =>
      `The tallies do not rule out ${noun} on some ${of(stations_, "station")}.`,
    partWinnerNot: (outset: string, code: string) =>
      `${outset}. On no such stations can ${code} have the most votes.`,
    partWinnerAlways: (code: string) =>
      `Whichever stations the claim means, ${code} has the most votes there.`,
    partWinnerOpen: (code: string, stations_: number) =>
      `The tallies do not rule out that ${code} has the most votes on some ${of(stations_, "station")}.`,
    partLead: (
      stations_: number,
      code: string,
      rival: string,
      least: number,
      most: number,
      claimed: number,
    ) =>
      `On any ${of(stations_, "station")} the lead of ${code} over ${rival} is from ${count(least)} to ${count(most)} votes; ` +
      `${count(claimed)} are claimed.`,

    // Proofs
    /** A fact that holds of any claim. */
    factOfAny: (
      kind: "votes-exist" | "within" | "all-votes" | "no-negative",
      who: readonly string[],
    ) =>
      ({
        "votes-exist": "votes cannot be negative, and a share needs a vote",
        within: `${list(who)} can get all W${who.length > 1 ? " together" : ""} at most`,
        "all-votes": "all candidates together get W",
        "no-negative": `${list(who)} can get 0 at least`,
      })[kind],
    /** What can be missing, worked out. */
    factRoom: (
      by: RoomBy,
      roll: number,
      registered: number,
      room: number,
      maxTurnout: string | undefined,
    ) => {
      const left = `${count(roll)} voters on the roll − ${count(registered)} registered at covered stations = ${count(roll - registered)}`;
      const some = maxTurnout === undefined ? "" : ` at a turnout of ${decimal(maxTurnout)} %`;
      return {
        roll:
          maxTurnout === undefined
            ? left
            : `${left}, of which ${decimal(maxTurnout)} % are ${count(room)}`,
        register: `by the register the missing stations can have ${count(room)} votes${some}`,
        all: `no more can be missing there than in all: ${count(room)}${some}`,
        complete: "no station is missing",
      }[by];
    },
    /** A share of all votes, those in hand and W, less what a candidate has, or is ahead by. */
    factShare: (
      code: string,
      rival: string | undefined,
      least: boolean,
      percent: string,
      part: string,
      valid: number,
      inHand: number,
      rest: string,
      below: boolean,
    ) =>
      `${
        rival === undefined
          ? `of W, ${code} ${least ? "needs at least" : "can get at most"} ${percent} % of all valid votes less what ${code} has`
          : `among W, the lead of ${code} over ${rival} is ${least ? "at least" : "at most"} ${percent} % of all valid votes less the lead in hand`
      }: ${part} × (${count(valid)} + W) − ${inHand < 0 ? `(${count(inHand)})` : count(inHand)} = ${part} × W ${below ? "−" : "+"} ${rest}`,
    /** Numbers added up or taken off, and what that makes. */
    factTerms: (terms: readonly Term[], who: readonly string[]) => {
      const [first, second] = who;
      const nouns: Record<TermNoun, string> = {
        "votes-claimed": `claimed for ${list(who)}`,
        "valid-claimed": "valid votes claimed",
        "lead-claimed": `claimed as the lead of ${first} over ${second}`,
        "ballots-claimed": "ballots claimed",
        "turnout-ballots": "ballots by the claimed turnout",
        "invalid-claimed": "invalid votes claimed",
        "in-hand": "in hand",
        "first-in-hand": `of ${first} in hand`,
        "second-in-hand": `of ${second} in hand`,
        "valid-in-hand": "valid votes in hand",
        "ballots-in-hand": "ballots in hand",
        "ballots-possible": "ballots possible",
        "blank-in-hand": "blank ballots in hand",
        "invalid-in-hand": "invalid votes in hand",
        "invalid-possible": "invalid votes possible",
        room: "that can be missing",
      };
      return sumInWords(terms, nouns, count);
    },
    /** How many of a claim's stations are covered. */
    stepOverlap: (meant: number, all: number, covered: number, least: number) =>
      `Of any ${of(meant, "station")} at most ${count(all)} − ${count(covered)} = ${count(all - covered)} have no tally here, so at least ${count(least)} ${verb(least, "has", "have")} one.`,
    /** What the claim's covered stations come to. */
    stepSum: (side: "least" | "most", taken: number, measure: string, sum: string) =>
      `Of the covered stations, sorted by ${measure}, the ${taken === 1 ? "one" : count(taken)} with the ${side === "least" ? "fewest" : "most"} ${taken === 1 ? `comes to ${sum}` : `come to ${sum} together`}.`,
    stepRoom: (added: number, room: string) =>
      `Up to ${of(added, "vote")} can be missing beside them (${room}).`,
    /** Of fewer votes than can be missing in all. */
    stepLargest: (missing: number) =>
      `by the register the largest ${of(missing, "missing station")} can have no more`,
    /** What follows. */
    stepEnd: (side: "least" | "most", end: string, claimed: string) =>
      `That makes ${end} at ${side}; the claim needs ${side === "least" ? "at most" : "at least"} ${claimed}.`,
    measureLead: (code: string, rival: string) => `the lead of ${code} over ${rival}`,
    measureShare: (votes: string, share: string) => `${votes} less ${share} × the valid votes`,
    measurePair: (first: string, second: string, sign: 1 | -1) =>
      `${first} ${sign === 1 ? "plus" : "less"} ${second}`,

    // Rolls
    dependsOnRoll: (
      decided: number,
      confirmed: boolean,
      missing: number,
      open: number,
      openMissing: number,
    ) =>
      `It depends on the roll: with ${of(decided, "voter")}, where at most ${of(missing, "vote")} can be missing, it is ` +
      `${confirmed ? "confirmed" : "contradicted"}; with ${count(open)}, where ${count(openMissing)} can be, it is open.`,

    // What an undecided claim needs
    lookTotal: (
      noun: string,
      min: string,
      max: string,
      covered: string,
      low: string,
      high: string,
    ) =>
      `That is ${min === max ? min : `${min} to ${max}`} ${noun} per missing station, where the covered ones average ${covered} ` +
      `and nine in ten have ${low} to ${high}.`,
    lookSupposed: (basis: "exactly" | "covered" | "least" | "most", votes: number) =>
      ({
        exactly: `With those ${of(votes, "valid vote")}`,
        covered: `If as many vote there as at the covered stations (${of(votes, "valid vote")})`,
        least: `Even with the fewest votes that will do (${of(votes, "valid vote")})`,
        most: `Even with the most votes that will do (${of(votes, "valid vote")})`,
      })[basis],
    lookRange: (min: string, max: string, open: boolean) =>
      min === max ? `about ${min}` : open ? `at least ${min}` : `${min} to ${max}`,
    lookNeeds: (
      supposed: string,
      code: string,
      rival: string | undefined,
      range: string,
      covered: string,
    ) =>
      rival === undefined
        ? `${supposed}, ${code} would need ${range} of them; ${covered}.`
        : `${supposed}, ${code} would have to be ahead of ${rival} by ${range} of them; ${covered}.`,
    /** Of a lead that may, or must, be one of the other among the missing votes. */
    lookBehind: (
      supposed: string,
      code: string,
      rival: string,
      range: string,
      must: boolean,
      covered: string,
    ) =>
      must
        ? `${supposed}, ${code} would have to be behind ${rival} by ${range} of them; ${covered}.`
        : `${supposed}, ${code} could be behind ${rival} by up to ${range} of them; ${covered}.`,
    /** The same of a region in which nobody knows how many missing stations lie. */
    lookAnywhere: (missing: number, region: string, text: string): string =>
      `${words.anywhere(missing, region).replace(/\.$/, ";")} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    /** The same of a claim on part of the stations: which missing and covered ones are supposed. */
    lookAmong: (missing: number, covered: number, text: string): string =>
      (covered === 0
        ? "Suppose that all of them are missing stations"
        : `Suppose that ${stations(missing)} ${verb(missing, "is", "are")} among them, and ` +
          (covered === 1
            ? "the covered one that suits"
            : `the ${count(covered)} covered ones that suit`) +
          " each figure best") + `: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    lookAverage: (average: string) => `the covered stations average ${average}`,
    lookCovered: (
      average: string,
      low: string,
      high: string,
      stations_: number,
      ofStations: number,
      end: string,
      side: "above" | "below",
    ) =>
      `the covered stations average ${average}, nine in ten have ${low} to ${high}, and ${count(stations_)} of ` +
      `${count(ofStations)} ${stations_ === 1 ? "has" : "have"} ${end} or ${side === "above" ? "more" : "less"}`,

    // Claims that exclude each other
    excludeWinners: (first: string, second: string) =>
      `The one says that ${first} won, the other ${second}.`,
    excludeShares: (code: string, first: string, second: string) =>
      `${code} has ${first} by the one, ${second} by the other.`,
    excludeVotes: (code: string, first: number, second: number) =>
      `${code} has ${of(first, "vote")} by the one, ${of(second, "vote")} by the other.`,
    excludeTotals: (noun: string, first: number, second: number) =>
      `There are ${count(first)} ${noun} by the one, ${count(second)} by the other.`,
    excludeBy: (first: string, second: string) => `By the one ${first}, by the other ${second}.`,
    leadsBy: (code: string, rival: string, figure: string) => `${code} leads ${rival} by ${figure}`,
    winsMost: (code: string) => `${code} has the most votes`,
    excludeTurnouts: (first: string, second: string) =>
      `The turnout is ${decimal(first)} % by the one, ${decimal(second)} % by the other.`,
    /** More on some stations than on all that they are among. */
    excludePart: (noun: string, part: number, whole: number, partIsFirst: boolean) =>
      partIsFirst
        ? `There are ${count(part)} ${noun} on part of the stations by the one, ${count(whole)} on all of them by the other.`
        : `There are ${count(whole)} ${noun} on all stations by the one, ${count(part)} on part of them by the other.`,
    excludeWithin: (partIsFirst: boolean, conflict: string) =>
      `The stations of the ${partIsFirst ? "first" : "second"} are among those of the other, and their figures do not go together: ${conflict}.`,
    excludeRoll: (needed: number, roll: number) =>
      `Together they need at least ${of(needed, "voter")}, more than the ${count(roll)} there are.`,
    excludeTogether: (conflict: string) => `Their figures do not go together: ${conflict}.`,

    // A claim's own arithmetic
    votesAddUp: (sum: bigint, compared: string) =>
      `The candidates' votes add up to ${decimal(`${sum}`)}, ${compared}.`,
    wholeValid: (claimed: number) => `${of(claimed, "valid vote")} claimed`,
    wholeBallots: (claimed: number) => `${of(claimed, "ballot")} cast`,
    /** How a sum compares with a whole that exceeds it by `left`. */
    besideWhole: (left: bigint, whole: string, rest: "others" | "blank" | "invalid" | "nobody") => {
      if (left === 0n) return `as many as the ${whole}`;
      if (left < 0n) return `${decimal(`${-left}`)} more than the ${whole}`;
      if (rest === "nobody") return `${decimal(`${left}`)} fewer than the ${whole}`;
      const who = {
        others: "the others",
        blank: "blank ballots",
        invalid: "invalid votes and blank ballots",
      }[rest];
      return `which leaves ${decimal(`${left}`)} of the ${whole} for ${who}`;
    },
    ballotsAddUp: (sum: bigint, withInvalid: boolean, compared: string) =>
      `${withInvalid ? "Valid and invalid votes add up to" : "The valid votes are"} ${decimal(`${sum}`)}, ${compared}.`,
    shareOfVotes: (
      code: string,
      votes: number,
      outOf: number,
      share: string,
      claimed: string,
      agrees: boolean,
    ) =>
      `${code} has ${count(votes)} of ${of(outOf, "valid vote")}, ${share}, ${agrees ? `as the ${claimed} claimed` : `not ${claimed}`}.`,
    sharesAddUp: (
      complete: boolean,
      sum: string,
      beside: { kind: "more" | "less" | "left" | "equal" | "rounding"; percent: string },
    ) => {
      const compared = {
        more: `: before rounding at least ${decimal(beside.percent)} %, more than 100 %`,
        less: `: before rounding at most ${decimal(beside.percent)} %, less than 100 %`,
        left: `, which leaves ${decimal(beside.percent)} % for the others`,
        equal: "",
        rounding: ", which rounding explains",
      }[beside.kind];
      return `The ${complete ? "shares of all candidates" : "shares claimed"} add up to ${decimal(sum)} %${compared}.`;
    },
    ownWinner: (by: "votes" | "shares", code: string, printed: string) =>
      `By the claim's own ${by} nobody it names has more than the ${printed} of ${code}.`,
    ownNotWinner: (
      by: "votes" | "shares",
      first: string,
      printed: string,
      code: string,
      own: string,
    ) =>
      `By the claim's own ${by} ${first} has ${printed}, more than the ${own} of ${code}, its winner.`,
    ownMargin: (code: string, rival: string, lead: number, parts: readonly string[]) =>
      `By the claim's own votes ${[`${code} is ${count(Math.abs(lead))} ${lead < 0 ? "behind" : "ahead of"} ${rival}`, ...parts].join(", ")}.`,
    ownMarginShares: (
      code: string,
      rival: string,
      points: string,
      claimed: string,
      agrees: boolean,
    ) =>
      `By the claim's own shares the lead of ${code} over ${rival} is about ${points} points, ` +
      `${agrees ? `which fits the ${claimed} claimed` : `not ${claimed}`}.`,
    ownMarginVotes: (claimed: number, agrees: boolean) =>
      agrees ? "as claimed" : `not ${count(claimed)} ahead`,
    ownMarginPoints: (points: string, claimed: string, agrees: boolean) =>
      `${points} points of the valid votes, ${agrees ? `as the ${claimed} claimed` : `not ${claimed}`}`,
    claimedPoints: (share: string, low: string, high: string) =>
      `${decimal(share)} points (${decimal(low)} points to ${decimal(high)} points)`,
    turnoutFitsNobody: (turnout: string, ballots: number) =>
      `A turnout of ${decimal(turnout)} % with ${of(ballots, "ballot")} fits no whole number of voters.`,
    turnoutImplies: (
      turnout: string,
      ballots: number,
      exact: boolean,
      voters: { about?: number; min: number; max: number },
      base: { claimed: number; fits: boolean } | undefined,
    ) => {
      const implied =
        voters.about === undefined
          ? `at least ${of(voters.min, "voter")}`
          : `about ${of(voters.about, "voter")} (${count(voters.min)} to ${count(voters.max)})`;
      const claimed =
        base === undefined
          ? ""
          : `; ${count(base.claimed)} are claimed, which ${base.fits ? "fits" : "does not fit"}`;
      return `A turnout of ${decimal(turnout)} % with ${exact ? "" : "at least "}${of(ballots, "ballot")} implies ${implied}${claimed}.`;
    },

    // Rounded percentages
    roundedCounts: (
      percents: readonly string[],
      total: number,
      favourable: string,
      outOf: string,
      ways: RoundingWays,
      probability: string,
      flagged: boolean,
    ) => {
      const counted = {
        three: "ways of dividing so many votes in three are like that",
        two: "ways of dividing so many votes in two are like that",
        pair: "ways of taking two counts out of so many votes are like that",
        largest:
          "ways of taking two counts out of so many votes are like that for the two largest alone, and for all of them no more",
      }[ways];
      const shown = percents.map((percent) => `${decimal(percent)} %`);
      return (
        `The counts are exactly ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} of ` +
        `${count(total)}, rounded to whole votes; ${decimal(favourable)} in ${decimal(outOf)} ` +
        `${counted} (${scientific(probability)}). ` +
        (flagged
          ? "Votes worked out from rounded percentages look the same, so this says nothing of the result itself."
          : "That is nothing unusual.")
      );
    },
    notRounded: (
      code: string | undefined,
      off: string,
      percent: string,
      total: number,
      step: string,
    ) =>
      `The count of ${code ?? "the others"} is ${off} votes from ${decimal(percent)} % of ${count(total)}, so the counts are ` +
      `not whole steps of ${decimal(step)} %, as counted votes seldom are.`,
    roundedTooMany: (sum: string, total: number) =>
      `The counts add up to ${decimal(sum)}, more than the ${count(total)} of which they would be parts, so no chance is worked out.`,
    roundedTooFine: (step: string) =>
      `The counts are whole steps of ${decimal(step)} %, rounded to whole votes; for steps so fine no chance is worked out, ` +
      "and nothing follows from it.",
  };
  return words;
}

/** The sentences of verdicts; each language has all of them. */
export type JudgeWords = ReturnType<typeof judgeEn>;
