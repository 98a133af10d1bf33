// Verifies with Polars expressions: node bench/peers/polars.mjs FILE utf-8|latin-1
import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import { CANDIDATES, COUNTED, DIGITS, printTotals } from "./totals.mjs";

const [file, encoding] = process.argv.slice(2);
const columns = (names) => names.map((name) => pl.col(name));
const all = (conditions) => conditions.reduce((both, condition) => both.and(condition));

const digits = pl
  .concatString(columns(DIGITS), ",")
  .str.contains(`^[0-9]+(,[0-9]+){${DIGITS.length - 1}}$`);
const sum = columns(CANDIDATES).reduce((total, votes) => total.plus(votes));
const sound = all([
  pl.col("digits"),
  sum.eq(pl.col("VOTOS_VALIDOS")),
  pl.struct(columns(["CENTRO", "MESA"])).isUnique(),
]);

// Polars reads UTF-8 only.
const input = encoding === "utf-8" ? file : Buffer.from(readFileSync(file, "latin1"));
const regions = pl
  // Everything is read as text, because Polars takes "+7" for a number, and it is not a count.
  .readCSV(input, { inferSchemaLength: 0, columns: ["EDO", ...DIGITS] })
  .lazy()
  .select(
    pl.col("EDO"),
    digits.alias("digits"),
    ...columns(DIGITS).map((column) => column.cast(pl.Int32, false)),
  )
  .withColumn(sound.fillNull(false).alias("sound"))
  .groupBy("EDO")
  .agg(
    pl.len().alias("rows"),
    pl.col("sound").sum().alias("stations"),
    ...columns(COUNTED).map((column) => column.filter(pl.col("sound")).sum()),
  )
  .collectSync();
printTotals(regions.toRecords());
