// A row per station, with SQL in DuckDB: node bench/peers/duckdb-wide.mjs FILE SHAPE COUNTS ENCODING
import { DuckDBInstance } from "@duckdb/node-api";
import { SHAPES } from "../shapes.mjs";
import { headerOf } from "./header.mjs";
import { printTotals } from "./totals.mjs";

const [file, shape, counts, encoding] = process.argv.slice(2);
const { delimiter, region, station, valid, invalid, candidates } = SHAPES[shape];
const [centre, table] = station;
const digits = [...station, valid, invalid, ...candidates];
const named = { valid, invalid, ...Object.fromEntries(candidates.map((code) => [code, code])) };
const names = Object.keys(named);

// As text, a count is what has digits only; a column of integers takes "+7", "7.4" and "7e2" for one.
const asText = counts === "text";
const count = (column) => (asText ? `TRY_CAST(${column} AS INTEGER)` : column);
const areDigits = asText ? `regexp_full_match(${digits.join(" || ")}, '[0-9]+')` : "true";

// Saying what the columns are spares DuckDB the guessing. One number as a key, and the repeated ones
// found by grouping, take half as long as a window over two columns of text.
const types = headerOf(file, delimiter).map(
  (name) => `'${name}': '${!asText && digits.includes(name) ? "UINTEGER" : "VARCHAR"}'`,
);
const sql = `
  WITH numbers AS MATERIALIZED (
    SELECT ${region} AS region,
      ${count(centre)}::BIGINT * 100 + ${count(table)} AS station,
      ${areDigits} AND ${candidates.map(count).join(" + ")} = ${count(valid)} AS adds_up,
      ${names.map((name) => `${count(named[name])} AS ${name}`)}
    FROM read_csv($file, auto_detect = false, header = true, encoding = $encoding,
      delim = '${delimiter}', quote = '"', escape = '"', columns = {${types}})
  ), repeated AS (
    SELECT station FROM numbers GROUP BY station HAVING count(*) > 1
  ), checked AS (
    SELECT *, adds_up AND station NOT IN (FROM repeated) AS sound FROM numbers
  )
  SELECT region, count(*)::INTEGER AS row_count, (count(*) FILTER (sound))::INTEGER AS stations,
    ${names.map((name) => `(sum(${name}) FILTER (sound))::DOUBLE AS ${name}`)}
  FROM checked
  GROUP BY region`;

const connection = await (await DuckDBInstance.create()).connect();
const regions = (await connection.runAndReadAll(sql, { file, encoding })).getRowObjectsJS();
const failed = regions.reduce((sum, { row_count, stations }) => sum + row_count - stations, 0);
printTotals(regions, names, failed);
