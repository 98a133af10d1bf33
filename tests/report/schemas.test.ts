// Every published JSON Schema is what the code makes, says what each field is, and fits what is printed.
import Ajv from "ajv";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  auditListOf,
  type AuditReading,
  auditRisk,
  commitAudit,
  countBy,
  drawStations,
  type Entries,
  type Election,
  estimate,
  type EstimateOptions,
  estimateToJson,
  forensics,
  type ForensicsOptions,
  forensicsToJson,
  makeAuditList,
  planAudit,
  readRegister,
  readTallies,
  reconcile,
  reconcileAll,
  reconciliationToJson,
  rollUp,
} from "../../src/index";
import { SCHEMAS } from "../../src/report/json/schemas";
import { pathOf, readFixture, smallElection, textOf, tierraClara } from "../fixtures";

const ajv = new Ajv({ strict: false, validateFormats: false });
const validators = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, make]) => [name, ajv.compile(make())]),
);

/** That the document fits the schema, and none with a field more, or with a number for a text. */
function expectValid(name: string, text: string): void {
  const validate = validators[name]!;
  const document = JSON.parse(text);
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...document, unheardOf: 1 })).toBe(false);
  expect(validate({ ...document, version: 1 })).toBe(false);
}

test("there is a file of each in docs, and one rule publishes them", () => {
  const files = readdirSync(pathOf("docs")).filter((name) => name.endsWith(".schema.json"));
  expect(files).toEqual(
    Object.keys(SCHEMAS)
      .map((name) => `${name}.schema.json`)
      .sort(),
  );
  expect(JSON.parse(textOf("package.json")).exports["./*.schema.json"]).toBe(
    "./dist/*.schema.json",
  );
  expect(readdirSync(pathOf("dist")).filter((name) => name.endsWith(".schema.json"))).toEqual(
    files,
  );
});

describe.each(Object.entries(SCHEMAS))("%s", (name, make) => {
  const schema = make();

  test("the file is what the code makes", async () => {
    await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
      pathOf(`docs/${name}.schema.json`),
    );
  });

  // Of an election, that is in the schema of a verification.
  test.skipIf(name === "election")("has a sentence for every field, and lets no other in", () => {
    let fields = 0;
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, properties, additionalProperties } = node as Record<string, unknown>;
      if (type === "object" && properties !== undefined)
        expect(additionalProperties, path).toBe(false);
      for (const [field, own] of Object.entries((properties ?? {}) as object)) {
        expect(own.description ?? "", `${path}.${field}`).toMatch(/^[A-Z`].*\.$/s);
        fields++;
      }
      for (const [key, own] of Object.entries(node)) walk(own, `${path}.${key}`);
    };
    walk(schema, "");
    expect(fields).toBeGreaterThan(40);
  });
});

const clara = readFixture("fixtures/tierra-clara.csv", tierraClara).tallies;
const again = readFixture("fixtures/tierra-clara-again.csv", tierraClara).tallies;

describe("what reconcile prints", () => {
  test("of two transcriptions, with claims and without", () => {
    expectValid(
      "reconciliation",
      reconciliationToJson(reconcile(clara, again, { election: tierraClara })),
    );
    expectValid("reconciliation", reconciliationToJson(reconcile(clara, again)));
  });

  test("of one with itself, which has no error to find", () => {
    expectValid("reconciliation", reconciliationToJson(reconcile(clara, clara)));
  });

  test("of three, by majority", () => {
    expectValid("reconciliation", reconciliationToJson(reconcileAll([clara, again, clara])));
  });

  const election: Election = smallElection({
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B" },
      regions: ["state"],
      invalidVotes: { column: "null", optional: true },
    },
  });
  const of = (rows: string) => readTallies(`station,state,A,B,null\n${rows}`, election).tallies;

  test("of published totals beside their parts", () => {
    const parts = of("1,North,120,40,3\n2,North,90,80,2\n3,South,100,60,1\n");
    const totals = of("North,North,210,120,6\nWest,West,5,5,0\n");
    const made = rollUp(totals, parts, "state");
    expect(made.withoutTotal).toEqual(["South"]);
    expectValid("reconciliation", reconciliationToJson(made));
  });

  test("of keys that lost their zeros, and a view that no claim is judged by", () => {
    const [a, b] = [of("01,North,120,40,3\n"), of("1,North,120,40,3\n2,North,9,8,1\n")];
    const claims = [{ id: "c", title: "c", by: "somebody", winner: "A" }];
    const universe = { stations: 1, registeredVoters: 2000 };
    const made = reconcile(a, b, { election: { ...election, universe, claims } });
    expect(made.nearKeys).toHaveLength(1);
    expect(made.views.some(({ refused }) => refused === "universe-exceeded")).toBe(true);
    expectValid("reconciliation", reconciliationToJson(made));
  });
});

describe("what estimate prints", () => {
  const { universe, claims } = tierraClara;
  const states = countBy(clara, "EDO").map(({ region, count }) => [region[0]!, count.stations]);
  const STATES: Record<string, number> = Object.fromEntries(states);
  STATES[states[0]![0]!]! += universe.stations - clara.length;
  const options: readonly [string, EstimateOptions][] = [
    ["of stations that came by themselves", {}],
    ["of a sample", { coverage: "sample", fpc: false }],
    ["by region and centre, beside claims", { strata: "EDO", clusters: "centre", claims }],
    ["with the stations of each region", { strata: "EDO", stations: STATES }],
  ];
  test.each(options)("%s", (_, own) => {
    expectValid("estimate", estimateToJson(estimate(clara, universe, own)));
  });

  const election: Election = smallElection({
    universe: { stations: 8, registeredVoters: 2400 },
    candidates: [
      { code: "A", name: "A" },
      { code: "B", name: "B" },
      { code: "C", name: "C" },
    ],
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B", C: "C" },
      registeredVoters: { column: "roll", optional: true },
      invalidVotes: { column: "null", optional: true },
      regions: ["state"],
    },
    registers: [{ region: "state", stations: "stations", registeredVoters: "voters" }],
  });
  const register = readRegister("state,stations,voters\nNorth,4,1200\nSouth,4,1200\n", election);
  const of = (rows: string) =>
    readTallies(`station,state,roll,A,B,C,null\n${rows}`, election, { register }).tallies;
  const early = "1,North,300,120,40,0,3\n2,North,300,90,80,0,2\n";
  const tallies = of(`${early}3,South,300,100,60,0,1\n4,South,300,90,60,0,1\n`);

  test("of a candidate without votes, with a register and an earlier state", () => {
    const made = estimate(tallies, election.universe, {
      strata: "state",
      earlier: of(early),
      claims: [
        { id: "a", title: "a", by: "b", winner: "B", shares: { A: "52", C: "1" } },
        {
          id: "b",
          title: "b",
          by: "b",
          votes: { A: 800 },
          margin: { winner: "A", loser: "B", share: "9.5" },
        },
      ],
    });
    expect(made.arrivals).toBeDefined();
    expect(made.register).toBeDefined();
    const text = estimateToJson(made);
    expectValid("estimate", text);
    // A share of nothing is text as every other one is.
    expect(JSON.parse(text).assumptions[0].shares[2]).toEqual({ code: "C", share: "0" });
  });

  test("of every station covered", () => {
    const all = { stations: 4, registeredVoters: 1200 };
    expectValid("estimate", estimateToJson(estimate(tallies, all)));
  });
});

describe("what audit prints", () => {
  const list = auditListOf(tierraClara, clara);
  const commitment = commitAudit(list, { date: "2025-10-06", riskLimit: 0.05 });
  const draw = drawStations(list, commitment, {
    seed: "31415926535897932384",
    seedDate: "2025-10-07",
    sheets: [12, 6],
  });
  const readings = draw.sheets.map(({ station, order }): AuditReading => {
    const { votes } = list.stations.find((each) => each.station === station)!;
    if (order % 7 === 0) return { station, state: "missing" };
    return {
      station,
      votes: Object.fromEntries(
        list.candidates.map((code, at) => [code, votes[at]! - (at === 0 && order === 2 ? 1 : 0)]),
      ),
    };
  });
  const printed = (result: object) => JSON.stringify(result);

  test("of a plan, also of one that a sample cannot support", () => {
    expectValid("audit", printed(planAudit(list, { runs: 20 })));
    const tied = makeAuditList({
      name: "Mayor",
      candidates: ["A", "B"],
      stations: [{ station: "Hall", ballots: 200, votes: [60, 60] }],
    });
    const plan = planAudit(tied, { runs: 20 });
    expect(plan.errorBound).toBeUndefined();
    expectValid("audit", printed(plan));
  });

  test("of the risk, with sheets that wait and readers who differ", () => {
    expectValid("audit", printed(auditRisk(list, draw, readings)));
    const risk = auditRisk(list, draw, readings.slice(0, 5));
    expect(risk.waiting).toBeGreaterThan(0);
    const entries: Entries = {
      readings,
      disputes: [{ station: draw.sheets[0]!.station, said: ["120, 30", "120, 80"] }],
      readOnce: [draw.sheets[1]!.station],
    };
    expectValid("audit", printed({ ...risk, entries }));
  });
});

describe("what forensics prints", () => {
  const few = { simulations: 20 };
  test.each<[string, ForensicsOptions]>([
    ["of every test", few],
    [
      "with a plan and filters",
      {
        ...few,
        tests: ["last-digit"],
        planSha256: "0".repeat(64),
        filters: { leastValidVotes: 10, regions: { EDO: ["DTTO. CLARO"] } },
      },
    ],
  ])("%s", (_, options) => {
    expectValid("forensics", forensicsToJson(forensics(clara, options)));
  });

  test("of tallies that no test fits", () => {
    const election = smallElection();
    const { tallies } = readTallies("station,A,B\n1,20,40\n", election);
    const found = forensics(tallies, few);
    expect(found.tests.some(({ outcome }) => outcome === "not-run")).toBe(true);
    expectValid("forensics", forensicsToJson(found));
  });
});
