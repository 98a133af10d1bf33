import { columnName, type Election } from "../model/election";
import { TallyError } from "../model/error";
import type { Issue } from "../model/issue";
import type { StationRegister } from "../model/register";
import { FieldReader } from "./fields";
import { nameInputs, type AnyInput } from "./input";
import { forEachRow, openInput } from "./open";

/** What `readRegister` may be told beside the file. */
export interface RegisterOptions {
  /**
   * Whether the register lists every station of the election. Unless given, it does when it lists
   * as many stations as the election's universe has.
   */
  readonly complete?: boolean;
}

/** Reads a register by an election that has been checked; see `readRegister`, which checks it. */
export function registerOf(
  input: AnyInput,
  { layout, universe }: Election,
  options: RegisterOptions = {},
): StationRegister {
  const column = layout.registeredVoters;
  if (column === undefined)
    throw new TallyError(
      "usage-invalid",
      "The election's layout names no column of registered voters, so no register can be read. " +
        "Add `registeredVoters` to its layout.",
    );
  const issues: Issue[] = [];
  const report = (issue: Issue) => void issues.push(issue);
  const { rows, source } = openInput(nameInputs(input)[0]!, layout, report);
  const { name } = source;
  const fields = new FieldReader(rows, name, report, layout.station, [columnName(column)]);
  const found = fields.find(column)!;

  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, skipped: 0 };
  const listed = new Map<string, { voters: number; rows: number; line: number }>();
  const conflicting = new Set<string>();
  forEachRow(rows, name, () => {
    counts.read++;
    if (fields.blank) {
      counts.skipped++;
      fields.note("row-blank");
      return;
    }
    const station = fields.station();
    const voters = station === undefined ? undefined : fields.count(found, station);
    if (station === undefined || voters === undefined) {
      counts.rejected++;
      return;
    }
    const first = listed.get(station);
    if (first === undefined) {
      listed.set(station, { voters, rows: 1, line: fields.line });
      return;
    }
    first.rows++;
    const conflicts = first.voters !== voters;
    if (conflicts) conflicting.add(station);
    fields.note(conflicts ? "duplicate-conflicting" : "duplicate-identical", {
      station,
      expected: "one row per station",
      received: `${first.voters} on line ${first.line} and ${voters} here`,
    });
  });
  for (const [station, row] of listed) {
    if (conflicting.has(station)) {
      counts.rejected += row.rows;
      listed.delete(station);
    } else {
      counts.accepted++;
      counts.duplicate += row.rows - 1;
    }
  }
  if (counts.accepted === 0)
    throw new TallyError(
      "rows-none-accepted",
      `None of the ${counts.read} rows of ${name} gives the registered voters of a station. ` +
        `The first problem: ${issues.find(({ severity }) => severity === "error")?.message}`,
    );
  return {
    registeredVoters: new Map([...listed].map(([station, { voters }]) => [station, voters])),
    complete: conflicting.size === 0 && (options.complete ?? listed.size === universe.stations),
    source,
    rows: counts,
    issues,
  };
}
