// The Spanish words of reports beside the English ones: the same functions, numbers and names, no English.
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../src/model/locale";
import { LABEL_WIDTH } from "../../src/report/layout";
import { reportEn, type ReportWords } from "../../src/words/report-en";
import { reportEs } from "../../src/words/report-es";

const en = reportEn(LOCALES.en);
const es = reportEs(LOCALES.es);

type Name = Exclude<keyof ReportWords, "outcomes">;
type Samples = { readonly [K in Name]: readonly Parameters<ReportWords[K]>[] };

const [A, B, C] = ["ALFA", "BETA", "GAMA"];
// Parts that are handed over are in the language of neither.
const PART = "⟨…⟩";

const SAMPLES: Samples = {
  and: [[PART, PART]],
  assumption: [["62.9"]],
  leadNobody: [[]],
  leadOpen: [
    [1, undefined],
    [5494, undefined],
    [1, [A, B]],
    [5494, [A, B, C]],
  ],
  leadCounted: [[A, PART]],
  leadCertain: [
    [1, A, PART],
    [5494, A, PART],
  ],
  question: [[]],
  noClaims: [[]],
  sameUnderRolls: [[[PART, PART]]],
  differsUnderRolls: [[[PART, PART]]],
  nearest: [
    [PART, PART],
    ["1", PART],
  ],
  mostlyRejected: [[]],
  fewVoters: [
    [1, 2],
    [0, 5494],
    [3, 5494],
  ],
  noRegistered: [[true], [false]],
  conditional: [[]],
  totals: [[]],
  candidate: [[]],
  votes: [[]],
  share: [[]],
  least: [[]],
  most: [[]],
  validVotes: [[1], [10659128]],
  noInvalid: [[]],
  invalidVotes: [
    [1, undefined],
    [1139, undefined],
    [1139, 1],
    [1139, 24000],
  ],
  leastAndMost: [[]],
  lead: [
    [A, B, "1", "1", "−5", "7", "−2", "1"],
    [A, B, "391", "36", "−267", "756", "−7", "52"],
  ],
  coverage: [[]],
  stationsCovered: [
    [1, 2, PART],
    [24532, 30026, PART],
  ],
  votersCovered: [
    [1, 2000, PART, undefined],
    [17745239, 21392464, PART, undefined],
    [17745239, 21392464, PART, 1],
    [17745239, 21392464, PART, 24000],
  ],
  votersUnknown: [[21392464]],
  room: [
    [1, 1, "registered", undefined],
    [1, 600, "register", undefined],
    [5494, 3647225, "registered", undefined],
    [5494, 3647225, "mixed", undefined],
    [5494, 3647225, "ballots", undefined],
    [5494, 3647225, "register", undefined],
    [5494, 3647225, "regions", "62.9"],
  ],
  otherRolls: [[[PART]], [[PART, PART]]],
  universeSource: [[PART]],
  registerByRegion: [[PART, PART]],
  registerByStation: [
    [PART, 1, 0, true],
    [PART, 30026, 1, false],
    [PART, 30026, 24532, true],
  ],
  coverageBy: [[PART]],
  covered: [[]],
  stations: [[]],
  coverageShare: [[]],
  all: [[]],
  by: [
    [PART, undefined],
    [PART, 4],
  ],
  validVotesHeading: [[]],
  claims: [[]],
  source: [[PART]],
  further: [
    [1, "contradicted"],
    [6, "contradicted"],
    [1, "confirmed"],
    [6, "confirmed"],
    [1, "undecided"],
    [6, "undecided"],
  ],
  underRoll: [
    [1, "contradicted", PART],
    [21392464, "confirmed", PART],
    [21392464, "undecided", PART],
  ],
  ownFigures: [[]],
  ownAgree: [[]],
  aside: [[]],
  manyClaims: [[1], [30]],
  needed: [[]],
  needSupposed: [[1], [2190798], [1, 1], [2190798, 5494]],
  needBrackets: [[]],
  needPerStation: [["validVotes"], ["ballotsCast"], ["invalidVotes"]],
  needPerVoter: [[]],
  needShare: [
    [A, undefined],
    [A, B],
  ],
  need: [
    [PART, "63 %", "69 %", "67 %", "36 %", "86 %"],
    [PART, "399", "399", "434", "200", "600"],
  ],
  exclusions: [[]],
  proofStart: [
    [1, 3],
    [10659128, 3647225],
  ],
  proofNever: [[PART]],
  proofFrom: [[PART]],
  proofSteps: [[PART]],
  proofTried: [
    [5, 5],
    [5, 9000],
  ],
  distances: [[]],
  claim: [[]],
  largest: [[]],
  mean: [[]],
  ofShares: [[]],
  rows: [[]],
  rowCounts: [
    [4, 1, 1, 1, 1],
    [24542, 24532, 5, 3, 2],
    [0, 0, 0, 0, 0],
  ],
  rejectedVotes: [
    [1, 1],
    [0, 3],
    [1200, 3],
  ],
  stands: [[[PART]], [[PART, PART]]],
  couldDecide: [[[PART]], [[PART, PART]]],
  noIssues: [[]],
  issue: [
    [PART, PART, 1, PART, PART],
    [PART, PART, 1200, PART, PART],
  ],
  more: [[1], [1200]],
  line: [[1200]],
  station: [[PART]],
  expected: [[PART]],
  found: [[PART], [""]],
  readBy: [[PART]],
  file: [
    [PART, 1, PART],
    [PART, 4088737, PART],
  ],
  inWords: [[]],
  progress: [
    [1, "2.0", { percent: 20, seconds: 1 }],
    [16384, "12.5", { percent: 99, seconds: 4 }],
    [16384, "12.5", undefined],
  ],
  charts: [[]],
  noCharts: [[]],
};

const NAMES = Object.keys(SAMPLES) as Name[];

/** Calls both languages with the same values. */
function said(name: Name, values: readonly unknown[]): { english: string; spanish: string } {
  const call = (words: ReportWords) => (words[name] as (...all: unknown[]) => string)(...values);
  return { english: call(en), spanish: call(es) };
}

/** Each number from 2 in a sentence, in order of size; a lone one may be a word, and two may be said once. */
const numbersIn = (text: string, thousands: string, point: string) => {
  const numbers = (text.match(/\d[\d.,]*/g) ?? [])
    .map((digits) =>
      Number(digits.replace(/[.,]$/, "").replaceAll(thousands, "").replace(point, ".")),
    )
    .filter((number) => number >= 2);
  return [...new Set(numbers)].sort((a, b) => a - b);
};

const ENGLISH =
  /\b(the|of|and|or|with|for|from|to|than|has|have|is|are|if|all|each|votes?|valid|ballots?|stations?|claims?|claimed|missing|points?|shares?|voters?|roll|register|rows?|sheets?|tally|tallies|more|less|most|least|source|proof|charts?|expected|found|contradicted|confirmed|undecided)\b/i;

describe("every word of the report", () => {
  test("is there in both languages, takes as many values, and has samples", () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    expect([...NAMES, "outcomes"].sort()).toEqual(Object.keys(en).sort());
    for (const name of NAMES) expect([name, es[name].length]).toEqual([name, en[name].length]);
  });

  test.each(NAMES)("%s", (name) => {
    for (const values of SAMPLES[name]) {
      const { english, spanish } = said(name, values);
      expect(spanish.trim()).not.toBe("");
      // A byte is one in both.
      if (name !== "file") expect(spanish).not.toBe(english);
      // An option keeps its name.
      expect(spanish.replaceAll("--register", "")).not.toMatch(ENGLISH);
      expect(spanish).not.toMatch(/undefined|NaN|Infinity|\[object| {2}|fraude/i);
      expect(/[.:?]$/.exec(spanish)?.[0]).toBe(/[.:?]$/.exec(english)?.[0]);
      expect(spanish.split("¿")).toHaveLength(spanish.split("?").length);
      for (const code of [A, B, C]) {
        if (english.includes(code)) expect(spanish).toContain(code);
      }
      expect(spanish.split(PART)).toHaveLength(english.split(PART).length);
      expect(numbersIn(spanish, ".", ",")).toEqual(numbersIn(english, ",", "."));
    }
  });

  test("agrees in number", () => {
    const sentences = NAMES.flatMap((name) =>
      SAMPLES[name].map((values) => said(name, values).spanish),
    );
    const nouns =
      "voto|mesa|afirmación|elector|punto|acta|cifra|leída|aceptada|rechazada|duplicada|omitida";
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(new RegExp(`(?<![\\d.,])1 (${nouns})(s|es)\\b`));
      expect(sentence).not.toMatch(new RegExp(`\\d{2,} (${nouns})(?![\\p{L}])`, "u"));
      expect(sentence).not.toMatch(new RegExp(`(?<![\\d.,])[02-9] (${nouns})(?![\\p{L}])`, "u"));
      expect(sentence).not.toMatch(/\b(única|único) \S+s(?= |$)/);
      expect(sentence).not.toMatch(/\b(de|a) el único/);
    }
  });
});

describe("outcomes", () => {
  test("fit the labels, in capitals too", () => {
    const labels = Object.values(es.outcomes);
    expect(labels.map((label) => label.toUpperCase())).toEqual([
      "CONTRADICHA",
      "CONFIRMADA",
      "NO DECIDIDA",
    ]);
    expect(Object.keys(es.outcomes)).toEqual(Object.keys(en.outcomes));
    for (const label of [...labels, es.ownFigures(), es.aside(), es.needed()])
      expect(label.length).toBeLessThanOrEqual(LABEL_WIDTH);
  });
});

describe("sentences", () => {
  test("of one and of several missing stations", () => {
    expect(es.leadCertain(5494, "EG", "Edmundo González")).toBe(
      "Sean cuales sean los votos de las 5.494 mesas faltantes, EG (Edmundo González) tiene la mayor cantidad de votos.",
    );
    expect(es.leadOpen(1, undefined)).toBe(
      "La única mesa faltante todavía puede decidir quién tiene la mayor cantidad de votos.",
    );
    expect(es.room(1, 600, "register", undefined)).toBe(
      "La única mesa faltante puede tener como máximo 600 votos válidos: los electores que el registro de mesas da " +
        "para ella. Es un límite máximo, no una previsión.",
    );
  });

  test("that list candidates and claims", () => {
    expect(es.leadOpen(285, ["EG", "NM", "OV"])).toBe(
      "Las 285 mesas faltantes todavía pueden decidir quién tiene la mayor cantidad de votos: EG, NM u OV. " +
        "Nadie más puede tenerla.",
    );
    expect(es.and("CNE: A", "IU: B")).toBe("CNE: A e IU: B");
    expect(es.by("EDO", 1)).toBe("Por EDO, la candidatura con más votos");
  });

  test("before the formulas of a proof", () => {
    expect(es.proofStart(10659128, 3647225)).toBe(
      "Demostración, donde W es el total de votos faltantes, con 10.659.128 votos válidos en las mesas cubiertas y " +
        "lugar para 3.647.225 más:",
    );
    expect(es.proofTried(7, 7)).toBe(
      "Solo queda 7: se probó, y no hay votos enteros con los que se cumpla todo.",
    );
  });

  test("of numbers in the style of Spanish", () => {
    expect(es.assumption("62.9")).toContain("62,9 %");
    expect(es.found("")).toBe("; no se encontró nada");
    expect(es.rowCounts(3, 1, 1, 1, 0)).toBe(
      "3 leídas = 1 aceptada + 1 rechazada + 1 duplicada + 0 omitidas.",
    );
  });
});
