// What an audit refuses, each in a sentence that says what to do; and what it says where sheets settle it.
import { describe, expect, test } from "vitest";
import { commitAudit } from "../../src/audit/commit";
import { drawStations } from "../../src/audit/draw";
import { readEntries } from "../../src/audit/entries";
import { auditListToCsv, readAuditList } from "../../src/audit/list-csv";
import { auditListOf } from "../../src/audit/list-of";
import { makeAuditList } from "../../src/audit/list";
import { planAudit } from "../../src/audit/plan";
import { auditRisk } from "../../src/audit/risk";
import { entrySheet } from "../../src/audit/sheets-csv";
import { parseVenezuelanQr } from "../../src/audit/venezuelan-qr";
import { readTallies, TallyError } from "../../src/index";
import { smallElection } from "../fixtures";
import { asReported, DATES, drawFrom, hundred, listOf, SEED } from "./made";

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof TallyError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "nothing";
};

const commitment = commitAudit(hundred, { date: DATES.date, riskLimit: 0.05 });
const seeded = (changes: object) => () =>
  drawStations(hundred, commitment, {
    seed: SEED,
    seedDate: DATES.seedDate,
    sheets: 5,
    ...changes,
  });

describe("draws", () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      "a seed of 19 digits",
      seeded({ seed: SEED.slice(1) }),
      /^audit-seed: .*19 digits.*at least 20/,
    ],
    ["a seed with a letter", seeded({ seed: `${SEED}a` }), /^audit-seed: A seed is digits only/],
    [
      "a seed older than the commitment",
      seeded({ seedDate: "2025-05-05" }),
      /^audit-seed: .*before the commitment/,
    ],
    ["a seed of the hour before", seeded({ seedDate: "2025-05-05T23:59Z" }), /^audit-seed: /],
    ["a date that is none", seeded({ seedDate: "yesterday" }), /^audit-invalid: .*is no date/],
    ["no sheets", seeded({ sheets: 0 }), /^audit-invalid: A draw is of one sheet or more/],
    ["more sheets than stations", seeded({ sheets: 101 }), /^audit-impossible: Only 100 sheets/],
  ])("%s", (_, run, message) => expect(refusal(run)).toMatch(message));

  test("20 digits, on the same day, and every station are allowed", () => {
    expect(seeded({ seedDate: DATES.date, sheets: 100 })().sheets).toHaveLength(100);
    expect(seeded({ seedDate: `${DATES.date}T00:00Z` })().seedDate).toBe("2025-05-06T00:00Z");
  });

  test("another list than the one committed to", () => {
    const other = makeAuditList({
      ...hundred,
      stations: hundred.stations.map((each, at) =>
        at === 7 ? { ...each, votes: [151, 100] } : each,
      ),
    });
    const drawing = () =>
      drawStations(other, commitment, { seed: SEED, seedDate: DATES.seedDate, sheets: 1 });
    expect(refusal(drawing)).toMatch(/^audit-commitment: /);
    expect(refusal(() => readAuditList(auditListToCsv(other), commitment))).toMatch(
      /^audit-commitment: .*SHA-256 is [0-9a-f]{64}/,
    );
  });

  test("Kaplan–Markov without replacement, and a risk limit in percent", () => {
    expect(
      refusal(() =>
        commitAudit(hundred, { date: DATES.date, riskLimit: 0.05, method: "kaplan-markov" }),
      ),
    ).toMatch(/^audit-invalid: Kaplan–Markov is for sheets drawn with replacement/);
    expect(refusal(() => commitAudit(hundred, { date: DATES.date, riskLimit: 5 }))).toMatch(
      /^audit-invalid: A risk limit is above 0 and below 1/,
    );
  });
});

describe("lists", () => {
  const two = (changes: object) => () =>
    makeAuditList({
      name: "two",
      candidates: ["A", "B"],
      stations: [{ station: "x", ballots: 10, votes: [5, 4] }],
      ...changes,
    });
  test.each<[string, () => unknown, RegExp]>([
    ["no station", two({ stations: [] }), /^audit-invalid: The list has no station/],
    [
      "a station twice",
      two({ stations: [1, 2].map(() => ({ station: "x", ballots: 9, votes: [1, 0] })) }),
      /^audit-invalid: .*twice/,
    ],
    [
      "more votes than ballots",
      two({ stations: [{ station: "x", ballots: 8, votes: [5, 4] }] }),
      /^audit-bound: .*9 votes, and at most 8 ballots/,
    ],
    [
      "more votes for one than ballots",
      two({
        contests: [{ candidates: ["A", "B"], votesAllowed: 2 }],
        stations: [{ station: "x", ballots: 4, votes: [5, 0] }],
      }),
      /^audit-bound: .*5 votes for one candidate/,
    ],
    [
      "half a vote",
      two({ stations: [{ station: "x", ballots: 9, votes: [0.5, 4] }] }),
      /^audit-invalid: /,
    ],
    [
      "two candidates alike",
      two({ candidates: ["A", "A"] }),
      /^audit-invalid: A candidate is in the list twice/,
    ],
    [
      "nobody to lose",
      two({ contests: [{ candidates: ["A", "B"], winners: 2 }] }),
      /^audit-invalid: A contest needs/,
    ],
    [
      "a stranger",
      two({ contests: [{ candidates: ["A", "C"] }] }),
      /^audit-invalid: A contest names C/,
    ],
  ])("%s", (_, run, message) => expect(refusal(run)).toMatch(message));

  const election = smallElection({
    claims: [
      { id: "a", title: "A won", by: "council", winner: "A" },
      { id: "b", title: "B won", by: "council", shares: { B: "52" } },
      { id: "turnout", title: "80 % voted", by: "council", turnout: "80" },
    ],
  });
  const read = (csv: string) => readTallies(csv, election).tallies;
  const tallies = read("station,roll,A,B\n1,100,60,20\n2,100,30,40\n");

  test("a claim without station results is not auditable", () => {
    expect(auditListOf(election, tallies, { claim: "a" }).stations).toHaveLength(2);
    expect(refusal(() => auditListOf(election, tallies, { claim: "b" }))).toMatch(
      /^audit-impossible: The claim b is not auditable: it has B ahead and comes with no results by station/,
    );
    expect(refusal(() => auditListOf(election, tallies, { claim: "turnout" }))).toMatch(
      /^audit-invalid: .*names no candidate/,
    );
    expect(refusal(() => auditListOf(election, tallies, { claim: "c" }))).toMatch(
      /^audit-invalid: There is no claim/,
    );
  });

  test("stations of which nobody says how many ballots there can be", () => {
    const unknown = read("station,roll,A,B\n1,100,60,20\n2,,30,40\n");
    expect(refusal(() => auditListOf(election, unknown))).toMatch(
      /^audit-bound: Of 1 station, for instance 2/,
    );
    const list = auditListOf(election, unknown, { ballotsAtMost: 90 });
    expect(list.stations.map(({ ballots }) => ballots)).toEqual([100, 90]);
  });

  test("uncovered stations count with every voter against the winner", () => {
    const list = auditListOf(election, tallies, { scope: "all" });
    expect(list.uncovered).toEqual({ stations: 8, ballots: 800 });
    const { margins, errorBound, sheets } = planAudit(list);
    expect(margins).toEqual([{ winner: "A", loser: "B", reported: 30, margin: -770 }]);
    expect([errorBound, sheets]).toEqual([undefined, []]);
  });
});

describe("readings", () => {
  const draw = drawFrom(hundred, 3);
  const drawn = asReported(hundred, draw.sheets);
  const other = hundred.stations.find(({ station }) =>
    drawn.every((each) => each.station !== station),
  )!;
  const risk =
    (...readings: Parameters<typeof auditRisk>[2]) =>
    () =>
      auditRisk(hundred, draw, readings);
  const station = drawn[0]!.station;

  test.each<[string, () => unknown, RegExp]>([
    [
      "a station that was not drawn",
      risk({ station: other.station, votes: { A: 1, B: 1 } }),
      /^audit-reading: .*not in the draw/,
    ],
    ["a station twice", risk(drawn[0]!, drawn[0]!), /^audit-reading: .*is read twice/],
    [
      "counts above the bound",
      risk({ station, votes: { A: 200, B: 101 } }),
      /^audit-reading: .*301 votes, and the station at most 300/,
    ],
    [
      "a count that is missing",
      risk({ station, votes: { A: 200 } }),
      /^audit-reading: .*for B; 0 where the sheet says 0/,
    ],
    [
      "an unknown candidate",
      risk({ station, votes: { A: 1, B: 1, C: 1 } }),
      /^audit-reading: .*votes for C/,
    ],
  ])("%s", (_, run, message) => expect(refusal(run)).toMatch(message));

  test("counts at the bound are allowed", () => {
    expect(risk({ station, votes: { A: 200, B: 100 } })().steps).toHaveLength(1);
  });

  test("a sheet that waits holds up those after it", () => {
    const result = risk(drawn[0]!, drawn[2]!)();
    expect([result.steps.length, result.waiting, result.early]).toEqual([1, 2, 1]);
  });
});

describe("sheets that settle it", () => {
  const list = listOf([
    [60, 40, 120],
    [55, 45, 100],
  ]);
  const draw = drawFrom(list, 2);
  const found = (first: [number, number], second: [number, number]) =>
    auditRisk(list, draw, [
      { station: "S000", votes: { A: first[0], B: first[1] } },
      { station: "S001", votes: { A: second[0], B: second[1] } },
    ]);

  test("a full count that agrees confirms, and one with another winner overturns", () => {
    expect(found([60, 40], [55, 45]).outcome).toBe("confirmed");
    expect(found([51, 49], [50, 50]).outcome).toBe("confirmed");
    expect(found([50, 50], [50, 50])).toMatchObject({ outcome: "overturned", risk: 1 });
    expect(found([40, 60], [45, 55])).toMatchObject({ outcome: "overturned", risk: 1 });
  });

  test("what is not read can still be anything", () => {
    expect(auditRisk(list, draw, []).outcome).toBe("open");
    const lost = auditRisk(list, draw, [
      { station: "S000", state: "missing" },
      { station: "S001", state: "unreadable" },
    ]);
    expect(lost).toMatchObject({ outcome: "open", risk: 1 });
  });

  test("a tie is no outcome that a sample supports", () => {
    const tied = listOf(Array.from({ length: 30 }, () => [50, 50, 100] as const));
    const some = drawFrom(tied, 10);
    expect(auditRisk(tied, some, asReported(tied, some.sheets))).toMatchObject({
      outcome: "open",
      risk: 1,
    });
  });
});

test("several contests share one sample: the worst of them counts", () => {
  const stations = Array.from({ length: 50 }, (_, at) => ({
    station: `S${at}`,
    ballots: 100,
    votes: [60, 30, 55, 44],
  }));
  const candidates = ["A", "B", "C", "D"];
  const both = makeAuditList({
    name: "both",
    candidates,
    contests: [
      { name: "president", candidates: ["A", "B"] },
      { name: "mayor", candidates: ["C", "D"] },
    ],
    stations,
  });
  const { margins, errorBound } = planAudit(both, { runs: 1 });
  expect(margins.map(({ contest, margin }) => [contest, margin])).toEqual([
    ["president", 1500],
    ["mayor", 550],
  ]);
  expect(errorBound).toBeCloseTo((50 * 111) / 550, 12);
});

describe("entry sheets", () => {
  const draw = drawFrom(hundred, 3);
  const blank = entrySheet(draw);
  const fill = (rows: string[], name = "1.csv") => ({
    name,
    text: blank
      .trim()
      .split("\n")
      .map((line, at) =>
        at === 0 || rows[at - 1] === undefined ? line : line.replace(/,,,,$/, rows[at - 1]!),
      )
      .join("\r\n"),
  });

  test("two readers who agree, differ, or are not done", () => {
    const first = fill([",,150,100,", ",missing,,,", ",,150,100,"].map((row) => row.slice(0)));
    const second = fill([",,150,100,", ",missing,,,"]);
    const agreed = readEntries(draw, [first, second]);
    expect(agreed.readings).toHaveLength(2);
    expect(agreed.readOnce).toEqual([draw.sheets[2]!.station]);
    const third = fill([",,150,101,"]);
    expect(readEntries(draw, [first, third]).disputes).toEqual([
      { station: draw.sheets[0]!.station, said: ["A 150, B 100", "A 150, B 101"] },
    ]);
  });

  test("as a spreadsheet saves it", () => {
    const saved = fill([",,150,100,"])
      .text.replaceAll(",", ";")
      .replace(/^/, "\uFEFF")
      .replace("S0", "'S0");
    expect(readEntries(draw, [{ name: "saved.csv", text: saved }]).readings).toHaveLength(1);
  });

  test.each<[string, string, RegExp]>([
    ["a letter for a digit", ",,15O,100,", /^audit-reading: Line 2 of 1\.csv has "15O" for A/],
    ["half a row", ",,150,,", /^audit-reading: .*"" for B, which is no count; write 0/],
    ["another state", ",lost,,,", /^audit-reading: .*the state "lost"/],
    ["a state and counts", ",missing,1,2,", /^audit-reading: .*more than one/],
    ["the code of no sheet", ",,,,hello", /^qr-invalid: /],
  ])("%s", (_, row, message) =>
    expect(refusal(() => readEntries(draw, [fill([row])]))).toMatch(message),
  );

  test("a row of another station, and another file", () => {
    const [first, second] = draw.sheets;
    const swapped = blank.replace(first!.station, second!.station);
    expect(refusal(() => readEntries(draw, [{ name: "1.csv", text: swapped }]))).toMatch(
      /where S\d+ was drawn/,
    );
    const added = `${blank}99,S001,,1,1,\n`;
    expect(refusal(() => readEntries(draw, [{ name: "1.csv", text: added }]))).toMatch(
      /"99", which is not in the draw/,
    );
    expect(refusal(() => readEntries(draw, [{ name: "1.csv", text: "a,b\n1,2\n" }]))).toMatch(
      /lacks columns/,
    );
  });
});

describe("the code on a Venezuelan sheet", () => {
  // Votes by place on the ballot, one after the other, so that every place has its own number.
  const places = Array.from({ length: 38 }, (_, at) => at + 1);
  const code = (
    list: readonly (number | string)[] = places,
    tail = "!7!9",
    head = "201301006.01.1.0001",
  ) => `${head}!${list.join(",")}${tail}`;
  const sum = (first: number, last: number) =>
    places.slice(first, last + 1).reduce((all, each) => all + each, 0);

  test("gives every candidate the places of the parties behind them", () => {
    expect(parseVenezuelanQr(` ${code()}\n`)).toEqual({
      station: "201301006/01",
      votes: {
        NM: sum(0, 12),
        LM: sum(13, 18),
        JABE: sum(19, 19),
        JOBR: sum(20, 23),
        AE: sum(24, 29),
        CF: sum(30, 30),
        DC: sum(31, 32),
        EG: sum(33, 35),
        EM: sum(36, 36),
        BERA: sum(37, 37),
      },
      validVotes: sum(0, 37),
      invalidVotes: 7,
      blankVotes: 9,
    });
  });

  test.each<[string, string, RegExp]>([
    ["37 places", code(places.slice(1)), /37 counts of votes and not 38/],
    ["39 places", code([...places, 1]), /39 counts/],
    ["no blank votes", code(places, "!7"), /3 parts and not 4/],
    ["a negative count", code(places.with(4, -1)), /"-1" at place 5/],
    ["an empty count", code([...places.slice(1), ""]), /"" at place 38/],
    ["a count of millions", code(places.with(0, 1_000_000)), /"1000000" at place 1/],
    ["null votes in words", code(places, "!none!0"), /"none" at the null votes/],
    ["a centre of 8 digits", code(places, "!7!9", "20130100.01.1.0001"), /no centre of 9 digits/],
    ["another election", code(places, "!7!9", "201301006.01.2.0001"), /no centre of 9 digits/],
  ])("refuses %s", (_, text, message) =>
    expect(refusal(() => parseVenezuelanQr(text))).toMatch(message),
  );
});
