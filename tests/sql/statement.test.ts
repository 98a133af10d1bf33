// What is refused, what is quoted, and how results are read.
import { expect, test } from "vitest";
import { type Layout, parseElection, TallyError } from "../../src/index";
import { countSql, countWithSql, type SqlDialect, type SqlRow } from "../../src/sql/index";
import { smallElection, tierraClara } from "../fixtures";

const DIALECTS: readonly SqlDialect[] = ["duckdb", "postgresql", "trino", "clickhouse"];

const withLayout = (changes: Partial<Layout>) => {
  const { layout } = smallElection();
  return smallElection({ layout: { ...layout, registeredVoters: "roll", ...changes } });
};
const plain = withLayout({});

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof TallyError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "nothing is thrown";
};

const long: Partial<Layout> = {
  rows: { candidate: "choice", votes: "votes", validVotes: ["VALID"] },
  candidates: { A: "A", B: "B" },
};

test.each<[string, Partial<Layout>, RegExp]>([
  [
    "fillDown",
    { regions: [{ name: "r", column: "r", fillDown: true }] },
    /^usage-invalid.*no order/,
  ],
  ["fillDown", { station: [{ column: "s", fillDown: true }] }, /^usage-invalid/],
  ["fileName", { regions: [{ name: "r", fileName: true }] }, /^usage-invalid.*no file/],
  ["another encoding", { encoding: "windows-1255" }, /^usage-invalid.*windows-1255/],
  ["a column by position", { validVotes: { position: 3 } }, /^usage-invalid.*`columns`/],
  [
    "a column of several names",
    { validVotes: { column: ["v", "V"] } },
    /^usage-invalid.*`columns`/,
  ],
  [
    "an optional column",
    { blankVotes: { column: "w", optional: true } },
    /^usage-invalid.*`columns`/,
  ],
  [
    "a count as a column and as a value",
    { ...long, validVotes: "v" },
    /^usage-invalid.*validVotes/,
  ],
  [
    "a value of two meanings",
    { ...long, rows: { candidate: "c", votes: "v", ignored: ["A"] } },
    /^election-invalid.*two meanings/,
  ],
  [
    "columns that differ in capitals",
    { validVotes: "ROLL" },
    /^column-ambiguous.*"ROLL" and "roll"/,
  ],
  [
    "a zero character",
    { skip: [{ column: "c", in: ["\0"], reason: "r" }] },
    /^usage-invalid.*zero/,
  ],
])("refuses %s", (_, layout, message) => {
  expect(codeOf(() => countSql(withLayout(layout), { table: "t" }))).toMatch(message);
});

test("does not refuse what is over when there is a table", () => {
  const layout = { delimiter: ";", header: 3, trailingDelimiter: true, encoding: "utf-8" } as const;
  expect(countSql(withLayout(layout), { table: "t" })).toBe(countSql(plain, { table: "t" }));
});

test("capitals make columns two where the database says so", () => {
  const election = withLayout({ validVotes: "ROLL" });
  const sql = countSql(election, { table: "t", dialect: "postgresql" });
  expect(sql).toContain('"roll"');
  expect(sql).toContain('"ROLL"');
});

test("refuses wrong options", () => {
  const thrown = (options: object) => codeOf(() => countSql(plain, options as { table: string }));
  for (const table of [undefined, "", " ", "a\0b", 7, [], [""], { select: "" }, {}])
    expect(thrown({ table }), JSON.stringify(table)).toMatch(/^usage-invalid/);
  expect(thrown({ table: "t", dialect: "toString" })).toMatch(/^usage-invalid.*duckdb, postgresql/);
  expect(thrown({ table: "t", by: "EDO" })).toMatch(/^region-unknown.*none/);
  expect(thrown({ table: "t", columns: ["station", "A", "Bee", "roll"] })).toMatch(
    /^column-missing: t does not fit/,
  );
});

test("finds the columns as the reader finds them in a header", () => {
  const election = withLayout({
    validVotes: { column: ["Valid votes", "valid"] },
    invalidVotes: { position: 2 },
    blankVotes: { column: "Blank", optional: true },
    regions: [{ name: "state", column: "Etat\u0301" }],
  });
  const columns = ["station", "x", "A", "B", "roll", "Valid\n  votes", "Eta\u0165"];
  expect(codeOf(() => countSql(election, { table: "t", columns }))).toMatch(/^column-missing/);
  columns[6] = "Etat\u0301".normalize("NFC");
  const sql = countSql(election, { table: "t", columns });
  for (const name of ["station", "x", "A", "B", "roll", "Valid\n  votes", columns[6]])
    expect(sql).toContain(`tallyproof_table."${name}"`);
  expect(sql).not.toContain("Blank");
  // To such a database, capitals are the same.
  const upper = columns.map((name) => (name === "x" ? name : name.toUpperCase()));
  expect(countSql(election, { table: "t", columns: upper })).toContain('"STATION"');
});

test.each(DIALECTS)("quotes whatever names and values hold: %s", (dialect) => {
  const evil = `"; DROP TABLE t; --' \\`;
  const election = withLayout({
    validVotes: evil,
    skip: [{ column: "level", in: [evil], reason: "r" }],
  });
  const sql = countSql(election, { table: ["s", evil], dialect });
  const backslash = dialect === "clickhouse" ? "\\\\" : "\\";
  const name = `"""; DROP TABLE t; --' ${backslash}"`;
  expect(sql).toContain(`FROM "s".${name} AS`);
  expect(sql).toContain(`tallyproof_table.${name}`);
  const value = `'"; DROP TABLE t; --'' `;
  const escaped = dialect === "postgresql" ? `E${value}\\\\'` : `${value}${backslash}'`;
  expect(sql).toContain(escaped);
});

test.each(DIALECTS)("is printable text without white space that gets lost: %s", (dialect) => {
  const sql = countSql(withLayout({ regions: ["r"] }), { table: "t", dialect });
  expect(sql).toMatch(/^[\n -~]+$/);
});

/** A result in which every sum is 0, but for these. */
const saying =
  (sums: SqlRow, calls: string[] = []) =>
  (sql: string) => {
    calls.push(sql);
    const names = [...sql.slice(sql.lastIndexOf("SELECT")).matchAll(/ AS (\w+)/g)];
    return [{ ...Object.fromEntries(names.map(([, name]) => [name!, 0])), ...sums }];
  };
const fine = {
  stations: 1,
  votes_1: 2,
  votes_2: 1,
  valid_votes: 3,
  rows_read: 1,
  rows_accepted: 1,
};

test("takes sums as bigint, number, text and, for nothing, null", async () => {
  const sums = { ...fine, votes_1: 2n, votes_2: "1", at_least_ballots: "3", rejected_votes: null };
  const { count, rows, issues } = await countWithSql(plain, { table: "t", query: saying(sums) });
  expect(count.candidates.map(({ votes }) => votes)).toEqual([2, 1]);
  expect(count.atLeastBallots).toBe(3);
  expect(rows).toEqual({
    read: 1,
    accepted: 1,
    rejected: 0,
    duplicate: 0,
    skipped: 0,
    rejectedVotes: 0,
  });
  expect(issues).toEqual({});
});

test.each<[string, SqlRow]>([
  ["universe-exceeded", { at_least_ballots: 2n ** 53n }],
  ["universe-exceeded", { at_least_ballots: 2 ** 53 }],
  ["universe-exceeded", { at_least_ballots: "9007199254740992" }],
  ["usage-invalid", { at_least_ballots: 1.5 }],
  ["usage-invalid", { at_least_ballots: -1 }],
  ["usage-invalid", { at_least_ballots: "1e3" }],
  ["usage-invalid", { at_least_ballots: undefined }],
  ["usage-invalid", { at_least_ballots: Number.NaN }],
  ["usage-invalid", { votes_1: 4 }],
  ["rows-none", { rows_read: 0 }],
  ["rows-none-accepted", { stations: 0 }],
])("refuses a result: %s for %o", async (code, sums) => {
  const query = saying({ ...fine, ...sums });
  await expect(countWithSql(plain, { table: "t", query })).rejects.toMatchObject({ code });
});

test("the largest exact sum is taken", async () => {
  const query = saying({ ...fine, at_least_ballots: 2n ** 53n - 1n });
  const { count } = await countWithSql(plain, { table: "t", query });
  expect(count.atLeastBallots).toBe(Number.MAX_SAFE_INTEGER);
});

test("refuses queries that give something else", async () => {
  for (const query of [undefined, "SELECT 1", () => ({ rows: [] }), () => [[1, 2]], () => [null]])
    await expect(countWithSql(plain, { table: "t", query: query as never })).rejects.toMatchObject({
      code: "usage-invalid",
    });
  const error = new Error("no such table");
  const query = () => Promise.reject(error);
  await expect(countWithSql(plain, { table: "t", query })).rejects.toBe(error);
});

test("asks for the names of the columns where it needs them", async () => {
  const calls: string[] = [];
  const election = smallElection();
  const columns = { station: "x", A: "1", B: "2" };
  const query = (sql: string) =>
    sql.includes("LIMIT 1") ? (calls.push(sql), [columns]) : saying(fine, calls)(sql);
  const { issues } = await countWithSql(election, { table: "t", query });
  expect(calls[0]).toBe('SELECT * FROM "t" AS tallyproof_table LIMIT 1');
  expect(calls).toHaveLength(2);
  expect(issues).toEqual({ "column-absent": 1 });
  const none = () => [];
  await expect(countWithSql(election, { table: "t", query: none })).rejects.toMatchObject({
    code: "rows-none",
  });
  const byPosition = withLayout({ validVotes: { position: 2 } });
  await expect(countWithSql(byPosition, { table: "t", query })).rejects.toMatchObject({
    code: "usage-invalid",
  });
});

test("an election that is none is refused", () => {
  expect(() => parseElection({})).toThrow(TallyError);
  expect(codeOf(() => countSql({} as never, { table: "t" }))).toMatch(/^election-invalid/);
  expect(codeOf(() => countSql(tierraClara, { table: "t", by: "x" }))).toMatch(/^region-unknown/);
});
