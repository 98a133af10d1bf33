import { isDeepStrictEqual } from "node:util";
import { output } from "./processes.mjs";

/** The totals of a file, if all contestants that have totals give the same; else an error. */
export async function agreedTotals(contestants, file, encoding) {
  let agreed;
  for (const { name, totalsCommand, toTotals, statuses } of contestants) {
    if (!totalsCommand) continue;
    const totals = toTotals(JSON.parse(await output(totalsCommand(file, encoding), statuses)));
    agreed ??= { name, totals };
    if (!isDeepStrictEqual(totals, agreed.totals))
      throw new Error(
        `${agreed.name} and ${name} disagree on ${file}: ` +
          `${JSON.stringify(agreed.totals)} and ${JSON.stringify(totals)}.`,
      );
  }
  return agreed.totals;
}
