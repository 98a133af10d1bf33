// A row per station and choice, with SQL in DuckDB: node bench/peers/duckdb-long.mjs FILE SHAPE COUNTS
import { DuckDBInstance } from "@duckdb/node-api";
import { SHAPES } from "../shapes.mjs";
import { headerOf } from "./header.mjs";
import { byRegion, printTotals } from "./totals.mjs";

const [file, shape, counts] = process.argv.slice(2);
const { delimiter, region, station, choice, votes, choices } = SHAPES[shape];
const [town, zone, section] = station;
const names = Object.keys(choices);

// As text, a count is what has digits only; a column of integers takes "+7", "7.4" and "7e2" for one.
const asText = counts === "text";
const count = asText
  ? `TRY_CAST(CASE WHEN regexp_full_match(${votes}, '[0-9]+') THEN ${votes} END AS UINTEGER)`
  : votes;
const integers = { [town]: "UINTEGER", [zone]: "USMALLINT", [section]: "USMALLINT" };
integers[choice] = "USMALLINT";
if (!asText) integers[votes] = "UINTEGER";
const types = headerOf(file, delimiter).map(
  (name) => `'${name}': '${integers[name] ?? "VARCHAR"}'`,
);

// Of as many rows as choices each choice has one if the powers of two together have every bit: a
// third of the work of grouping by station and choice.
const bits = names.map((name, index) => `WHEN ${choices[name]} THEN ${2 ** index}`).join(" ");
const all = 2 ** names.length - 1;
const sql = `
  WITH numbers AS MATERIALIZED (
    SELECT ${region} AS region, (${town}::BIGINT * 1000 + ${zone}) * 10000 + ${section} AS station,
      (CASE ${choice} ${bits} END)::USMALLINT AS bit, ${count} AS votes
    FROM read_csv($file, auto_detect = false, header = true, delim = '${delimiter}', quote = '"',
      escape = '"', columns = {${types}})
  ), incomplete AS (
    SELECT station FROM numbers GROUP BY station
    HAVING count(*) <> ${names.length} OR count(votes) <> ${names.length} OR bit_or(bit) <> ${all}
  )
  SELECT region, log2(bit)::INTEGER AS choice, count(*)::INTEGER AS rows, sum(votes)::DOUBLE AS votes,
    (SELECT count(*) FROM numbers)::INTEGER AS read
  FROM numbers
  WHERE station NOT IN (FROM incomplete)
  GROUP BY region, bit`;

const connection = await (await DuckDBInstance.create()).connect();
const records = (await connection.runAndReadAll(sql, { file })).getRowObjectsJS();
const [{ read }] = records;
const failed = records.reduce((left, { rows }) => left - rows, read);
printTotals(byRegion(records, names), names, failed);
