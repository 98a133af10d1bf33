// A row per station, with Polars: node bench/peers/polars-wide.mjs FILE SHAPE COUNTS ENCODING
import { readFileSync } from "node:fs";
import pl from "nodejs-polars";
import { SHAPES } from "../shapes.mjs";
import { headerOf } from "./header.mjs";
import { printTotals } from "./totals.mjs";

const [file, shape, counts, encoding] = process.argv.slice(2);
const { delimiter, region, station, valid, invalid, candidates } = SHAPES[shape];
const [centre, table] = station;
const digits = [...station, valid, invalid, ...candidates];
const named = { valid, invalid, ...Object.fromEntries(candidates.map((code) => [code, code])) };
const names = Object.keys(named);

// As text, a count is what has digits only; a column of integers takes "+7" for one.
const asText = counts === "text";
const count = (name, type) => pl.col(name).cast(type, !asText);
const areDigits = asText
  ? pl
      .concatString(
        digits.map((name) => pl.col(name)),
        "",
      )
      .str.contains("^[0-9]+$")
  : pl.lit(true);
const schema = Object.fromEntries(
  headerOf(file, delimiter).map((name) => [
    name,
    !asText && digits.includes(name) ? pl.UInt32 : pl.Utf8,
  ]),
);

// Polars reads UTF-8 only.
const input = encoding === "utf-8" ? file : Buffer.from(readFileSync(file, "latin1"));
const sum = candidates.map((code) => pl.col(code)).reduce((total, votes) => total.plus(votes));
const sound = pl
  .col("digits")
  .and(sum.eq(pl.col("valid")))
  .and(pl.col("station").isUnique());
const regions = pl
  .readCSV(input, { schema, columns: [region, ...digits], sep: delimiter, rechunk: false })
  .lazy()
  .select(
    pl.col(region).alias("region"),
    areDigits.alias("digits"),
    // One number as a key takes less time and memory than two columns.
    count(centre, pl.Int64).mul(pl.lit(100)).plus(count(table, pl.Int64)).alias("station"),
    ...names.map((name) => count(named[name], pl.Int32).alias(name)),
  )
  .withColumn(sound.fillNull(false).alias("sound"))
  .groupBy("region")
  .agg(
    pl.len().alias("rows"),
    pl.col("sound").sum().alias("stations"),
    ...names.map((name) => pl.col(name).filter(pl.col("sound")).sum()),
  )
  .collectSync()
  .toRecords();
const failed = regions.reduce((total, { rows, stations }) => total + rows - stations, 0);
printTotals(regions, names, failed);
