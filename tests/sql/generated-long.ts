// Generated tables with a row per station and candidate, with errors in them.
import fc from "fast-check";
import type { Cells, Generated } from "./generated";
import { electionOf, given, maybe, mostly } from "./generated";

export const LONG = {
  hall: "Mesa N°",
  choice: "choice'",
  votes: '"votes"',
  mode: "mode; --",
  round: "round",
  state: "state",
  valid: "valid",
  roll: "roll",
  level: "level",
} as const;
type Role = keyof typeof LONG;

const layout = fc
  .record({
    station: fc.constantFrom([{ column: LONG.hall }], [{ column: LONG.hall, digits: 3 }]),
    rows: fc
      .record({
        sumOver: maybe([LONG.mode], [LONG.mode, LONG.round]),
        absentIsZero: maybe(true),
        validVotes: maybe(["VALID"]),
        invalidVotes: maybe(["NULL", "SPOILT"]),
        blankVotes: maybe(["BLANK"]),
        ballotsCast: maybe(["CAST"]),
        registeredVoters: maybe(["ROLL"]),
        ignored: maybe(["TOTAL", "o'total"]),
      })
      .map((rows) => ({ candidate: LONG.choice, votes: LONG.votes, ...given(rows) })),
    validVotes: maybe(LONG.valid),
    registeredVoters: maybe<string | object>(LONG.roll, { column: LONG.roll, optional: true }),
    regions: maybe([LONG.state]),
    skip: maybe([{ column: LONG.level, in: ["sub"], reason: "subtotal" }]),
    values: maybe({ missing: { NA: "not received" } }),
  })
  .map(({ rows, ...own }) => ({
    ...given({
      ...own,
      // One or the other: the order of rows would decide between them.
      ...("validVotes" in rows && { validVotes: undefined }),
      ...("registeredVoters" in rows && { registeredVoters: undefined }),
    }),
    rows,
    candidates: { A: ["Añil", "Ana"], B: ["B'"], C: "C" },
  }));

const CHOICES = [
  "Añil",
  "Ana",
  "B'",
  "C",
  "NULL",
  "SPOILT",
  "BLANK",
  "CAST",
  "VALID",
  "ROLL",
  "TOTAL",
  "o'total",
];
const ODD_CHOICE = ["An\u0303il", " C ", "c", "Dora", "", "\u00A0B'", "CAST "];
const ODD_VOTES = ["", "x", "+7", "1e3", " 7", "007", "NA", "2147483647", "2147483648", "3.4", "0"];

interface Station {
  readonly hall: number;
  readonly state: string;
  readonly votes: readonly number[];
  readonly modes: number;
  /** Rows that are left out, come twice, or have another text in a field. */
  readonly changes: readonly { readonly at: number; readonly how: number; readonly text: string }[];
}

const station: fc.Arbitrary<Station> = fc.record({
  hall: fc.nat(120),
  state: mostly(fc.constantFrom("North", "South"), fc.constant("")),
  votes: fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
  modes: fc.integer({ min: 1, max: 2 }),
  changes: fc.oneof(
    { arbitrary: fc.constant([]), weight: 2 },
    {
      arbitrary: fc.uniqueArray(
        fc.record({
          at: fc.nat(23),
          how: fc.nat(6),
          text: fc.oneof(fc.constantFrom(...ODD_VOTES), fc.nat(50).map(String)),
        }),
        // No row is changed twice: of three copies, the order would decide which are the same.
        { minLength: 1, maxLength: 2, selector: ({ at }) => at % CHOICES.length },
      ),
      weight: 3,
    },
  ),
});

function rowsOf({ hall, state, votes, modes, changes }: Station): Record<Role, string>[] {
  const [a, ana, b, c, nulls, blank] = votes.map((own) => own * modes) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const valid = a + ana + b + c;
  const cast = valid + 2 * nulls + blank;
  const total: Record<string, number> = {
    Añil: a,
    Ana: ana,
    "B'": b,
    C: c,
    NULL: nulls,
    SPOILT: nulls,
    BLANK: blank,
    CAST: cast,
    VALID: valid,
    ROLL: 2 * cast + 2,
    TOTAL: cast,
    "o'total": cast,
  };
  const rows = Array.from({ length: modes }, (_, mode) => mode).flatMap((mode) =>
    CHOICES.map((choice): Record<Role, string> => ({
      hall: String(hall),
      choice,
      votes: String(total[choice]! / modes),
      mode: `m${mode}`,
      round: "1",
      state,
      valid: String(valid),
      roll: String(cast + 100),
      level: "station",
    })),
  );
  const originals = [...rows];
  for (const { at, how, text } of changes) {
    const own = originals[at % originals.length]!;
    if (how === 0) rows.splice(rows.indexOf(own), 1);
    else if (how === 1) own.votes = text;
    else if (how === 2) own.choice = ODD_CHOICE[at % ODD_CHOICE.length]!;
    else if (how === 3) own.hall = ["", `x${hall}`, `12345${hall}`, `a/${hall}`][at % 4]!;
    else if (how === 4) rows.push({ ...own });
    // The copy that comes second has more votes: of two, the reader has the first.
    else if (how === 5 && /^\d{1,3}$/.test(own.votes))
      rows.push({ ...own, votes: String(Number(own.votes) + 1) });
    else own.level = "sub";
  }
  return rows;
}

/** Three of the same, larger than all others. */
const ANCHORS = [901, 902, 903].flatMap((hall) =>
  rowsOf({ hall, state: "South", votes: [500, 500, 500, 500, 10, 10], modes: 1, changes: [] }),
);

export const longTable: fc.Arbitrary<Generated> = fc
  .record({
    layout,
    stations: fc.uniqueArray(station, { maxLength: 5, selector: ({ hall }) => hall }),
    header: mostly(fc.constant(false), fc.constant(true), 6),
    withoutRoll: fc.boolean(),
  })
  .map(({ layout: own, stations, header, withoutRoll }) => {
    // With several modes each is a part, or else each second row is a duplicate.
    const summed = "sumOver" in own.rows;
    const rows = stations.flatMap((one) => rowsOf(summed ? one : { ...one, modes: 1 }));
    // What the layout does not explain makes its station incomplete, so most tables have none of it.
    const explained = JSON.stringify(own);
    const odd = new Set(CHOICES.filter((choice) => !explained.includes(JSON.stringify(choice))));
    const roles = (Object.keys(LONG) as Role[]).filter(
      (role) =>
        role !== "roll" ||
        !withoutRoll ||
        typeof (own as { registeredVoters?: unknown }).registeredVoters === "string",
    );
    const all = [...ANCHORS, ...(header ? [{ ...LONG }] : []), ...rows].filter(
      ({ choice }) => !odd.has(choice),
    );
    return {
      election: electionOf(own),
      names: roles.map((role) => LONG[role]),
      rows: all.map((row): Cells =>
        Object.fromEntries(roles.map((role) => [LONG[role], row[role]])),
      ),
    };
  });
