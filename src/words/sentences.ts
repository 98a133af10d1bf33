import type { Locale } from "../model/locale";
import { conditionInWords, conflictInWords } from "./conditions";
import { contradictionInWords } from "./contradiction";
import { factInWords, roomInWords } from "./facts";
import type { JudgeWords } from "./judge-en";
import { lookInWords } from "./look";
import type { Phrases, Say } from "./say";
import { average, claimedInWords, pointsOutside, shareAsClaimed, shareOutside } from "./shares";

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
    roomInWords: (room) => roomInWords(room, phrases),
    lookInWords: (look) => lookInWords(look, phrases),
    claimedInWords: (percent, side) => claimedInWords(percent, phrases, side),
    shareAsClaimed: (share, percent) => shareAsClaimed(share, percent, phrases),
    shareOutside: (share, percent) => shareOutside(share, percent, phrases),
    pointsOutside: (share, points) => pointsOutside(share, points, phrases),
    average: (value) => average(value, locale),
  };
}
