import { BLANK, longCandidates, NULL } from "./files/long.mjs";
import { candidateCodes } from "./files/names.mjs";

const CANDIDATES = 10;
const codes = candidateCodes(CANDIDATES);

/**
 * What the files are that everybody reads: as much as a script has to know that is written for one
 * of them. `wide` has a row per station, `long` one per station and choice.
 */
export const SHAPES = {
  v2: {
    rows: "wide",
    delimiter: ",",
    region: "EDO",
    station: ["CENTRO", "MESA"],
    valid: "VOTOS_VALIDOS",
    invalid: "VOTOS_NULOS",
    candidates: ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"],
  },
  wide: {
    rows: "wide",
    delimiter: ",",
    region: "STATE",
    station: ["CENTRE", "POLL_TABLE"],
    valid: "VALID",
    invalid: "NULL_VOTES",
    candidates: codes,
  },
  long: {
    rows: "long",
    delimiter: ";",
    region: "STATE",
    station: ["TOWN_CODE", "ZONE", "SECTION"],
    choice: "NUMBER",
    votes: "VOTES",
    /** What is totalled, by the number in the column of the choice. */
    choices: {
      ...Object.fromEntries(longCandidates(CANDIDATES).map((number, at) => [codes[at], number])),
      blank: BLANK,
      invalid: NULL,
    },
  },
};
