import { isDeepStrictEqual } from "node:util";
import { output } from "./processes.mjs";

/**
 * The totals of a file, if all contestants that have totals give the same; else an error. On a
 * damaged file, only those are asked that tell a count from what looks like one.
 */
export async function agreedTotals(contestants, file, encoding, isDamaged) {
  let agreed;
  for (const { name, exact, totalsCommand, toTotals, statuses } of contestants) {
    if (!totalsCommand || (isDamaged && !exact)) continue;
    const totals = toTotals(JSON.parse(await output(totalsCommand(file, encoding), statuses)));
    agreed ??= { name, totals };
    if (!isDeepStrictEqual(totals, agreed.totals))
      throw new Error(
        `${agreed.name} and ${name} disagree on ${file}: ` +
          `${JSON.stringify(agreed.totals)} and ${JSON.stringify(totals)}.`,
      );
  }
  if (!isDamaged) await requireSum(contestants, file, sumOf(agreed.totals.overall));
  return agreed.totals;
}

/** All counts, of which a record of totals has stations beside. */
const sumOf = ({ stations, ...counts }) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

async function requireSum(contestants, file, expected) {
  for (const { name, adds, command, statuses } of contestants) {
    if (!adds) continue;
    const { total } = JSON.parse(await output(command(file), statuses));
    if (total !== expected)
      throw new Error(`${name} adds up ${file} to ${total}, not ${expected}.`);
  }
}
