// The Spanish catalogue beside the English one: the same functions, numbers and names, and no English.
import { describe, expect, test } from "vitest";
import { ISSUE_CODES } from "../../src/words/issues-en";
import { LOCALES } from "../../src/model/locale";
import { ISSUES_ES, SEVERITIES_ES } from "../../src/words/issues-es";
import { judgeEn, type JudgeWords } from "../../src/words/judge-en";
import { judgeEs } from "../../src/words/judge-es";

const en = judgeEn(LOCALES.en);
const es = judgeEs(LOCALES.es);

type Name = keyof JudgeWords;
type Samples = { readonly [K in Name]: readonly Parameters<JudgeWords[K]>[] };

const [A, B, C] = ["ALFA", "BETA", "GAMA"];
// Parts that other functions make are handed over in the language of neither.
const PART = "⟨…⟩";
const VOTERS = { about: 188.02, min: 188, max: 189 };

const SAMPLES: Samples = {
  claimedShare: [
    ["52", "51.5", "52.5"],
    ["52", "51.5", "52.5", "least"],
    ["52", "51.5", "52.5", "most"],
  ],
  missingVotes: [
    [0, { ownTotals: false }],
    [1, { ownTotals: false }],
    [3647225, { ownTotals: false }],
    [1, { ownTotals: true }],
    [3647225, { ownTotals: true, maxTurnout: "62.9" }],
    [1, { ownTotals: false, maxTurnout: "62.9" }],
    [3647225, { ownTotals: false, maxTurnout: "62.9" }],
  ],
  perStation: [["844", "434"]],
  possibleIf: [
    [{ min: 0, max: 0, available: 0, missing: 0 }],
    [{ min: 0, max: 0, available: 9, missing: 4 }],
    [{ min: 1, max: 1, available: 9, missing: 1 }],
    [{ min: 3, max: 3, available: 9, missing: 4 }],
    [{ min: 0, max: 9, available: 9, missing: 4 }],
    [{ min: 0, max: 1, available: 9, missing: 1 }],
    [{ min: 0, max: 5, available: 9, missing: 4 }],
    [{ min: 1, max: 9, available: 9, missing: 1 }],
    [{ min: 5, max: 9, available: 9, missing: 4 }],
    [{ min: 3, max: 5, available: 9, missing: 4 }],
  ],
  votesOfNobody: [[1], [1200]],
  votesNeeded: [
    [A, 0, 1, 1, 1, PART],
    [A, 3241461, 6408844, 3167383, 5494, PART],
    [undefined, 1, 3, 2, 1, PART],
    [undefined, 20, 50, 30, 5494, PART],
  ],
  votesCanBe: [[PART, PART]],
  votesCannotBe: [[PART, PART]],
  votesExactly: [
    [A, 1],
    [A, 7],
    [undefined, 0],
    [undefined, 7],
  ],
  votesInHand: [
    [A, 1, 1, 0],
    [A, 2, 1, 1],
    [A, 7156462, 1830358, 5326104],
    [undefined, 7156462, 1830358, 5326104],
  ],
  votesCounted: [
    [A, 1, 5],
    [A, 3000, 5],
    [undefined, 3000, 5],
  ],
  shareNow: [[A, "30 %"]],
  shareAlways: [
    [A, 1, "30 %", "40 %"],
    [A, 5494, "30 %", "40 %"],
  ],
  sharePossible: [[A, "30 %", "52 %", PART, ` ${PART}`]],
  shareOfMissing: [
    [1, A, "30 %", undefined],
    [2000, A, undefined, "40 %"],
    [2000, A, "30 %", "40 %"],
  ],
  shareOfNothing: [[A, "51.95"]],
  shareIsNot: [[A, "30 %", "52 %"]],
  shareOfWholeVotes: [
    [1, A, "52 %"],
    [1200, A, "52 %"],
  ],
  shareAtMost: [[PART, A, "48 %"]],
  shareAtLeast: [[PART, A, "48 %"]],
  shareNever: [[PART, "52 %"]],
  shareNeeds: [
    [PART, "52 %", 1, 1, PART],
    [PART, "52 %", 5494, 4635031, PART],
  ],
  totalNoun: [["validVotes"], ["ballotsCast"], ["invalidVotes"]],
  totalInHand: [
    ["votos nulos", 2, 1, 1],
    ["votos nulos", 1, 1, 0],
    ["votos válidos", 3000, 1000, 2000],
  ],
  totalLeaves: [
    ["votos nulos", 1, 1, 5, true],
    ["votos nulos", 1200, 5494, 5000, true],
    ["votos nulos", 7000, 5494, 5000, false],
  ],
  totalTooLarge: [
    ["votos emitidos", 1, 5],
    ["votos emitidos", 1200, 5000],
  ],
  totalOpen: [
    ["votos nulos", 1],
    ["votos nulos", 5000],
  ],
  totalExact: [
    ["votos nulos", 1],
    ["votos nulos", 5000],
  ],
  turnoutIsNot: [
    ["already", 1, "50 %", 2000, "10 %"],
    ["most", 1200, "50 %", 2400, "60 %"],
    ["claimed", 1200, "90 %", 1, "60 %"],
  ],
  turnoutOfSome: [["59.97"]],
  turnoutOf: [
    ["59.97", 21392464, false, 10660267, "49 %"],
    ["59.97", 1, true, 1, "49 %"],
  ],
  winnerBehind: [
    [A, 1, B, PART],
    [A, 3915001, B, PART],
  ],
  winnerImpossible: [[A, PART]],
  winnerCertain: [
    [A, undefined, 5, 3],
    [A, B, 2, 1],
    [A, B, 3915001, 3647225],
  ],
  winnerOpen: [
    [A, B, 0, 0],
    [A, B, 0, 1],
    [A, B, 0, 1200],
    [A, B, -1, 1200],
    [A, B, 1500, 1200],
  ],
  marginFigure: [
    [1, undefined],
    [1200, undefined],
    [undefined, "1"],
    [undefined, "10.56"],
    [1200, "10.56"],
  ],
  marginIsNot: [
    [A, B, 0, "0.00", "5 ⟨…⟩"],
    [A, B, 1, "1", "5 ⟨…⟩"],
    [A, B, -1200, "−7", "5 ⟨…⟩"],
  ],
  margin: [
    [A, B, 1, PART, "votes", "−5", "1", "3 ⟨…⟩", true],
    [A, B, -1200, PART, "points", "−50", "20", "5 ⟨…⟩", true],
    [A, B, 1200, PART, "votes", "−50", "20", "500 ⟨…⟩", false],
  ],
  marginAlways: [
    [A, B, 0, PART],
    [A, B, 1, PART],
    [A, B, 5494, PART],
  ],
  togetherCertain: [[]],
  togetherPossible: [
    [2, PART],
    [16, PART],
  ],
  togetherNot: [[PART]],
  ownNot: [[PART]],
  anywhere: [
    [1, A],
    [7, A],
  ],
  noWholeVotes: [[]],
  both: [[PART, PART]],
  cause: [
    ["negative", []],
    ["room", []],
    ["valid", []],
    ["ballots", []],
    ["ballots-fit", []],
    ["ballots-reach", []],
    ["invalid", []],
    ["invalid-least", []],
    ["turnout", []],
    ["already", [A]],
    ["already", [A, B]],
    ["own", [A]],
    ["own", [A, B]],
    ["own", []],
    ["needs", [A]],
    ["needs", [A, B, C]],
    ["absorbs", []],
    ["winner", [A]],
  ],
  condition: [
    [PART, "none", 0, "missing"],
    [PART, "none", 0, "all"],
    [PART, "least", 0, "missing"],
    [PART, "least", 1, "missing"],
    [PART, "least", 4635031, "all"],
    [PART, "most", 1, "all"],
    [PART, "most", 3647225, "missing"],
  ],
  anyStations: [
    [1, 2, 0],
    [100, 30026, 0],
    [1, 2, 1],
    [24020, 30026, 18526],
  ],
  nounVotesFor: [[A]],
  nounOtherVotes: [[]],
  nounShare: [["52 %", A]],
  nounTurnout: [
    ["59.97", undefined],
    ["59.97", 1],
    ["59.97", 21392464],
  ],
  nounLead: [
    [A, B, "1"],
    [A, B, "10.56"],
  ],
  partTooMany: [
    [PART, 1, 1, `votos para ${A}`, 1, 0],
    [PART, 18526, 4641314, `votos para ${A}`, 195336, 4445978],
    [PART, 3, 2, `votos para ${A}`, 1, 1],
  ],
  partTooFew: [
    [PART, `votos para ${A}`, 0, 20, 30],
    [PART, `votos para ${A}`, 1, 20, 30],
    [PART, "votos nulos (un acta que no lo dice cuenta como faltante)", 1, 1, 30],
    [PART, `votos para ${A}`, 3647225, 20000, 30000],
  ],
  partOpen: [[]],
  partExact: [
    [1, "votos nulos"],
    [1200, "votos nulos"],
  ],
  partRange: [
    [1, 0, 1, "votos nulos", 1],
    [24020, 1909664, 6878035, `votos para ${A}`, 5150092],
  ],
  partShareNot: [
    [PART, A, "least", "52 %"],
    [PART, A, "most", "52 %"],
  ],
  partAlways: [[PART]],
  partPossible: [
    [PART, 1],
    [PART, 24020],
  ],
  partWinnerNot: [[PART, A]],
  partWinnerAlways: [[A]],
  partWinnerOpen: [
    [A, 1],
    [A, 24020],
  ],
  partLead: [
    [1, A, B, -5, 1, 1],
    [24020, A, B, -2584299, 7755357, 5000],
  ],
  factOfAny: [
    ["votes-exist", []],
    ["within", [A]],
    ["within", [A, B]],
    ["all-votes", [A, B, C]],
    ["no-negative", [A]],
    ["no-negative", [A, B]],
  ],
  factRoom: [
    ["roll", 21392464, 17745239, 3647225, undefined],
    ["roll", 21392464, 17745239, 2294104, "62.9"],
    ["register", 21392464, 17745239, 1, undefined],
    ["register", 21392464, 17745239, 3000000, "62.9"],
    ["all", 900, 800, 90, undefined],
    ["all", 900, 800, 50, "62.9"],
    ["complete", 900, 900, 0, undefined],
  ],
  factShare: [
    [A, undefined, true, "51", PART, 10659128, 3241461, "224798992", false],
    [A, undefined, false, "52", PART, 10659128, 9241461, "224798992", true],
    [A, B, true, "9", PART, 5000, -300, "775", false],
    [A, B, false, "9", PART, 5000, 900, "425", true],
  ],
  factTerms: [
    [
      [
        { noun: "votes-claimed", value: 5326104 },
        { noun: "in-hand", value: -7156462 },
      ],
      [A],
    ],
    [
      [
        { noun: "votes-claimed", value: 5 },
        { noun: "in-hand", value: -7 },
      ],
      [],
    ],
    [
      [
        { noun: "valid-claimed", value: 12335884 },
        { noun: "in-hand", value: -10659128 },
      ],
      [],
    ],
    [
      [
        { noun: "lead-claimed", value: 5 },
        { noun: "in-hand", value: 7 },
      ],
      [A, B],
    ],
    [
      [
        { noun: "second-in-hand", value: 5 },
        { noun: "first-in-hand", value: -7 },
      ],
      [A, B],
    ],
    [
      [
        { noun: "ballots-claimed", value: 50 },
        { noun: "turnout-ballots", value: -60 },
        { noun: "valid-in-hand", value: -7 },
        { noun: "invalid-claimed", value: -70 },
        { noun: "ballots-in-hand", value: -8 },
        { noun: "blank-in-hand", value: 9 },
        { noun: "ballots-possible", value: 90 },
        { noun: "invalid-in-hand", value: -80 },
        { noun: "invalid-possible", value: 81 },
        { noun: "room", value: 82 },
      ],
      [],
    ],
  ],
  stepOverlap: [
    [1, 5, 4, 0],
    [2, 5, 4, 1],
    [24020, 30026, 24532, 18526],
  ],
  stepSum: [
    ["least", 18526, PART, "4641314"],
    ["most", 1, PART, "7"],
  ],
  stepRoom: [
    [1, PART],
    [3647225, PART],
  ],
  stepLargest: [[1], [5493]],
  stepEnd: [
    ["least", "4641314", "4445978"],
    ["most", "7", "9"],
  ],
  measureLead: [[A, B]],
  measureShare: [[PART, "515"]],
  measurePair: [
    [`votos para ${A}`, `votos para ${B}`, 1],
    [`votos para ${A}`, `votos para ${B}`, -1],
  ],
  partNeeds: [
    [4953, 19067, 2975532, `votos para ${A}`, 2174560, "439", "132"],
    [1, 1, 20, `votos para ${A}`, 1, "1", "10"],
    [100, 0, 0, `votos para ${A}`, 70000, "700", "292"],
  ],
  partPair: [
    [PART, `votos para ${A}`, `votos para ${B}`, 1, 31, "most", 30],
    [PART, "votos válidos", `votos para ${B}`, -1, 19, "least", 20],
  ],
  contradictsItself: [[PART]],
  alreadyOver: [
    [[A], 1],
    [[A, B], 1830358],
    [[], 5],
  ],
  ownMarginShares: [
    [A, B, "30", "10", true],
    [A, B, "30", "10", false],
  ],
  dependsOnRoll: [
    [21392464, true, 1, 21620705, 3875466],
    [21392464, false, 3647225, 21620705, 3875466],
  ],
  lookTotal: [
    ["votos válidos", "844", "844", "434", "200", "600"],
    ["votos emitidos", "376", "415", "434", "200", "600"],
  ],
  lookBehind: [
    [PART, A, B, "30 %", true, PART],
    [PART, A, B, "30 %", false, PART],
  ],
  lookSupposed: [
    ["exactly", 1],
    ["exactly", 2190798],
    ["covered", 1],
    ["covered", 2190798],
    ["least", 2190798],
    ["most", 2190798],
  ],
  lookRange: [
    ["50 %", "50 %", false],
    ["50 %", "60 %", false],
    ["50 %", "100 %", true],
  ],
  lookNeeds: [
    [PART, A, undefined, "50 %", PART],
    [PART, A, B, "50 %", PART],
  ],
  lookAnywhere: [
    [1, "Norte", PART],
    [5494, "Norte", PART],
  ],
  lookAmong: [
    [1, 1, PART],
    [5494, 18526, PART],
    [100, 0, PART],
  ],
  lookAverage: [["67 %"]],
  lookCovered: [
    ["67 %", "36 %", "86 %", 1, 24532, "57 %", "above"],
    ["67 %", "36 %", "86 %", 6258, 24532, "57 %", "below"],
  ],
  excludeWinners: [[A, B]],
  excludeShares: [[A, "52 %", "30 %"]],
  excludeVotes: [
    [A, 1, 20],
    [A, 2000, 1],
  ],
  excludeTotals: [
    ["votos nulos", 1, 20],
    ["votos nulos", 2000, 3000],
  ],
  excludeBy: [[PART, PART]],
  leadsBy: [[A, B, PART]],
  winsMost: [[A]],
  excludeTurnouts: [["50", "70.5"]],
  excludePart: [
    ["votos válidos", 2, 1, true],
    ["votos válidos", 2, 1, false],
    [`votos para ${A}`, 500, 400, true],
    [`votos para ${A}`, 500, 400, false],
    ["votos nulos", 1, 0, true],
  ],
  excludeWithin: [
    [true, PART],
    [false, PART],
  ],
  excludeRoll: [
    [2, 1],
    [1800, 1000],
  ],
  excludeTogether: [[PART]],
  votesAddUp: [[12335884n, PART]],
  wholeValid: [[1], [12335884]],
  wholeBallots: [[1], [12386669]],
  besideWhole: [
    [0n, "los 30 ⟨…⟩", "nobody"],
    [-20n, "los 30 ⟨…⟩", "others"],
    [20n, "los 30 ⟨…⟩", "nobody"],
    [20n, "los 30 ⟨…⟩", "others"],
    [1n, "los 30 ⟨…⟩", "blank"],
    [20n, "los 30 ⟨…⟩", "invalid"],
  ],
  ballotsAddUp: [
    [12386669n, true, PART],
    [12386669n, false, PART],
  ],
  shareOfVotes: [
    [A, 1, 1, "100 %", "52 %", false],
    [A, 6408844, 12335884, "52 %", "52 %", true],
  ],
  sharesAddUp: [
    [true, "100", { kind: "equal", percent: "100" }],
    [true, "99.99", { kind: "rounding", percent: "100" }],
    [true, "90", { kind: "less", percent: "91.5" }],
    [false, "105", { kind: "more", percent: "103.5" }],
    [false, "95.4", { kind: "left", percent: "4.6" }],
  ],
  ownWinner: [
    ["votes", A, "5"],
    ["shares", A, "52 %"],
  ],
  ownNotWinner: [
    ["votes", A, "6", B, "5"],
    ["shares", A, "52 %", B, "44 %"],
  ],
  ownMargin: [
    [A, B, 0, [PART]],
    [A, B, 1, [PART]],
    [A, B, -1200, [PART, PART]],
  ],
  ownMarginVotes: [
    [1200, true],
    [1200, false],
  ],
  ownMarginPoints: [
    ["10", "10", true],
    ["1", "10 ⟨…⟩", false],
  ],
  claimedPoints: [
    ["10.56", "10.555", "10.565"],
    ["1", "0.5", "1.5"],
  ],
  turnoutFitsNobody: [
    ["59.97", 1],
    ["59.97", 12386669],
  ],
  turnoutImplies: [
    ["60.1", 113, true, VOTERS, undefined],
    ["60.1", 1, true, VOTERS, { claimed: 188, fits: true }],
    ["60.1", 113, false, { min: 188, max: Infinity }, { claimed: 150, fits: false }],
    ["60.1", 1, false, { min: 1, max: Infinity }, undefined],
  ],
  roundedCounts: [
    [["51.2", "44.2", "4.6"], 10058774, "376479", "50589482279700", "three", "7.4e-9", true],
    [["51.2", "48.8"], 10058774, "1", "10058775", "two", "0.0000001", true],
    [["50", "20"], 10, "12", "66", "pair", "0.18", false],
    [["50", "20", "10"], 10, "12", "66", "largest", "0.18", false],
  ],
  notRounded: [
    [A, "605", "1.24", 12335884, "0.01"],
    [undefined, "1", "52.0", 12335884, "0.1"],
  ],
  roundedTooMany: [["101", 43]],
  roundedTooFine: [["0.001"]],
};

const NAMES = Object.keys(SAMPLES) as Name[];

/** Calls both languages with the same values. */
function said(name: Name, values: readonly unknown[]): { english: string; spanish: string } {
  const call = (words: JudgeWords) => (words[name] as (...all: unknown[]) => string)(...values);
  return { english: call(en), spanish: call(es) };
}

/** Numbers from 2 in a sentence, in order of size; a lone one may be a word. */
const numbersIn = (text: string, thousands: string, point: string) =>
  (text.match(/\d[\d.,]*/g) ?? [])
    .map((digits) =>
      Number(digits.replace(/[.,]$/, "").replaceAll(thousands, "").replace(point, ".")),
    )
    .filter((number) => number >= 2)
    .sort((a, b) => a - b);

const ENGLISH =
  /\b(the|of|and|or|with|for|from|to|than|has|have|is|are|if|votes?|valid|ballots?|stations?|claims?|claimed|missing|points?|share|voters?|more|less|most|least)\b/i;

describe("every function of the catalogue", () => {
  test("is there in both languages, takes as many values, and has samples", () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    expect(NAMES.toSorted()).toEqual(Object.keys(en).sort());
    for (const name of NAMES) expect([name, es[name].length]).toEqual([name, en[name].length]);
  });

  test.each(NAMES)("%s", (name) => {
    for (const values of SAMPLES[name]) {
      const { english, spanish } = said(name, values);
      expect(spanish.trim()).not.toBe("");
      expect(spanish).not.toBe(english);
      expect(spanish).not.toMatch(ENGLISH);
      expect(spanish).not.toMatch(/undefined|NaN|Infinity|\[object| {2}|fraude/i);
      expect(spanish.endsWith(".")).toBe(english.endsWith("."));
      expect(spanish.startsWith(" ")).toBe(english.startsWith(" "));
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
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/(?<![\d.,])1 (votos|mesas|electores|puntos)/);
      expect(sentence).not.toMatch(/\d{2,} (voto|mesa|elector|punto)\b/);
      expect(sentence).not.toMatch(/(?<![\d.,])[02-9] (voto|mesa|elector|punto)\b/);
      expect(sentence).not.toMatch(/\b(única|único) \S+s(?= |$)/);
      expect(sentence).not.toMatch(/\b(de|a) el único/);
    }
  });
});

describe("sentences", () => {
  test("of one and of several votes and stations", () => {
    const perStation = es.perStation("577", "132");
    expect(
      es.votesCannotBe(
        es.votesNeeded("NM", 3241461, 6408844, 3167383, 5494, perStation),
        es.missingVotes(1676756, { ownTotals: true }),
      ),
    ).toBe(
      "NM tiene 3.241.461 de los 6.408.844 votos que le atribuye la afirmación y necesita 3.167.383 más de las " +
        "5.494 mesas faltantes (577 por mesa, mientras que las mesas cubiertas tienen 132 en promedio), lo que supera " +
        "los 1.676.756 votos faltantes que permiten los totales de la propia afirmación.",
    );
    expect(
      es.votesCanBe(
        es.votesNeeded(undefined, 0, 1, 1, 1, es.perStation("1,0", "0,0")),
        es.missingVotes(1, { ownTotals: false }),
      ),
    ).toBe(
      "Las demás candidaturas tienen 0 del único voto que les atribuye la afirmación y necesitan 1 más de la única " +
        "mesa faltante (1,0 por mesa, mientras que las mesas cubiertas tienen 0,0 en promedio), lo que cabe en el " +
        "único voto faltante.",
    );
  });

  test("with shares in the style of Spanish", () => {
    expect(es.shareNow("EG", LOCALES.es.share({ votes: 6714, outOf: 10000 }))).toBe(
      "Ya no puede haber votos faltantes: EG tiene 67,14 %.",
    );
    expect(es.claimedShare("51.95", "51.945", "51.955")).toBe("51,95 % (de 51,945 % a 51,955 %)");
    expect(es.claimedPoints("1", "0.5", "1.5")).toBe(
      "1 punto porcentual (de 0,5 a 1,5 puntos porcentuales)",
    );
  });

  test("that list candidates", () => {
    expect(es.cause("needs", ["NM"])).toBe("para que NM reciba lo que se le atribuye");
    expect(es.cause("needs", ["NM", "EG", "LM"])).toBe(
      "para que NM, EG y LM reciban lo que se les atribuye",
    );
    expect(es.winnerOpen("NM", "IU", 0, 1)).toBe(
      "NM e IU tienen la misma cantidad de votos, y puede faltar hasta 1.",
    );
  });

  test("leave the names of candidates as they are", () => {
    const noun = es.nounVotesFor("votos");
    expect(es.partExact(1, noun)).toBe(
      "Las mesas de la afirmación tienen exactamente 1 voto para votos.",
    );
  });
});

describe("issues", () => {
  test("cover exactly the codes that there are", () => {
    expect(Object.keys(ISSUES_ES).sort()).toEqual(Object.keys(ISSUE_CODES).sort());
    expect(Object.keys(SEVERITIES_ES).sort()).toEqual(["error", "notice", "warning"]);
  });

  test.each(Object.entries(ISSUES_ES))("%s", (code, { meaning, action }) => {
    const english = ISSUE_CODES[code as keyof typeof ISSUE_CODES];
    for (const [spanish, original] of [
      [meaning, english.meaning],
      [action, english.action],
    ] as const) {
      expect(spanish).not.toBe(original);
      expect(spanish).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
      expect(spanish).not.toMatch(/ {2}|fraude/i);
      // Fields of the layout keep their names.
      expect(spanish.replace(/`\w+`/g, "")).not.toMatch(ENGLISH);
    }
    const fields = (text: string) => text.match(/`\w+`/g) ?? [];
    for (const field of fields(english.action)) expect(action).toContain(field);
  });
});
