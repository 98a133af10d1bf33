// The JSON of a verification: it is valid by its schema, loses nothing, and holds no float.
import Ajv from "ajv";
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Claim,
  type Election,
  parseElection,
  readRegister,
  readTallies,
  TallyError,
  type Verification,
  verify,
  type VerifyOptions,
} from "../../src/index";
import { bolivia2019, venezuela2024 } from "../../src/elections/index";
import type { VerificationDocument } from "../../src/report/json/document";
import { verificationJsonSchema } from "../../src/report/json/json-schema";
import { verificationSchema } from "../../src/report/json/schema";
import { toJson } from "../../src/report/json/to-json";
import {
  bytesOf,
  hasRealData,
  pathOf,
  readFixture,
  realFile,
  smallElection,
  threeVillages,
  tierraClara,
} from "../fixtures";
import { runs } from "../laws";

const PUBLISHED = "docs/verification.schema.json";
const validate = new Ajv({ strict: false, validateFormats: false }).compile(
  verificationJsonSchema(),
);

const documentOf = (verification: Verification): VerificationDocument =>
  JSON.parse(toJson(verification));

function expectValid(verification: Verification): VerificationDocument {
  const document = documentOf(verification);
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  expect(verificationSchema.safeParse(document).error?.issues ?? []).toEqual([]);
  expectSame(verification, document, "");
  expect(toJson(verification)).toBe(toJson(structuredClone(verification)));
  return document;
}

/** That the document has all of the value and only quotients of shares beside it, and no float. */
function expectSame(value: unknown, written: unknown, path: string): void {
  if (typeof value === "number" && typeof written === "string") {
    expect(written, path).toMatch(/^-?\d+(\.\d+)?$/);
    expect(Number(written), path).toBe(value);
  } else if (typeof value !== "object" || value === null) {
    expect(written, path).toBe(value);
    if (typeof value === "number") expect(Number.isSafeInteger(written), path).toBe(true);
  } else if (Array.isArray(value)) {
    expect(written, path).toHaveLength(value.length);
    for (const [at, item] of value.entries())
      expectSame(item, (written as unknown[])[at], `${path}[${at}]`);
  } else {
    const own = written as Record<string, unknown>;
    const added = Object.keys(own).filter((key) => !Object.hasOwn(value, key));
    const expected = path === "" ? ["$schema", "schema"] : "outOf" in value ? ["share"] : [];
    for (const key of added) expect(expected, `${path}.${key}`).toContain(key);
    for (const [key, item] of Object.entries(value))
      if (item !== undefined) expectSame(item, own[key], `${path}.${key}`);
  }
}

const claimOf = (figures: Partial<Claim>): Claim => ({ id: "c", title: "t", by: "b", ...figures });

/** Ten stations with 100 votes each at three of them, so that means and ratios are whole. */
const ROUND = "station,roll,A,B\n1,200,50,50\n2,200,50,50\n3,200,50,50\n";
const ROUND_ELECTION = smallElection({ universe: { stations: 10, registeredVoters: 2000 } });

function verified(
  csv: string,
  claims: readonly Partial<Claim>[],
  changes: Partial<Election> = {},
  options: VerifyOptions = {},
  register?: string,
): Verification {
  const election = parseElection({
    ...ROUND_ELECTION,
    ...changes,
    claims: claims.map((claim, at) => ({ ...claimOf(claim), id: `claim-${at}` })),
  });
  const known = register === undefined ? {} : { register: readRegister(register, election) };
  return verify(election, readTallies(csv, election, known).tallies, options);
}

const STATES = "station,state,town,roll,A,B\n1,N,a,100,60,20\n2,N,b,100,50,30\n3,S,a,100,20,60\n";
const STATES_ELECTION: Partial<Election> = {
  universe: { stations: 6, registeredVoters: 600 },
  layout: {
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    registeredVoters: "roll",
    regions: ["state", "town"],
  },
  registers: [
    { region: "state", stations: "stations", registeredVoters: "voters" },
    { station: [{ column: "station" }], registeredVoters: "roll" },
  ],
};

const VENEZUELA =
  "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
  "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";

const BOLIVIA =
  "País,Departamento,Provincia,Municipio,Localidad,Recinto,Número Mesa,Inscritos,CC,FPV,MTS,UCS,MAS - IPSP,21F,PDC,MNR,PAN-BOL,Blancos,Nulos\n" +
  "Bolivia,La Paz,Murillo,La Paz,La Paz,Escuela,1,200,60,1,1,1,80,2,3,0,0,4,5\n";

const FIXTURES: readonly (readonly [string, () => Verification])[] = [
  [
    "Tierra Clara, by region",
    () =>
      verify(tierraClara, readFixture("fixtures/tierra-clara.csv", tierraClara).tallies, {
        by: "EDO",
      }),
  ],
  [
    "Venezuela, one station",
    () => verify(venezuela2024, readTallies(VENEZUELA, venezuela2024).tallies, { by: "PAR" }),
  ],
  [
    "Venezuela, without registered voters",
    () => verify(venezuela2024, readTallies(VENEZUELA.replace("RE,", "X,"), venezuela2024).tallies),
  ],
  ["Bolivia, one station", () => verify(bolivia2019, readTallies(BOLIVIA, bolivia2019).tallies)],
  [
    "a register of every station",
    () => {
      const register = readRegister(bytesOf("fixtures/rows/register.csv"), threeVillages);
      const { tallies } = readTallies(bytesOf("fixtures/rows/row-width.csv"), threeVillages, {
        register,
      });
      return verify(threeVillages, tallies);
    },
  ],
  ["no claim", () => verified(ROUND, [])],
  ["undecided, with a look of whole ratios", () => verified(ROUND, [{ shares: { A: "50" } }])],
  [
    "a look without turnout",
    () => verified("station,A,B\n1,50,50\n2,10,90\n", [{ shares: { A: "50" }, winner: "A" }]),
  ],
  [
    "contradicted, by a completion",
    () => verified(ROUND, [{ votes: { A: 10, B: 3 } }, { shares: { A: "99" } }]),
  ],
  [
    "contradicted in whole votes only",
    () =>
      verified("station,roll,A,B\n1,3,1,1\n", [{ shares: { A: "41.7" }, validVotes: 4 }], {
        universe: { stations: 2, registeredVoters: 6 },
      }),
  ],
  [
    "contradicted, on part of the stations",
    () =>
      verified(ROUND, [
        { scope: { stations: 9 }, votes: { A: 1 } },
        { scope: { stations: 9 }, shares: { A: "99" }, winner: "B", turnout: "12" },
        { scope: { stations: 9 }, margin: { winner: "A", loser: "B", votes: 1999 } },
        { scope: { stations: 9 }, margin: { winner: "A", loser: "B", share: "99.5" } },
      ]),
  ],
  [
    "confirmed",
    () =>
      verified(
        ROUND,
        [
          {
            votes: { A: 150, B: 150 },
            shares: { A: "50.0" },
            validVotes: 300,
            invalidVotes: 0,
            ballotsCast: 300,
            turnout: "50",
            turnoutBase: 600,
            winner: "A",
            margin: { winner: "A", loser: "B", votes: 0, share: "0" },
          },
        ],
        { universe: { stations: 3, registeredVoters: 600 } },
      ),
  ],
  [
    "several rolls, with and without a difference",
    () =>
      verified(ROUND, [{ winner: "A" }, { votes: { A: 1500 } }, { votes: { A: 2 } }], {
        universe: {
          stations: 10,
          registeredVoters: 2000,
          otherRolls: [{ registeredVoters: 1900 }, { registeredVoters: 2100, source: "abroad" }],
        },
      }),
  ],
  [
    "an assumed turnout",
    () =>
      verified(ROUND, [{ winner: "A" }], {
        universe: { stations: 10, registeredVoters: 2000, maxTurnout: "62.5" },
      }),
  ],
  [
    "regions: totals, claims and a register",
    () =>
      verified(
        STATES,
        [
          { scope: { region: ["N"] }, shares: { A: "80" } },
          { scope: { region: ["N", "a"] }, votes: { A: 60 } },
          { scope: { region: ["S"], stations: 3 }, winner: "A" },
        ],
        STATES_ELECTION,
        { by: "town" },
        "state,stations,voters\nN,2,250\nS,4,350\n",
      ),
  ],
  [
    "a register of stations",
    () =>
      verified(
        STATES,
        [{ winner: "B" }],
        STATES_ELECTION,
        {},
        "station,roll\n1,100\n2,100\n3,100\n4,80\n5,70\n6,60\n",
      ),
  ],
  [
    "figures of every kind, and two claims that exclude each other",
    () =>
      verified(ROUND, [
        {
          date: "2025-01-02",
          source: "a page",
          note: "a note",
          shares: { A: "51.2", B: "44.2" },
          votes: { A: 5120, B: 4420 },
          otherVotes: 460,
          validVotes: 10000,
          invalidVotes: 5,
          ballotsCast: 10005,
          turnout: "60",
          turnoutBase: 16675,
          winner: "A",
          margin: { winner: "A", loser: "B", votes: 700, share: "7.0" },
        },
        { winner: "B", turnout: "59.97", ballotsCast: 1200 },
      ]),
  ],
  ["no vote at all", () => verified("station,roll,A,B\n1,100,0,0\n", [{ shares: { A: "50" } }])],
  [
    "one candidate",
    () =>
      verified("station,A\n1,5\n", [{ winner: "A" }], {
        candidates: [{ code: "A", name: "Ana" }],
        layout: { station: [{ column: "station" }], candidates: { A: "A" } },
      }),
  ],
];

/** Some files are refused as a whole, and there is nothing to verify. */
function readable(path: string) {
  try {
    return readFixture(path, threeVillages).tallies;
  } catch {
    return undefined;
  }
}

describe("a document is valid, has everything, and no float", () => {
  test.each(FIXTURES)("%s", (_, make) => {
    expectValid(make());
  });

  const rows = readdirSync(pathOf("fixtures/rows")).filter((name) => name.endsWith(".csv"));
  test.each(rows)("%s", (name) => {
    const tallies = readable(`fixtures/rows/${name}`);
    if (tallies) expectValid(verify(threeVillages, tallies));
  });

  test("most of those files can be read", () => {
    const readables = rows.filter((name) => readable(`fixtures/rows/${name}`));
    expect(readables.length).toBeGreaterThan(rows.length / 2);
  });

  test("of every kind of verdict, proof and figure there is one here", () => {
    const documents = FIXTURES.map(([, make]) => documentOf(make()));
    const verdicts = documents.flatMap((document) => document.verdicts);
    const findings = verdicts.flatMap((verdict) => verdict.findings);
    const checks = documents.flatMap(({ ownFigures }) => ownFigures);
    const kinds = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();
    expect(kinds(verdicts.map(({ outcome }) => outcome))).toHaveLength(3);
    expect(kinds(verdicts.map(({ proof }) => proof?.basis))).toEqual([
      "completion",
      "stations",
      undefined,
    ]);
    expect(kinds(findings.map(({ figure }) => figure))).toHaveLength(10);
    expect(
      kinds(checks.flatMap(({ arithmetic }) => arithmetic.map(({ check }) => check))),
    ).toHaveLength(7);
    const looks = verdicts.flatMap(({ look }) => look ?? []);
    expect(kinds(looks.map(({ turnout }) => typeof turnout))).toEqual(["object", "undefined"]);
    expect(kinds(looks.map(({ among }) => typeof among))).toEqual(["object", "undefined"]);
    expect(
      verdicts.some(({ rolls }) => rolls?.some(({ outcome }) => outcome === "undecided")),
    ).toBe(true);
    expect(verdicts.some(({ proof }) => proof && "wholeVotes" in proof)).toBe(true);
    expect(checks.some(({ rounding }) => rounding?.flagged)).toBe(true);
    expect(documents.some(({ exclusions }) => exclusions.length > 0)).toBe(true);
    expect(kinds(documents.map(({ register }) => register && typeof register.byRegion))).toEqual([
      "object",
      "undefined",
      undefined,
    ]);
  });

  const percent = fc
    .tuple(fc.nat(10000), fc.nat(8))
    .map(([value, digits]) =>
      digits > 6 ? `${(value / 100).toFixed(digits)}` : `${(value / 100).toFixed(digits % 3)}`,
    );
  const votes = fc.record({ A: fc.nat(400), B: fc.nat(400) }, { requiredKeys: ["A"] });
  const figures = fc.record(
    {
      shares: fc.record({ A: percent, B: percent }, { requiredKeys: ["B"] }),
      votes,
      otherVotes: fc.nat(300),
      validVotes: fc.nat(500),
      invalidVotes: fc.nat(60),
      ballotsCast: fc.nat(600),
      turnout: percent,
      winner: fc.constantFrom("A", "B"),
      scope: fc.record({ stations: fc.integer({ min: 1, max: 6 }) }),
    },
    { requiredKeys: [] },
  );
  test("whatever is claimed", () => {
    fc.assert(
      fc.property(
        fc.array(
          figures.filter((claim) => Object.keys(claim).some((key) => key !== "scope")),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 5 }),
        (claims, withRoll, sheets) => {
          const lines = sheets.map(([a, b], at) => `${at},${withRoll ? "100," : ""}${a},${b}\n`);
          const csv = `station,${withRoll ? "roll," : ""}A,B\n${lines.join("")}`;
          const universe = { stations: 6, registeredVoters: 600 };
          expectValid(verified(csv, claims as Partial<Claim>[], { universe }));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe("numbers", () => {
  test("shares have ten decimals, rounded from the exact ratio", () => {
    const { count } = documentOf(verified("station,A,B\n1,1,2\n", []));
    expect(count.candidates.map(({ share }) => share)).toEqual([
      { votes: 1, outOf: 3, share: "0.3333333333" },
      { votes: 2, outOf: 3, share: "0.6666666667" },
    ]);
  });

  test("a share of nothing has no quotient, and a lead can be below 0", () => {
    const nothing = documentOf(verified("station,roll,A,B\n1,100,0,0\n", []));
    expect(nothing.count.candidates[0]?.share).toEqual({ votes: 0, outOf: 0 });
    const { lead } = documentOf(
      verified("station,roll,A,B\n1,100,40,20\n", [], {
        universe: { stations: 2, registeredVoters: 200 },
      }),
    );
    expect(lead?.share.min).toEqual({ votes: -80, outOf: 160, share: "-0.5000000000" });
  });

  test("a lead of next to nothing is no negative zero", () => {
    const verification = verified(ROUND, []);
    const share = { votes: -1, outOf: 9007199254740991 };
    const close = { ...verification, lead: { ...verification.lead!, share: { covered: share } } };
    const { lead } = documentOf(close as Verification);
    expect(lead?.share.covered).toEqual({ ...share, share: "0.0000000000" });
  });

  test("ratios are text also where they are whole", () => {
    const { look } = documentOf(verified(ROUND, [{ shares: { A: "50" } }])).verdicts[0]!;
    expect(look?.perStation).toEqual({
      needed: "100",
      covered: { average: "100", low: "100", high: "100" },
    });
    expect(look?.needs[0]?.covered.average).toBe("0.5");
  });

  test("a chance has no exponent, and reads back as the same number", () => {
    const verification = verify(venezuela2024, readTallies(VENEZUELA, venezuela2024).tallies);
    const at = venezuela2024.claims.findIndex(({ id }) => id === "cne-bulletin-1");
    const { probability } = documentOf(verification).ownFigures[at]!.rounding!;
    expect(probability).toMatch(/^0\.00000000744\d+$/);
    expect(Number(probability)).toBe(verification.ownFigures[at]!.rounding!.probability);
  });

  test("counts beyond what JSON readers hold are text", () => {
    const csv = "station,roll,A,B\n1,2000000000,1000000000,900000000\n";
    const universe = { stations: 9, registeredVoters: 9_000_000_000 };
    const claims = [
      { shares: { A: "99.99999999" } },
      { turnout: "0.00000001", ballotsCast: 9_000_000_000 },
    ];
    const document = expectValid(verified(csv, claims, { universe }));
    const { neededVotes } = document.verdicts[0]!.findings[0]!;
    expect(neededVotes).toMatch(/^\d{16,}$/);
    expect(document.ownFigures[1]!.arithmetic[0]!.impliedBase?.max).toMatch(/^\d{16,}$/);
  });
});

test("codes of candidates are never taken for fields", () => {
  const codes = ["votes", "outOf"];
  const names = ["average", "needed", "min", "share", "candidates", "probability"];
  for (const [first, second] of [codes, ...names.map((name) => [name, "low"])] as [
    string,
    string,
  ][]) {
    const verification = verified(
      "station,first,second\n1,50,50\n",
      [{ votes: { [first]: 5, [second]: 10 }, shares: { [first]: "50" }, winner: first }],
      {
        candidates: [first, second].map((code) => ({ code, name: code })),
        layout: {
          station: [{ column: "station" }],
          candidates: { [first]: { position: 2 }, [second]: { position: 3 } },
        },
      },
    );
    const { election, verdicts } = expectValid(verification);
    expect(election.claims[0]?.votes).toEqual({ [first]: 5, [second]: 10 });
    expect(verdicts[0]?.proof?.claim.votes).toEqual({ [first]: 5, [second]: 10 });
    expect(election.layout.candidates[first]).toEqual({ position: 2 });
  }
});

describe("bytes", () => {
  test("fields are in order, indented, and end in a line end", () => {
    const json = toJson(verified(ROUND, [{ shares: { B: "50", A: "50" } }]));
    expect(json.startsWith('{\n  "$schema": "https://')).toBe(true);
    expect(json.endsWith("\n}\n")).toBe(true);
    const [first, second, ...others] = Object.keys(JSON.parse(json));
    expect([first, second]).toEqual(["$schema", "schema"]);
    expect(others).toEqual(others.toSorted());
    expect(json).not.toContain("undefined");
  });

  test("are the same however the objects were put together", () => {
    const shuffled = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null) return value;
      if (Array.isArray(value)) return value.map(shuffled);
      const reversed = Object.entries(value).toReversed();
      return Object.fromEntries(reversed.map(([key, own]) => [key, shuffled(own)]));
    };
    for (const [name, make] of FIXTURES) {
      const verification = make();
      expect(toJson(shuffled(verification) as Verification), name).toBe(toJson(verification));
    }
  });

  test("what is undefined is left out", () => {
    const verification = verified(ROUND, []);
    expect(toJson({ ...verification, certainWinner: undefined } as never)).toBe(
      toJson(verification),
    );
    expectValid({ ...verification, options: { by: undefined } as never });
  });
});

test("what is no verification is refused", () => {
  const verification = verified(ROUND, []);
  for (const wrong of [undefined, null, 5, {}, [], { verdicts: [] }])
    expect(() => toJson(wrong as never)).toThrow(TallyError);
  expect(() => toJson({ ...verification, rows: { read: Number.NaN } } as never)).toThrow(/"read"/);
});

describe("the published schema", () => {
  const schema = verificationJsonSchema();

  test("is what the code makes", async () => {
    await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
      pathOf(PUBLISHED),
    );
  });

  test("is the one that documents name", () => {
    const { $schema } = documentOf(verified(ROUND, []));
    expect(schema).toMatchObject({ $id: $schema });
  });

  test("has a sentence for every field, and lets no other in", () => {
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, properties, additionalProperties } = node as Record<string, unknown>;
      if (type === "object" && properties !== undefined)
        expect(additionalProperties, path).toBe(false);
      for (const [name, own] of Object.entries((properties ?? {}) as object))
        expect(own.description ?? "", `${path}.${name}`).toMatch(/^[A-Z`].*\.$/s);
      for (const [key, own] of Object.entries(node)) walk(own, `${path}.${key}`);
    };
    walk(schema, "");
  });

  test("refuses what no document has", () => {
    const document = documentOf(verified(ROUND, [{ shares: { A: "50" } }]));
    expect(validate(document)).toBe(true);
    for (const wrong of [
      { ...document, extra: 1 },
      { ...document, schema: 2 },
      { ...document, verdicts: [{ ...document.verdicts[0], outcome: "true" }] },
      { ...document, count: { ...document.count, validVotes: 0.5 } },
      { ...document, distances: [{ ...document.distances[0], largest: 0.5 }] },
      { ...document, remainder: undefined },
    ]) {
      expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
      expect(verificationSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe.runIf(hasRealData)("the real tallies", () => {
  test.each(["V1", "V2"] as const)("%s", (edition) => {
    const { tallies } = readFixture(realFile(edition), venezuela2024);
    const document = expectValid(verify(venezuela2024, tallies, { by: "EDO" }));
    if (edition === "V2") return;
    expect(document.count.candidates[0]).toEqual({
      code: "EG",
      votes: 7156462,
      share: { votes: 7156462, outOf: 10659128, share: "0.6713928194" },
    });
    expect(document.remainder.maxValidVotes).toBe(3647225);
    expect(document.verdicts.map(({ outcome }) => outcome)).toEqual([
      "contradicted",
      "contradicted",
      "contradicted",
      "undecided",
      "undecided",
    ]);
  });
});
