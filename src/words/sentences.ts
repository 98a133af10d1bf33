import type { Locale } from "../model/locale";
import { conditionInWords, conflictInWords } from "./conditions";
import { contradictionInWords } from "./contradiction";
import { factInWords } from "./facts";
import { impossibleShare, needInWords, votesInWords } from "./figures";
import type { JudgeWords } from "./judge-en";
import { lookInWords } from "./look";
import { marginInWords, marginIsNotInWords } from "./margin";
import { stepsInWords } from "./part";
import type { Phrases, Say } from "./say";
import { average, claimedInWords, shareAsClaimed } from "./shares";
import { totalInWords } from "./totals";
import { winnerInWords } from "./winner";
import { turnoutInWords, turnoutIsNotInWords } from "./turnout";

/** All sentences of a language, from its phrases. */
export function sentencesOf(words: JudgeWords, locale: Locale): Say {
  const phrases: Phrases = { ...words, locale };
  return {
    ...phrases,
    conditionInWords: (condition, which) => conditionInWords(condition, phrases, which),
    conflictInWords: (conflict, which) => conflictInWords(conflict, phrases, which),
    contradictionInWords: (claim, candidates, conflict, which, inWords) =>
      contradictionInWords(claim, candidates, conflict, phrases, which, inWords),
    factInWords: (fact, claim, premises) => factInWords(fact, claim, premises, phrases),
    lookInWords: (look) => lookInWords(look, phrases),
    votesInWords: (who, inHand, claimed, outcome, situation) =>
      votesInWords(who, inHand, claimed, outcome, situation, phrases),
    impossibleShare: (situation, candidate, percent, possible, needed) =>
      impossibleShare(situation, candidate, percent, possible, needed, phrases),
    needInWords: (asked, code, votes) => needInWords(asked, code, votes, phrases),
    totalInWords: (total, situation) => totalInWords(total, situation, phrases),
    winnerInWords: (winner, rival, lead, outcome, situation) =>
      winnerInWords(winner, rival, lead, outcome, situation, phrases),
    marginInWords: (margin, possible, isPossible, situation) =>
      marginInWords(margin, possible, isPossible, situation, phrases),
    marginIsNotInWords: (margin, possible) => marginIsNotInWords(margin, possible, phrases),
    turnoutInWords: (claim, turnout, premises, always) =>
      turnoutInWords(claim, turnout, premises, always, phrases),
    turnoutIsNotInWords: (claim, turnout, premises) =>
      turnoutIsNotInWords(claim, turnout, premises, phrases),
    stepsInWords: (side, end, numbers) => stepsInWords(side, end, numbers, phrases),
    claimedInWords: (percent, side) => claimedInWords(percent, phrases, side),
    shareAsClaimed: (share, percent) => shareAsClaimed(share, percent, phrases),
    average: (value) => average(value, locale),
  };
}
