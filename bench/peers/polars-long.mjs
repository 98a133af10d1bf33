// A row per station and choice, with Polars: node bench/peers/polars-long.mjs FILE SHAPE COUNTS
import pl from "nodejs-polars";
import { SHAPES } from "../shapes.mjs";
import { headerOf } from "./header.mjs";
import { byRegion, printTotals } from "./totals.mjs";

const [file, shape, counts] = process.argv.slice(2);
const { delimiter, region, station, choice, votes, choices } = SHAPES[shape];
const [town, zone, section] = station;
const names = Object.keys(choices);
const { col, lit, when } = pl;

// As text, a count is what has digits only; a column of integers takes "+7" for one.
const asText = counts === "text";
const integers = [...station, choice, ...(asText ? [] : [votes])];
const schema = Object.fromEntries(
  headerOf(file, delimiter).map((name) => [name, integers.includes(name) ? pl.UInt32 : pl.Utf8]),
);
const isCount = col(votes).str.contains("^[0-9]+$");
const count = asText
  ? when(isCount).then(col(votes).cast(pl.UInt32, false)).otherwise(lit(null))
  : col(votes);

// Of as many rows as choices each choice has one if the powers of two add up to all bits.
const bit = names
  .reduce(
    (chain, name, index) => chain.when(col(choice).eq(lit(choices[name]))).then(lit(2 ** index)),
    when(lit(false)).then(lit(0)),
  )
  .otherwise(lit(0))
  .cast(pl.Int32);
const key = col(town)
  .cast(pl.Int64)
  .mul(lit(1000))
  .plus(col(zone))
  .mul(lit(10_000))
  .plus(col(section));

const numbers = pl
  .readCSV(file, {
    schema,
    columns: [region, ...station, choice, votes],
    sep: delimiter,
    rechunk: false,
  })
  .lazy()
  .select(col(region).alias("region"), key.alias("station"), bit.alias("bit"), count.alias("votes"))
  .collectSync();
const incomplete = numbers
  .lazy()
  .groupBy("station")
  .agg(pl.len().alias("rows"), col("votes").count().alias("counts"), col("bit").sum().alias("bits"))
  .filter(
    col("rows")
      .neq(lit(names.length))
      .or(col("counts").neq(lit(names.length)))
      .or(col("bits").neq(lit(2 ** names.length - 1))),
  )
  .select("station")
  .collectSync();
const whole =
  incomplete.height === 0 ? numbers : numbers.join(incomplete, { on: "station", how: "anti" });
const records = whole
  .lazy()
  .groupBy(["region", "bit"])
  .agg(pl.len().alias("rows"), col("votes").sum())
  .collectSync()
  .toRecords()
  .map((record) => ({ ...record, choice: Math.log2(record.bit) }));
printTotals(byRegion(records, names), names, numbers.height - whole.height);
