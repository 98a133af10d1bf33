// A good file, broken in every way that files get broken. Each version must be refused, or counted
// exactly over the rows that are left, with an issue on the line of the damage. What the totals must
// be is worked out here from the lines of the good file, by splitting them at the commas.
import { describe, expect, test } from "vitest";
import {
  count,
  countBy,
  type Election,
  type Issue,
  type IssueCode,
  parseElection,
  readRegister,
  TallyError,
  type TallyErrorCode,
  type TallyInput,
  verify,
} from "../../src/index";
import { readTallies } from "./three-ways";
import { smallElection, textOf, tierraClara } from "../fixtures";

/** The good file, line by line: the header is `GOOD[0]` and stands on line 1. */
const GOOD: readonly string[] = textOf("fixtures/tierra-clara.csv")
  .replace("\uFEFF", "")
  .trimEnd()
  .split("\n");
const HEADER = GOOD[0]!;
const COLUMNS = HEADER.split(",");
const LAST = GOOD.length;
const CODES = tierraClara.candidates.map(({ code }) => code);

type Lines = readonly string[];
type Row = Readonly<Record<string, string>>;

const rowOf = (line: string): Row =>
  Object.fromEntries(line.split(",").map((cell, at) => [COLUMNS[at]!, cell]));
const stationOf = (row: Row) =>
  `${row["CENTRO"]!.padStart(9, "0")}/${row["MESA"]!.padStart(2, "0")}`;

/** The good file's rows by line. */
const ROWS: ReadonlyMap<number, Row> = new Map(
  GOOD.slice(1).map((text, at) => [at + 2, rowOf(text)]),
);

// How to break a file. Lines are counted from 1, as issues count them.
const join = (lines: Lines) => `${lines.join("\n")}\n`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const bytes = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

const edit = (lines: Lines, line: number, change: (text: string) => string) =>
  lines.map((text, at) => (at === line - 1 ? change(text) : text));
const insert = (lines: Lines, line: number, ...added: string[]) =>
  lines.toSpliced(line - 1, 0, ...added);
const setCell = (text: string, column: string, value: string | ((cell: string) => string)) =>
  text
    .split(",")
    .map((cell, at) =>
      COLUMNS[at] !== column ? cell : typeof value === "string" ? value : value(cell),
    )
    .join(",");
/** The good file with one cell changed. */
const withCell = (line: number, column: string, value: string | ((cell: string) => string)) =>
  join(edit(GOOD, line, (text) => setCell(text, column, value)));
const cellOf = (line: number, column: string) => ROWS.get(line)![column]!;
const numberOf = (line: number, column: string) => Number(cellOf(line, column));
const swapNames = (one: string, other: string) =>
  edit(GOOD, 1, (header) =>
    header
      .split(",")
      .map((name) => (name === one ? other : name === other ? one : name))
      .join(","),
  );
const without = (lines: Lines, column: string) =>
  lines.map((text) => text.split(",").toSpliced(COLUMNS.indexOf(column), 1).join(","));
/** The column stands last, and the column of addresses is gone. */
const withLast = (column: string) =>
  GOOD.map((text) => {
    const cells = text.split(",").slice(0, -1);
    const [moved] = cells.splice(COLUMNS.indexOf(column), 1);
    return [...cells, moved].join(",");
  });
/** Each value of the column one row further down. */
const shifted = (column: string) =>
  GOOD.map((text, at) =>
    at === 0 ? text : setCell(text, column, at === 1 ? "" : cellOf(at, column)),
  );
const quoted = (text: string) => setCell(text, "EDO", (name) => `"${name}"`);
const QUOTED = GOOD.map((text, at) => (at === 0 ? text : quoted(text)));
/** A row that adds up others, under a key or none. */
const sumRow = (rows: Lines, state: string, centre: string, mesa: string) =>
  COLUMNS.map((column) => {
    if (column === "EDO") return state;
    if (column === "CENTRO") return centre;
    if (column === "MESA") return mesa;
    if (!CODES.includes(column) && !["RE", "VOTOS_VALIDOS", "VOTOS_NULOS"].includes(column))
      return "";
    return `${rows.reduce((sum, row) => sum + Number(rowOf(row)[column]), 0)}`;
  }).join(",");
const STATES = [...new Set(GOOD.slice(1).map((text) => rowOf(text)["EDO"]!))];
/** Each state's rows with their sum below, keyed or not. */
const withSubtotals = (
  lines: Lines,
  key: (state: number) => readonly [centre: string, mesa: string],
) => [
  lines[0]!,
  ...STATES.flatMap((state, at) => {
    const rows = lines.slice(1).filter((text) => rowOf(text)["EDO"] === state);
    return rows.length === 0 ? [] : [...rows, sumRow(rows, state, ...key(at))];
  }),
];
/** On which lines the sums of {@link withSubtotals} stand. */
const SUBTOTALS = withSubtotals(GOOD, () => ["SUM", "SUM"]).flatMap((text, at) =>
  text.includes("SUM") ? [at + 1] : [],
);
const through = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const ALL_ROWS = through(2, LAST);

type Data = TallyInput["data"];
type Sheets = ReadonlyMap<string, Row>;

/** The rows of a good file, by their stations. */
const sheetsOf = (good: Lines): Sheets =>
  new Map(good.slice(1).map((text) => [stationOf(rowOf(text)), rowOf(text)]));
const GOOD_SHEETS = sheetsOf(GOOD);

function outcomeOf(data: Data, election: Election = tierraClara) {
  try {
    const { tallies, issues } = readTallies({ name: "broken.csv", data }, election);
    return { tallies, issues, verification: verify(election, tallies) };
  } catch (error) {
    if (error instanceof TallyError) return { refused: error.code };
    throw error;
  }
}

/** Totals over the good file's rows but those on the `lost` lines. */
function totalsOf(lost: readonly number[]) {
  const gone = new Set(lost);
  const rows = [...ROWS].flatMap(([line, row]) => (gone.has(line) ? [] : [row]));
  const sum = (of: readonly Row[], column: string) =>
    of.reduce((total, row) => total + Number(row[column]), 0);
  return {
    stations: rows.map(stationOf).sort(),
    votes: Object.fromEntries(CODES.map((code) => [code, sum(rows, code)])),
    validVotes: sum(rows, "VOTOS_VALIDOS"),
    invalidVotes: sum(rows, "VOTOS_NULOS"),
    registeredVoters: sum(rows, "RE"),
    states: STATES.map((state) => {
      const own = rows.filter((row) => row["EDO"] === state);
      return [state, own.length, sum(own, "EG")];
    })
      .filter(([, stations]) => stations !== 0)
      .sort(),
  };
}

function totalsRead({
  tallies,
  verification,
}: Exclude<ReturnType<typeof outcomeOf>, { refused: unknown }>) {
  const totals = verification.count;
  return {
    stations: [...tallies].map(({ station }) => station).sort(),
    votes: Object.fromEntries(totals.candidates.map(({ code, votes }) => [code, votes])),
    validVotes: totals.validVotes,
    invalidVotes: totals.invalidVotes?.sum,
    registeredVoters: totals.registeredVoters?.sum,
    states: countBy(tallies, "EDO")
      .map(({ region, count: own }) => [region[0], own.stations, own.candidates[0]!.votes])
      .sort(),
  };
}

/**
 * The law that every version must keep: refused, or every accepted sheet is one of the good file's
 * with its figures, its state too unless there is an error or a warning on its line or on the whole
 * file, and where sheets of the good file are not counted, there is an error.
 */
function expectNothingSilent(outcome: ReturnType<typeof outcomeOf>, truth: Sheets = GOOD_SHEETS) {
  if ("refused" in outcome) return;
  const { tallies, issues } = outcome;
  const accused = new Set(
    issues.filter(({ severity }) => severity !== "notice").map(({ line }) => line),
  );
  const wrong = [...tallies].filter(({ station, votes, validVotes, regions, line }) => {
    const own = truth.get(station);
    if (!own || Number(own["VOTOS_VALIDOS"]) !== validVotes) return true;
    if (CODES.some((code) => votes[code] !== Number(own[code]))) return true;
    return regions["EDO"] !== own["EDO"] && !accused.has(line) && !accused.has(undefined);
  });
  expect(wrong.slice(0, 3).map(({ station, line }) => `${station} on line ${line}`)).toEqual([]);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (tallies.length < truth.size) expect(errors).toBeGreaterThan(0);
}

interface Broken {
  readonly name: string;
  readonly data: Data;
}
interface Refused extends Broken {
  readonly refused: TallyErrorCode;
}
interface Counted extends Broken {
  /** Lines of the good file whose rows are not counted. */
  readonly lost: readonly number[];
  /** Every issue there is, by the line in the broken file. */
  readonly issues: readonly (readonly [line: number | undefined, code: IssueCode])[];
}

const REFUSED: readonly Refused[] = [
  {
    name: "a closing quote lost",
    data: join(edit(QUOTED, 9, (text) => text.replace('CLARO"', "CLARO"))),
    refused: "quotes-unbalanced",
  },
  {
    name: "a closing quote lost on the last row",
    data: join(edit(QUOTED, LAST, (text) => text.replace('PEÑAS"', "PEÑAS"))),
    refused: "quotes-unbalanced",
  },
  {
    name: "one quote before a field",
    data: withCell(7, "EDO", (name) => `"${name}`),
    refused: "quotes-unbalanced",
  },
  {
    name: "one quote before the header",
    data: join(edit(GOOD, 1, (header) => `"${header}`)),
    refused: "quotes-unbalanced",
  },
  {
    name: "every row in quotes as a whole",
    data: join(GOOD.map((text) => `"${text}"`)),
    refused: "column-missing",
  },
  {
    name: "the names of valid votes and a candidate swapped in the header",
    data: join(swapNames("VOTOS_VALIDOS", "EG")),
    refused: "rows-none-accepted",
  },
  {
    name: "the names of voters and invalid votes swapped in the header",
    data: join(swapNames("RE", "VOTOS_NULOS")),
    refused: "rows-none-accepted",
  },
  {
    name: "the names of table and parish swapped in the header",
    data: join(swapNames("MESA", "COD_PAR")),
    refused: "rows-none-accepted",
  },
  {
    name: "the names of centre and voters swapped in the header",
    data: join(swapNames("CENTRO", "RE")),
    refused: "universe-exceeded",
  },
  {
    name: "the names of centre and state swapped in the header",
    data: join(swapNames("CENTRO", "EDO")),
    refused: "rows-none-accepted",
  },
  { name: "no header", data: join(GOOD.slice(1)), refused: "column-missing" },
  { name: "only the header", data: join(GOOD.slice(0, 1)), refused: "rows-none" },
  { name: "cut within the header", data: HEADER.slice(0, 60), refused: "column-missing" },
  {
    name: "a name missing in the header, the rows as they were",
    data: join([without(GOOD, "COD_EDO")[0]!, ...GOOD.slice(1)]),
    refused: "rows-none-accepted",
  },
  {
    name: "a column missing in the rows, the header as it was",
    data: join([HEADER, ...without(GOOD, "COD_EDO").slice(1)]),
    refused: "rows-none-accepted",
  },
  {
    name: "a candidate's column missing",
    data: join(without(GOOD, "NM")),
    refused: "column-missing",
  },
  {
    name: "the column of valid votes missing",
    data: join(without(GOOD, "VOTOS_VALIDOS")),
    refused: "column-missing",
  },
  {
    name: "a candidate's name empty in the header",
    data: join(edit(GOOD, 1, (header) => header.replace(",NM,", ",,"))),
    refused: "column-missing",
  },
  {
    name: "a candidate's name twice in the header",
    data: join(edit(GOOD, 1, (header) => header.replace(",LM,", ",NM,"))),
    refused: "column-ambiguous",
  },
  {
    name: "semicolons instead of commas",
    data: join(GOOD).replaceAll(",", ";"),
    refused: "column-missing",
  },
  {
    name: "tabs instead of commas",
    data: join(GOOD).replaceAll(",", "\t"),
    refused: "column-missing",
  },
  {
    name: "semicolons below a header with commas",
    data: join([HEADER, ...GOOD.slice(1).map((text) => text.replaceAll(",", ";"))]),
    refused: "rows-none-accepted",
  },
  {
    name: "one more comma on every row",
    data: join([HEADER, ...GOOD.slice(1).map((text) => `${text},`)]),
    refused: "rows-none-accepted",
  },
  {
    name: "decimal commas on every row",
    data: join([
      HEADER,
      ...GOOD.slice(1).map((text) => setCell(text, "EG", (votes) => `${votes},0`)),
    ]),
    refused: "rows-none-accepted",
  },
  {
    name: "a NUL byte",
    data: withCell(80, "EG", (votes) => `${votes}\0`),
    refused: "input-binary",
  },
  {
    name: "a block of NUL bytes where rows were",
    data: bytes(utf8(join(GOOD.slice(0, 500))), new Uint8Array(4096), utf8(join(GOOD.slice(540)))),
    refused: "input-binary",
  },
  {
    name: "the second half in Latin-1, below a byte order mark",
    data: bytes(MARK, utf8(join(GOOD.slice(0, 600))), latin1(join(GOOD.slice(600)))),
    refused: "encoding-unsupported",
  },
  {
    name: "the second half in Latin-1, without a mark",
    data: bytes(utf8(join(GOOD.slice(0, 600))), latin1(join(GOOD.slice(600)))),
    refused: "encoding-unsupported",
  },
  {
    name: "a letter cut in half",
    data: bytes(MARK, utf8(join(GOOD)).slice(0, -4), Uint8Array.of(0xc3), utf8("\n")),
    refused: "encoding-unsupported",
  },
  {
    name: "a page that says the file is not there",
    data: "<!DOCTYPE html>\n<html>\n<body>404</body>\n</html>\n",
    refused: "column-missing",
  },
];

const SHIFTED = shifted("EG").flatMap((text, at) => (text === GOOD[at] ? [] : [at + 1]));
const EG_LAST = withLast("EG");
const stray = (first: number, last: number, before: string, after: string) =>
  join(
    edit(
      edit(GOOD, first, (text) => setCell(text, before, (cell) => `"${cell}`)),
      last,
      (text) => setCell(text, after, (cell) => `${cell}"`),
    ),
  );

/** One cell changed so that its row cannot be counted. */
const cell = (
  name: string,
  line: number,
  column: string,
  value: string | ((cell: string) => string),
  code: IssueCode,
): Counted => ({
  name: `${name}: ${column} on line ${line}`,
  data: withCell(line, column, value),
  lost: [line],
  issues: [[line, code]],
});

const COUNTED: readonly Counted[] = [
  { name: "nothing broken", data: join(GOOD), lost: [], issues: [] },

  // Cut.
  { name: "no line end at the end", data: join(GOOD).trimEnd(), lost: [], issues: [] },
  {
    name: "cut mid-row",
    data: join(GOOD).trimEnd().slice(0, -70),
    lost: [LAST],
    issues: [[LAST, "row-width"]],
  },
  {
    name: "cut before the last row's first comma",
    data: join(GOOD.slice(0, -1)) + "2",
    lost: [LAST],
    issues: [[LAST, "row-width"]],
  },
  {
    name: "cut mid-number",
    data: join(EG_LAST).trimEnd().slice(0, -1),
    lost: [LAST],
    issues: [[LAST, "valid-votes-mismatch"]],
  },
  {
    name: "cut before the last number",
    data: join(EG_LAST).trimEnd().slice(0, -3),
    lost: [LAST],
    issues: [[LAST, "count-missing"]],
  },
  {
    name: "cut mid-number, the voters last",
    data: join(withLast("RE")).trimEnd().slice(0, -1),
    lost: [LAST],
    issues: [[LAST, "ballots-exceed-registered"]],
  },
  {
    name: "cut within a column that is not read",
    data: join(GOOD).trimEnd().slice(0, -9),
    lost: [],
    issues: [],
  },

  // Quotes.
  { name: "names in quotes", data: join(QUOTED), lost: [], issues: [] },
  cell("an opening quote lost", 12, "NM", (votes) => `${votes}"`, "count-malformed"),
  cell("an opening quote lost", 12, "MESA", (mesa) => `${mesa}"`, "station-malformed"),
  cell("an opening quote lost, of a name with a comma", 12, "EDO", 'CLARO, DTTO."', "row-width"),
  cell(
    "a quote within a number",
    12,
    "EG",
    (votes) => `${votes[0]}"${votes.slice(1)}`,
    "count-malformed",
  ),
  {
    name: "a pair of quotes around a row",
    data: join(edit(GOOD, 20, (text) => `"${text}"`)),
    lost: [20],
    issues: [[20, "row-width"]],
  },
  {
    name: "a pair of quotes around four rows",
    data: stray(20, 23, "COD_EDO", "URL"),
    lost: through(20, 23),
    issues: [[20, "row-swallowed"]],
  },
  ...(
    [
      [20, 23, "EDO", "EDO"],
      [20, 21, "EDO", "EDO"],
      [20, 21, "URL", "URL"],
      [20, 21, "COD_EDO", "COD_EDO"],
      [20, 23, "MESA", "PAR"],
      [20, 22, "PAR", "URL"],
      [LAST - 1, LAST, "EG", "NM"],
    ] as const
  ).map(([first, last, before, after]) => ({
    name: `a pair of quotes from ${before} on line ${first} to ${after} on line ${last}`,
    data: stray(first, last, before, after),
    lost: through(first, last),
    issues: [[first, "row-swallowed"]] as const,
  })),
  {
    name: "a pair of quotes from URL to the next row's first field",
    data: stray(20, 21, "URL", "COD_EDO"),
    lost: [20, 21],
    issues: [[20, "row-width"]],
  },
  {
    name: "a pair of quotes around two fields",
    data: stray(20, 20, "EDO", "COD_MUN"),
    lost: [20],
    issues: [[20, "row-width"]],
  },

  // Rows twice, and figures that contradict each other.
  {
    name: "a row twice",
    data: join(insert(GOOD, 31, GOOD[29]!)),
    lost: [],
    issues: [[31, "duplicate-identical"]],
  },
  {
    name: "a row twice, far apart, once in other clothes",
    data: join([...GOOD, setCell(quoted(GOOD[29]!), "CENTRO", (centre) => `0${centre}`)]),
    lost: [],
    issues: [[LAST + 1, "duplicate-identical"]],
  },
  {
    name: "a row twice, the copy with one digit of a candidate changed",
    data: join(
      insert(
        GOOD,
        31,
        setCell(GOOD[29]!, "EG", (votes) => `${Number(votes) + 10}`),
      ),
    ),
    lost: [],
    issues: [[31, "valid-votes-mismatch"]],
  },
  {
    name: "a row twice, one digit changed in the first of them",
    data: join(
      insert(
        GOOD,
        30,
        setCell(GOOD[29]!, "EG", (votes) => `${Number(votes) + 10}`),
      ),
    ),
    lost: [],
    issues: [[30, "valid-votes-mismatch"]],
  },
  {
    name: "a row twice, the copy with one more voter",
    data: join(
      insert(
        GOOD,
        31,
        setCell(GOOD[29]!, "RE", (voters) => `${Number(voters) + 1}`),
      ),
    ),
    lost: [30],
    issues: [
      [30, "duplicate-conflicting"],
      [31, "duplicate-conflicting"],
    ],
  },
  {
    name: "a row twice, far apart, a vote moved from one candidate to the other",
    data: join([
      ...GOOD,
      setCell(
        setCell(GOOD[29]!, "EG", (votes) => `${Number(votes) - 1}`),
        "NM",
        (votes) => `${Number(votes) + 1}`,
      ),
    ]),
    lost: [30],
    issues: [
      [30, "duplicate-conflicting"],
      [LAST + 1, "duplicate-conflicting"],
    ],
  },
  {
    name: "all rows twice, as when a file is appended to itself",
    data: join(GOOD) + join(GOOD),
    lost: [],
    issues: [
      [LAST + 1, "header-repeated"],
      ...ALL_ROWS.map((line) => [LAST + line, "duplicate-identical"] as const),
    ],
  },
  {
    name: "a station's code mistyped into that of another",
    data: withCell(2, "CENTRO", cellOf(5, "CENTRO")),
    lost: [2, 5],
    issues: [
      [2, "duplicate-conflicting"],
      [5, "duplicate-conflicting"],
    ],
  },

  // Numbers.
  cell(
    "a digit turned into a letter",
    40,
    "EG",
    (votes) => `${votes.slice(0, -1)}O`,
    "count-malformed",
  ),
  cell(
    "a digit turned into a letter",
    41,
    "NM",
    (votes) => `l${votes.slice(1)}`,
    "count-malformed",
  ),
  cell("a digit turned into a letter", 42, "LM", "O", "count-malformed"),
  cell("a digit turned into a letter", 43, "VOTOS_NULOS", "o", "count-malformed"),
  cell("a digit turned into a letter", 44, "RE", (voters) => `${voters}I`, "count-malformed"),
  cell("a digit turned into a letter", 45, "CENTRO", "1010l001", "station-malformed"),
  cell(
    "a digit turned into another",
    46,
    "EG",
    (votes) => `${Number(votes) + 100}`,
    "valid-votes-mismatch",
  ),
  cell("a digit too many", 47, "EG", (votes) => `${votes}0`, "valid-votes-mismatch"),
  cell("two numbers run together", 47, "RE", "99999999999", "count-too-large"),
  cell("a decimal point", 48, "EG", (votes) => `${votes}.0`, "count-malformed"),
  cell("a decimal comma in quotes", 48, "EG", (votes) => `"${votes},0"`, "count-malformed"),
  cell("a decimal comma", 48, "EG", (votes) => `${votes},0`, "row-width"),
  cell("a minus", 49, "EG", (votes) => `-${votes}`, "count-malformed"),
  cell("a minus before nothing", 49, "AE", "-", "count-malformed"),
  cell("a plus", 49, "NM", (votes) => `+${votes}`, "count-malformed"),
  cell("a space", 50, "EG", (votes) => ` ${votes}`, "count-malformed"),
  cell("a no-break space", 50, "EG", (votes) => `${votes}\u00A0`, "count-malformed"),
  cell("a power of ten", 50, "NM", "2E2", "count-malformed"),
  cell("digits of another script", 50, "NM", "٢٣", "count-malformed"),
  cell("full-width digits", 50, "NM", "２３", "count-malformed"),
  cell("an error of a spreadsheet", 51, "VOTOS_VALIDOS", "#REF!", "count-malformed"),
  cell("a formula", 51, "VOTOS_VALIDOS", "=L51+M51", "count-malformed"),
  cell("a word for nothing", 51, "NM", "NULL", "count-malformed"),
  cell("an empty count", 52, "EG", "", "count-missing"),
  cell("an empty count", 53, "BERA", "", "count-missing"),
  cell("an empty count", 54, "VOTOS_VALIDOS", "", "count-missing"),
  cell("an empty count", 55, "VOTOS_NULOS", "", "count-missing"),
  cell("a separator of thousands", 56, "RE", "1,284", "row-width"),
  cell("a separator of thousands", 56, "RE", "1.284", "count-malformed"),
  cell("a separator of thousands", 56, "RE", "1'284", "count-malformed"),
  cell("more ballots than voters", 57, "RE", "99", "ballots-exceed-registered"),
  cell("zeros in place of the candidates' sum", 58, "VOTOS_VALIDOS", "0", "valid-votes-mismatch"),
  {
    name: "a separator of thousands in quotes",
    data: join(edit(GOOD, 56, (text) => text.replace(`,${cellOf(56, "RE")},`, ',"1,284",'))),
    lost: [56],
    issues: [[56, "count-malformed"]],
  },
  {
    name: "all numbers of a candidate one row further down",
    data: join(shifted("EG")),
    lost: SHIFTED,
    issues: SHIFTED.map((line) => [line, line === 2 ? "count-missing" : "valid-votes-mismatch"]),
  },

  // Stations.
  cell("no table", 60, "MESA", "", "station-missing"),
  cell("only spaces for a centre", 60, "CENTRO", "  ", "station-missing"),
  cell(
    "a code with a digit too many",
    61,
    "CENTRO",
    (centre) => `10${centre}`,
    "station-malformed",
  ),
  cell("a code that a spreadsheet rounded", 62, "CENTRO", "1.01E+07", "station-malformed"),
  cell("a code as a formula", 63, "CENTRO", '="010101001"', "station-malformed"),
  {
    name: "the leading zero lost on one row only",
    data: join(
      GOOD.map((text, at) =>
        at === 0 || at === 70 ? text : setCell(text, "CENTRO", (centre) => centre.padStart(9, "0")),
      ),
    ),
    lost: [],
    issues: [],
  },

  // Fields and lines.
  {
    name: "a field too few",
    data: join(edit(GOOD, 71, (text) => text.replace(/,MP[^,]*/, ""))),
    lost: [71],
    issues: [[71, "row-width"]],
  },
  {
    name: "a field too many",
    data: join(edit(GOOD, 72, (text) => `${text},`)),
    lost: [72],
    issues: [[72, "row-width"]],
  },
  cell("a comma in a name without quotes", 73, "PAR", "PQ. 1, NORTE", "row-width"),
  {
    name: "a comma in a name, and the last field lost",
    data: join(
      edit(GOOD, 73, (text) => setCell(text, "PAR", "PQ. 1, NORTE").replace(/,[^,]*$/, "")),
    ),
    lost: [73],
    issues: [[73, "station-malformed"]],
  },
  {
    name: "semicolons on one row",
    data: join(edit(GOOD, 74, (text) => text.replaceAll(",", ";"))),
    lost: [74],
    issues: [[74, "row-width"]],
  },
  {
    name: "an empty line in the middle",
    data: join(insert(GOOD, 75, "")),
    lost: [],
    issues: [[75, "row-blank"]],
  },
  {
    name: "a line of spaces in the middle",
    data: join(insert(GOOD, 75, "   ")),
    lost: [],
    issues: [[75, "row-width"]],
  },
  {
    name: "a line of commas in the middle",
    data: join(insert(GOOD, 75, ",".repeat(COLUMNS.length - 1))),
    lost: [],
    issues: [[75, "station-missing"]],
  },
  {
    name: "a line end lost",
    data: join([...GOOD.slice(0, 79), `${GOOD[79]}${GOOD[80]}`, ...GOOD.slice(81)]),
    lost: [80, 81],
    issues: [[80, "row-width"]],
  },
  {
    name: "the line end after the header doubled",
    data: join(insert(GOOD, 2, "")),
    lost: [],
    issues: [[2, "row-blank"]],
  },
  {
    name: "a row split by a line end",
    data: withCell(82, "PAR", "PQ.\n3"),
    lost: [82],
    issues: [
      [82, "row-width"],
      [83, "row-width"],
    ],
  },
  {
    name: "a number split by a line end",
    data: withCell(82, "EG", (votes) => `${votes[0]}\n${votes.slice(1)}`),
    lost: [82],
    issues: [
      [82, "row-width"],
      [83, "row-width"],
    ],
  },
  {
    name: "a row split by a line end in quotes",
    data: withCell(82, "PAR", '"PQ.\n3"'),
    lost: [],
    issues: [],
  },
  {
    name: "one more comma on every row and the header",
    data: join(GOOD).replaceAll("\n", ",\n"),
    lost: [],
    issues: [],
  },
  {
    name: "CRLF in part",
    data: join(GOOD.map((text, at) => (at % 3 === 0 ? `${text}\r` : text))),
    lost: [],
    issues: [],
  },
  {
    name: "CR in part",
    data: `${GOOD.slice(0, 400).join("\r")}\r${join(GOOD.slice(400))}`,
    lost: [],
    issues: [],
  },
  {
    name: "CR before CRLF",
    data: join(edit(GOOD, 90, (text) => `${text}\r\r`)),
    lost: [],
    issues: [[91, "row-blank"]],
  },
  {
    name: "line separators that end no row",
    data: join([...GOOD.slice(0, 79), `${GOOD[79]}\u2028${GOOD[80]}`, ...GOOD.slice(81)]),
    lost: [80, 81],
    issues: [[80, "row-width"]],
  },
  {
    name: "the mark of an old end of file",
    data: `${join(GOOD)}\u001A`,
    lost: [],
    issues: [[LAST + 1, "row-width"]],
  },
  {
    name: "what a failed copy appended",
    data: `${join(GOOD)}<html>\n<body>Gateway, Timeout</body>\n`,
    lost: [],
    issues: [
      [LAST + 1, "row-width"],
      [LAST + 2, "row-width"],
    ],
  },

  // Files put together.
  {
    name: "the header again in the middle",
    data: join(insert(GOOD, 600, HEADER)),
    lost: [],
    issues: [[600, "header-repeated"]],
  },
  {
    name: "two files put together, each with its byte order mark and header",
    data: bytes(
      MARK,
      utf8(join(GOOD.slice(0, 599))),
      MARK,
      utf8(join([HEADER, ...GOOD.slice(599)])),
    ),
    lost: [],
    issues: [[600, "header-repeated"]],
  },
  {
    name: "a byte order mark in the middle of the rows",
    data: bytes(MARK, utf8(join(GOOD.slice(0, 599))), MARK, utf8(join(GOOD.slice(599)))),
    lost: [],
    issues: [],
  },
  {
    name: "a byte order mark twice",
    data: bytes(MARK, MARK, utf8(join(GOOD))),
    lost: [],
    issues: [],
  },
  cell(
    "a byte order mark before a number",
    600,
    "EG",
    (votes) => `\uFEFF${votes}`,
    "count-malformed",
  ),
  {
    name: "all in Latin-1",
    data: latin1(join(GOOD)),
    lost: [],
    issues: [[undefined, "encoding-assumed"]],
  },

  // Sums among the rows.
  {
    name: "the sum of all at the end, under a key",
    data: join([...GOOD, sumRow(GOOD.slice(1), "TOTAL", "999999999", "0")]),
    lost: [],
    issues: [[LAST + 1, "row-total"]],
  },
  {
    name: "the sum of all on top, under a key",
    data: join(insert(GOOD, 2, sumRow(GOOD.slice(1), "TOTAL", "0", "0"))),
    lost: [],
    issues: [[2, "row-total"]],
  },
  {
    name: "the sum of all at the end, without a key",
    data: join([...GOOD, sumRow(GOOD.slice(1), "TOTAL", "", "")]),
    lost: [],
    issues: [[LAST + 1, "station-missing"]],
  },
  {
    name: "the sum of all at the end, with a word for a key",
    data: join([...GOOD, sumRow(GOOD.slice(1), "TOTAL", "TOTAL", "")]),
    lost: [],
    issues: [[LAST + 1, "station-malformed"]],
  },
  {
    name: "the sum of each state, without a key",
    data: join(withSubtotals(GOOD, () => ["", ""])),
    lost: [],
    issues: SUBTOTALS.map((line) => [line, "station-missing"]),
  },
  {
    name: "the sum of each state, with a word for a key",
    data: join(withSubtotals(GOOD, () => ["SUBTOTAL", ""])),
    lost: [],
    issues: SUBTOTALS.map((line) => [line, "station-malformed"]),
  },
  {
    name: "the sum of each state, all under one key",
    data: join(withSubtotals(GOOD, () => ["0", "0"])),
    lost: [],
    issues: SUBTOTALS.map((line) => [line, "duplicate-conflicting"]),
  },
];

describe("refused", () => {
  test.each(REFUSED)("$name", ({ data, refused }) => {
    expect(outcomeOf(data)).toEqual({ refused });
  });
});

/** Warnings that go with an error and point at the same fault: the tables name the error. */
const BESIDE = ["quote-stray", "duplicate-rejected"];

const plainIssues = (issues: readonly Issue[]) =>
  issues.filter(({ code }) => !BESIDE.includes(code)).map(({ line, code }) => [line, code]);

describe("sums among the stations", () => {
  const sums = withSubtotals(GOOD, (state) => [`${state + 1}`, "99"]);

  test.each([
    ["a sum of each state, under keys", sums],
    [
      "a sum of all states and a sum of each, under keys",
      [...sums, sumRow(GOOD.slice(1), "TOTAL", "0", "0")],
    ],
  ])("%s", (_, lines) => {
    const outcome = outcomeOf(join(lines));
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    expect(new Set(outcome.issues.map(({ code }) => code))).toEqual(new Set(["row-total"]));
    expect(outcome.issues).toHaveLength(lines.length - GOOD.length);
    expect(totalsRead(outcome)).toEqual(totalsOf([]));
  });
});

describe("counted without the broken rows, which are reported", () => {
  test.each(COUNTED)("$name", ({ data, lost, issues }) => {
    const outcome = outcomeOf(data);
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    expect(plainIssues(outcome.issues)).toEqual(issues);
    expect(totalsRead(outcome)).toEqual(totalsOf(lost));
    const { read, accepted, rejected, duplicate, skipped } = outcome.tallies.rows;
    expect(accepted).toBe(LAST - 1 - lost.length);
    expect(read).toBe(accepted + rejected + duplicate + skipped);
    expectNothingSilent(outcome);
  });

  test("an empty number of voters is absent and not zero", () => {
    const outcome = outcomeOf(withCell(64, "RE", ""));
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    const all = totalsOf([]);
    expect(totalsRead(outcome)).toEqual({
      ...all,
      registeredVoters: all.registeredVoters - numberOf(64, "RE"),
    });
    expect(outcome.verification.count.registeredVoters?.stations).toBe(LAST - 2);
    expect(outcome.tallies.at(62)).not.toHaveProperty("registeredVoters");
  });
});

/** What looks like a good file: these tests say that nothing is reported, and why nothing can be. */
describe("cannot be seen from the file alone", () => {
  const silentTotals = (data: Data) => {
    const outcome = outcomeOf(data);
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    expect(outcome.issues).toEqual([]);
    return totalsRead(outcome);
  };
  const all = totalsOf([]);
  const [eg, nm] = [numberOf(30, "EG"), numberOf(30, "NM")];

  test("two candidates' values swapped within one row: the sum is the same", () => {
    const swapped = edit(GOOD, 30, (text) => setCell(setCell(text, "EG", `${nm}`), "NM", `${eg}`));
    const { votes, ...rest } = silentTotals(join(swapped));
    expect(votes).toEqual({
      ...all.votes,
      EG: all.votes["EG"]! - eg + nm,
      NM: all.votes["NM"]! - nm + eg,
    });
    expect(rest.validVotes).toBe(all.validVotes);
  });

  test("a vote moved from one candidate to another: the sum is the same", () => {
    const moved = edit(GOOD, 30, (text) =>
      setCell(setCell(text, "EG", `${eg - 1}`), "NM", `${nm + 1}`),
    );
    const { votes } = silentTotals(join(moved));
    expect(votes).toEqual({ ...all.votes, EG: all.votes["EG"]! - 1, NM: all.votes["NM"]! + 1 });
  });

  test("the names of two candidates swapped in the header: every row still adds up", () => {
    const { votes } = silentTotals(join(swapNames("EG", "NM")));
    expect(votes).toEqual({ ...all.votes, EG: all.votes["NM"], NM: all.votes["EG"] });
  });

  test("the names of two region columns swapped in the header: names are only names", () => {
    const { states, ...rest } = silentTotals(join(swapNames("EDO", "MUN")));
    expect(rest).toEqual({ ...rest, votes: all.votes, stations: all.stations });
    expect(states.map(([name]) => name)).toContain("MP. 1");
  });

  test("a candidate and the valid votes ten votes short: the sum is right again", () => {
    const valid = numberOf(30, "VOTOS_VALIDOS");
    const changed = edit(GOOD, 30, (text) =>
      setCell(setCell(text, "NM", `${nm - 10}`), "VOTOS_VALIDOS", `${valid - 10}`),
    );
    expect(silentTotals(join(changed)).votes["NM"]).toBe(all.votes["NM"]! - 10);
  });

  test("invalid votes cut mid-number: no other figure contains them", () => {
    const tens = edit(withLast("VOTOS_NULOS"), LAST, (text) => text.replace(/,0$/, ",12"));
    expect(silentTotals(join(tens)).invalidVotes).toBe(all.invalidVotes + 12);
    expect(silentTotals(join(tens).trimEnd().slice(0, -1)).invalidVotes).toBe(all.invalidVotes + 1);
  });

  test("a row that lists nothing but zeros: a station where nobody voted", () => {
    const zeros = edit(GOOD, 30, (text) =>
      ["VOTOS_VALIDOS", "VOTOS_NULOS", ...CODES].reduce(
        (row, column) => setCell(row, column, "0"),
        text,
      ),
    );
    const outcome = outcomeOf(join(zeros));
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    // A warning is all that can be said: nobody may have voted there.
    expect(plainIssues(outcome.issues)).toEqual([[30, "votes-none"]]);
    const { votes, stations } = totalsRead(outcome);
    expect(votes).toEqual(totalsOf([30]).votes);
    expect(stations).toEqual(all.stations);
  });

  test("rows lost as a whole: a file may hold part of the stations", () => {
    const left = GOOD.filter((_, at) => at < 100 || at > 200);
    expect(silentTotals(join(left))).toEqual(totalsOf(through(101, 201)));
  });

  test("more voters than there are: nothing else says how many", () => {
    const raised = numberOf(30, "RE") + 500;
    expect(silentTotals(withCell(30, "RE", `${raised}`)).registeredVoters).toBe(
      all.registeredVoters + 500,
    );
  });

  test("all voters one row further down: seen only where they are fewer than the ballots", () => {
    const lost = ALL_ROWS.slice(1).filter(
      (line) =>
        numberOf(line - 1, "RE") < numberOf(line, "VOTOS_VALIDOS") + numberOf(line, "VOTOS_NULOS"),
    );
    expect(lost.length).toBeGreaterThan(200);
    const outcome = outcomeOf(join(shifted("RE")));
    if ("refused" in outcome) throw new Error(`refused: ${outcome.refused}`);
    expect(outcome.issues.map(({ line, code }) => [line, code])).toEqual(
      lost.map((line) => [line, "ballots-exceed-registered"]),
    );
    expect(totalsRead(outcome).votes).toEqual(totalsOf(lost).votes);
  });

  test("a station's code that lost a digit: another station, as spreadsheets drop zeros", () => {
    const short = withCell(LAST, "CENTRO", cellOf(LAST, "CENTRO").slice(0, -1));
    const { votes, stations } = silentTotals(short);
    expect(votes).toEqual(all.votes);
    expect(stations).toContain("024100250/03");
  });

  test("but seen with a complete register", () => {
    const short = withCell(LAST, "CENTRO", cellOf(LAST, "CENTRO").slice(0, -1));
    const register = readRegister(join(GOOD), tierraClara, { complete: true });
    const { tallies, issues } = readTallies(short, tierraClara, { register });
    expect(issues.map(({ code, line }) => [code, line])).toEqual([["station-unknown", LAST]]);
    expect(count(tallies).validVotes).toBe(totalsOf([LAST]).validVotes);
  });
});

/** The first 300 stations, as where only part of a country is published: totals then fit the roll. */
const PART = GOOD.slice(0, 301);
const PART_SHEETS = sheetsOf(PART);
const asPart = (data: Data, election?: Election) =>
  expectNothingSilent(outcomeOf(data, election), PART_SHEETS);

describe("what once was counted wrong, in silence", () => {
  // A quoted header field may swallow rows: `swallows` is asked of rows below the header only.
  test("a pair of quotes from the header's last name to the end of a row", () => {
    asPart(stray(1, 4, "URL", "URL").split("\n").slice(0, 301).join("\n"));
  });

  // A row that a rule skips is not asked whether it swallows others.
  test("a pair of quotes from a skipped row to the end of a row", () => {
    const skip = [{ column: "EDO", in: ["SUBTOTAL"], reason: "subtotal" }];
    const election = parseElection({ ...tierraClara, layout: { ...tierraClara.layout, skip } });
    const lines = insert(PART, 100, sumRow(PART.slice(1, 100), "SUBTOTAL", "", "") + '"');
    asPart(join(edit(lines, 102, (text) => `${text}"`)), election);
  });

  // Sums are recognised against the accepted rows only, and one row of the sum is rejected.
  test("the sum of all under a key, and a broken row", () => {
    const lines = [...PART, sumRow(PART.slice(1), "TOTAL", "0", "0")];
    asPart(join(edit(lines, 6, (text) => setCell(text, "NM", (votes) => `${votes}O`))));
  });

  // The same where a station of the sum is left out because two copies differ.
  test("the sum of all under a key, and a station in two versions", () => {
    const copy = setCell(PART[29]!, "RE", (voters) => `${Number(voters) + 1}`);
    asPart(join([...PART, sumRow(PART.slice(1), "TOTAL", "0", "0"), copy]));
  });

  // The same where the sum counts the doubled row twice.
  test("the sum of all under a key, over a row that is there twice", () => {
    const twice = [...PART, PART[29]!];
    asPart(join([...twice, sumRow(twice.slice(1), "TOTAL", "0", "0")]));
  });

  // The sum of all is half of everything only where no other sum is among the rows.
  test("the sum of all and sums of parts under keys", () => {
    asPart(
      join([
        ...withSubtotals(PART, (state) => [`${state + 1}`, "99"]),
        sumRow(PART.slice(1), "TOTAL", "0", "0"),
      ]),
    );
  });

  // Documented as a limit: sums of parts are not recognised.
  test("sums of parts under keys", () => {
    asPart(join(withSubtotals(PART, (state) => [`${state + 1}`, "99"])));
  });

  // Only the second header is rejected; the rows below it are read by the first.
  test("two files put together, two candidates in another order in the second", () => {
    const swap = (text: string) => {
      const { EG, NM } = rowOf(text);
      return setCell(setCell(text, "EG", NM!), "NM", EG!);
    };
    asPart(join([...PART.slice(0, 150), swap(HEADER), ...PART.slice(150).map(swap)]));
  });

  // A quote that opens nothing stays in the name, and the station goes to a state of its own.
  test("an opening quote lost, of a name", () => {
    asPart(join(edit(PART, 9, (text) => setCell(text, "EDO", (name) => `${name}"`))));
  });

  // Half UTF-8 read as Windows-1252 is a notice only, and the state falls into two.
  test("the second half in Latin-1, with letters that Windows-1252 takes for two", () => {
    const part = GOOD.filter((_, at) => at === 0 || GOOD[at]!.includes("NIÑO"));
    const data = bytes(utf8(join(part.slice(0, 100))), latin1(join(part.slice(100))));
    expectNothingSilent(outcomeOf(data), sheetsOf(part));
  });

  const small = smallElection({
    layout: { station: [{ column: "station" }], candidates: { A: "A", B: "B" } },
  });
  const twoTowns = (data: Data, election = small) => {
    const { tallies, issues } = readTallies(data, election);
    const suspected = issues.some(({ severity }) => severity !== "notice");
    expect([suspected, [...tallies].map(({ votes }) => [votes["A"], votes["B"]])]).toEqual([
      true,
      expect.anything(),
    ]);
  };

  // The same in the station's name: it is two stations, and counted twice.
  test("a station twice, once in UTF-8 and once in Latin-1, is refused", () => {
    const data = bytes(utf8("station,A,B\nPeña,100,40\n"), latin1("Peña,100,40\n"));
    expect(() => twoTowns(data)).toThrow(/UTF-8 in part.*line 2/);
  });

  // Only zeros in front make a lookalike.
  test("a station twice, once with two spaces", () => {
    twoTowns("station,A,B\nNorth Gate,100,40\nNorth  Gate,100,40\n");
  });
  test("a station twice, once with a quote too many", () => {
    twoTowns('station,A,B\n"North Gate",100,40\nNorth Gate",100,40\n');
  });

  // A row as wide as the header has lost a field when all others have one more.
  test("a field lost where rows end in a delimiter", () => {
    const roll = { column: "roll", optional: true };
    const layout = { ...small.layout, registeredVoters: roll, trailingDelimiter: true };
    twoTowns("station,A,B,roll\n1,100,40,500,\n2,10,90,\n", smallElection({ layout }));
  });

  // The position below a header may be anything: rows above it can be swallowed too.
  test("a pair of quotes from a title to the middle of the rows is refused", () => {
    const layout = {
      header: 2,
      station: [{ position: 1 }],
      candidates: { A: { position: 2 }, B: { position: 3 } },
    };
    const read = () =>
      twoTowns(
        '"Results\nstation,A,B\n1,100,40\n2,100,40"\n3,100,40\n4,10,4\n',
        smallElection({ layout }),
      );
    expect(read).toThrow(/a quoted field at the header runs over several lines/);
  });

  // A value merged over rows is then taken from the last row that gave one in that place.
  test("a stray comma before the centre that the rows below belong to", () => {
    const layout = {
      ...small.layout,
      station: [{ column: "centre", fillDown: true }, { column: "table" }],
    };
    const csv = "centre,table,A,B\nNorth,1,10,20\n,South,2,9,9\n,3,9,9\n";
    const { tallies } = readTallies(csv, smallElection({ layout }));
    expect([...tallies].map(({ station }) => station)).not.toContain("North/3");
  });
});

describe("a row per candidate: what once was counted wrong", () => {
  const election = (rows: object) =>
    smallElection({
      layout: {
        station: [{ column: "station" }],
        candidates: { A: ["A"], B: ["B"] },
        rows: { candidate: "for", votes: "votes", ...rows },
      },
    });
  const sheets = (csv: string, rows: object = { absentIsZero: true }) =>
    [...readTallies(csv, election(rows)).tallies].map(({ station, votes, validVotes }) => [
      station,
      votes["A"],
      votes["B"],
      validVotes,
    ]);

  test("the station of a broken row is not counted", () => {
    expect(sheets("station,for,votes\n1,A,10\n1,B,2O\n2,A,5\n2,B,6\n")).toEqual([["2", 5, 6, 11]]);
    expect(sheets("station,for,votes\n1,A,10\n1,B,20,\n2,A,5\n2,B,6\n", {})).toEqual([
      ["2", 5, 6, 11],
    ]);
  });

  // The list of votes is too short when the last candidates have no row; the rest moves up.
  test("the last candidate without a row", () => {
    expect(sheets("station,for,votes\n1,A,10\n2,A,5\n2,B,6\n")).toEqual([
      ["1", 10, 0, 10],
      ["2", 5, 6, 11],
    ]);
  });

  // A rejected row whose station is not known is, to its station, a candidate without votes.
  test("a row too long, which then counts as no votes", () => {
    expect(sheets("station,for,votes\n1,B,10\n1,A,20,\n2,A,5\n2,B,6\n")).toEqual([["2", 5, 6, 11]]);
  });
});
