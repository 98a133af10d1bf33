// Generated elections and tables with errors in them, as rows of texts by column name.
import fc from "fast-check";
import { type Election, type Layout, parseElection } from "../../src/index";

export type Cells = Readonly<Record<string, string>>;

export interface Generated {
  readonly election: Election;
  readonly names: readonly string[];
  readonly rows: readonly Cells[];
}

/** Column names that do harm where they are not quoted. */
export const NAME = {
  centre: 'Cen"tro',
  table: "o'clock",
  state: "select",
  town: "Pueblo \\ñ",
  A: "A;--",
  B: "votes \\' B",
  C: "C",
  valid: "valid",
  invalid: "nulos",
  blank: "blank $1",
  ballots: "count(*)",
  roll: "padrón",
  level: "%level%",
  code: "a.b",
  voters: "x1",
} as const;
type Role = keyof typeof NAME;

export const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const column = (role: Role) =>
  maybe<string | object>(NAME[role], { column: NAME[role], optional: true });

/** Drops what is undefined, as the schema wants it. */
export const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const wideLayout = fc
  .record({
    station: fc.constantFrom<Layout["station"][number][]>(
      [{ column: NAME.centre }],
      [{ column: NAME.centre, digits: 4 }],
      [{ column: NAME.centre, digits: 4 }, { column: NAME.table }],
      [{ column: NAME.centre }, { column: NAME.table, split: "-", part: 2 }],
      [{ column: NAME.centre }, { column: NAME.table, digits: 2 }],
    ),
    C: fc.constantFrom<Layout["candidates"][string]>(NAME.C, { column: "no such", optional: true }),
    validVotes: column("valid"),
    invalidVotes: column("invalid"),
    blankVotes: column("blank"),
    ballotsCast: column("ballots"),
    registeredVoters: column("roll"),
    regions: maybe(
      [NAME.state],
      [NAME.state, { name: "town", column: NAME.town }],
      [{ name: "town", column: NAME.town, split: "/", part: 1 }],
    ),
    skip: maybe(
      [{ column: NAME.level, in: ["total", "to\n  tal"], reason: "subtotal" }],
      [{ column: NAME.level, notIn: ["station", "", NAME.level], reason: "other" }],
      [
        { column: NAME.level, startsWith: ["to", "%"], reason: "subtotal" },
        { column: NAME.level, in: ["o'total"], reason: "subtotal" },
      ],
    ),
    values: maybe(
      { thousands: "." },
      { missing: { NA: "not received", "--": "illegible" } },
      { thousands: ",", missing: { NA: "not received" } },
    ),
    centre: maybe(
      { key: [{ column: NAME.code }], registeredVoters: NAME.voters },
      {
        key: [{ column: NAME.code, digits: 3 }],
        registeredVoters: { column: NAME.voters, optional: true },
      },
    ),
  })
  .map(({ C, ...layout }) => ({
    ...given(layout),
    candidates: { A: NAME.A, B: NAME.B, C },
  }));

const small = fc.nat(40);
export const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: odd, weight: 1 });

/** A sheet whose figures fit each other. */
const sheet = fc
  .record({
    A: small,
    B: small,
    C: small,
    invalid: small,
    blank: small,
    more: small,
    centre: fc.nat(12),
    table: fc.nat(2),
    state: mostly(
      fc.constantFrom("North", "South"),
      fc.constantFrom("", " North ", "Peña", "Pen\u0303a"),
    ),
    town: mostly(fc.constantFrom("Alto/x", "Bajo"), fc.constantFrom("", "/", "\u00A0Alto")),
    level: mostly(
      fc.constant("station"),
      fc.constantFrom("total", "o'total", "to\n  tal", "", " total", "tot", "%x"),
    ),
    code: mostly(fc.constantFrom("1", "2"), fc.constantFrom("", "x", "1234", "٣")),
    voters: mostly(fc.constant("900"), fc.constantFrom("", "x", "NA")),
  })
  .map(({ more, ...own }): Record<Role, string> => {
    const valid = own.A + own.B + own.C;
    const ballots = valid + own.invalid + own.blank;
    const texts = Object.fromEntries(
      Object.entries({ ...own, valid, ballots, roll: ballots + more }).map(([role, value]) => [
        role,
        String(value),
      ]),
    ) as Record<Role, string>;
    return { ...texts, table: `T-${own.table}` };
  });

/** Texts that are no counts, or counts that look strange. */
const ODD = [
  "",
  " ",
  "+7",
  "-1",
  "3.4",
  "1e3",
  " 7",
  "7 ",
  "007",
  "0",
  "٣",
  "1O",
  "7\n",
  "NA",
  " NA ",
  "--",
  "1.234",
  "1,234",
  "12.345.678",
  "1.2345",
  "01.234",
  "0.123",
  "1.23",
  ".123",
  "1.",
  "1.234x",
  "1x234",
  "1.234.567.890",
  "9.999.999.999",
  "99.999.999.999",
  "2147483647",
  "2147483648",
  "9999999999",
  "99999999999999999999999",
  "00000000000000000000000000012",
  "9007199254740993",
  "'",
  "\\",
  "中",
];

const COUNTS = ["A", "B", "C", "valid", "invalid", "blank", "ballots", "roll"] as const;

const oddCell = fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom<Role>(...COUNTS), fc.constantFrom(...ODD)), weight: 3 },
  { arbitrary: fc.tuple(fc.constantFrom<Role>(...COUNTS), fc.nat(99).map(String)), weight: 2 },
  {
    arbitrary: fc.tuple(
      fc.constantFrom<Role>("centre", "table"),
      fc.constantFrom(
        "",
        " ",
        "12345",
        "1",
        " 0012 ",
        "x",
        "T",
        "T-",
        "T-1-2",
        "a/b",
        "a\\/b",
        "٣",
        "\uFEFF3",
      ),
    ),
    weight: 1,
  },
);

type Sheet = Record<Role, string>;
const changed = (own: Sheet, changes: readonly (readonly [Role, string])[]): Sheet => ({
  ...own,
  ...Object.fromEntries(changes),
});

const row = fc.oneof(
  { arbitrary: fc.record({ sheet, odd: fc.constant([] as [Role, string][]) }), weight: 12 },
  { arbitrary: fc.record({ sheet, odd: fc.array(oddCell, { maxLength: 2 }) }), weight: 6 },
  {
    arbitrary: fc.record({
      back: fc.nat(5),
      odd: fc.oneof(
        fc.constant([] as [Role, string][]),
        fc.array(
          fc.tuple(
            fc.constantFrom<Role>("invalid", "blank", "ballots", "roll", "state"),
            fc.constant(""),
          ),
          { maxLength: 3 },
        ),
        fc.array(oddCell, { maxLength: 1 }),
      ),
    }),
    weight: 6,
  },
  { arbitrary: fc.constant({ header: true as const }), weight: 1 },
);

/** Larger than all others, so that no row of a small table is the total of the others. */
const ANCHORS = ["9001", "9002", "9003"].map((centre, at): Sheet => ({
  centre,
  table: `0-${at + 7}`,
  state: "South",
  town: "Bajo",
  A: "1000",
  B: "1000",
  C: "1000",
  valid: "3000",
  invalid: "0",
  blank: "0",
  ballots: "3000",
  roll: "4000",
  level: "station",
  code: "7",
  voters: "9000",
}));

export const electionOf = (layout: object) =>
  parseElection({
    id: "generated",
    name: "Generated",
    date: "2025-01-01",
    candidates: ["A", "B", "C"].map((code) => ({ code, name: code })),
    universe: { stations: 100, registeredVoters: 1_000_000 },
    layout,
    claims: [],
  });

/** Columns of the table; optional ones are there or not. */
const roles = Object.keys(NAME) as Role[];

export const wideTable: fc.Arbitrary<Generated> = fc
  .record({
    layout: wideLayout,
    rows: fc.array(row, { maxLength: 14 }),
    without: fc.subarray(["invalid", "blank", "ballots", "roll"] as Role[], { maxLength: 2 }),
  })
  .map(({ layout, rows, without }) => {
    const sheets: Sheet[] = [];
    // A candidate without a column has no votes there.
    const noC = JSON.stringify(layout).includes("no such");
    const fitting = (own: Sheet): Sheet => {
      const minus = (role: Role) => String(Number(own[role]) - Number(own.C));
      return noC ? { ...own, valid: minus("valid"), ballots: minus("ballots") } : own;
    };
    const digits = JSON.stringify(layout).includes('"digits":2');
    for (const own of rows) {
      if ("header" in own) sheets.push({ ...NAME } as Sheet);
      else if ("sheet" in own) sheets.push(changed(fitting(own.sheet), own.odd));
      else {
        // Half a header is one to the database, which knows only the columns of the layout.
        const copied = sheets[Math.max(0, sheets.length - 1 - own.back)];
        if (copied && copied.A !== NAME.A) sheets.push(changed(copied, own.odd));
      }
    }
    const election = electionOf(layout);
    // What the layout needs is there.
    const optional = without.filter((role) =>
      JSON.stringify(layout).includes(`{"column":${JSON.stringify(NAME[role])},"optional":true}`),
    );
    const kept = roles.filter((role) => !optional.includes(role));
    const all = [...ANCHORS.map(fitting), ...sheets].map((own) =>
      Object.fromEntries(
        kept.map((role) => [
          NAME[role],
          role === "table" && digits ? own[role].replace(/^[T0]-(?=\d)/, "") : own[role],
        ]),
      ),
    );
    return { election, names: kept.map((role) => NAME[role]), rows: all };
  });
