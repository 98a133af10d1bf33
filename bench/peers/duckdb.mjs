// Verifies with SQL in DuckDB: node bench/peers/duckdb.mjs FILE utf-8|latin-1
import { DuckDBInstance } from "@duckdb/node-api";
import { CANDIDATES, COUNTED, DIGITS, printTotals } from "./totals.mjs";

const [file, encoding] = process.argv.slice(2);

// Everything is read as text, because a cast takes "+7" and rounds "3.4", and neither is a count.
// Saying what separates and quotes spares DuckDB the guessing, which takes as long as the query.
const sql = `
  WITH text AS (
    FROM read_csv($file, header = true, all_varchar = true, encoding = $encoding,
      delim = ',', quote = '"', escape = '"')
  ), numbers AS (
    SELECT EDO,
      regexp_full_match(concat_ws(',', ${DIGITS}), '[0-9]+(,[0-9]+){${DIGITS.length - 1}}') AS digits,
      ${DIGITS.map((column) => `TRY_CAST(${column} AS INTEGER) AS ${column}`)}
    FROM text
  ), checked AS (
    SELECT *, digits AND ${CANDIDATES.join(" + ")} = VOTOS_VALIDOS
      AND count(*) OVER (PARTITION BY CENTRO, MESA) = 1 AS sound
    FROM numbers
  )
  SELECT EDO, count(*)::INTEGER AS rows, (count(*) FILTER (sound))::INTEGER AS stations,
    ${COUNTED.map((column) => `(sum(${column}) FILTER (sound))::DOUBLE AS ${column}`)}
  FROM checked
  GROUP BY EDO`;

const connection = await (await DuckDBInstance.create()).connect();
const result = await connection.runAndReadAll(sql, { file, encoding });
printTotals(result.getRowObjectsJS());
