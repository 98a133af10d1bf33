import { columnName, type Election, parseElection } from "../model/election";
import { TallyError } from "../model/error";
import type { Issue } from "../model/issue";
import type { StationRegister } from "../model/register";
import { FieldReader } from "./fields";
import { nameInputs, type TallyInput } from "./input";
import { forEachRow, openInput } from "./open";

/** What {@link readRegister} may be told beside the file. */
export interface RegisterOptions {
  /**
   * Whether the register lists every station of the election. Unless given, it does when it lists
   * as many stations as the election's universe has.
   */
  readonly complete?: boolean;
}

/**
 * Reads how many voters are registered at each station, from a CSV with the station and
 * registered-voter columns of the election's layout (a file of tallies that has them will do).
 *
 * A station listed twice with different numbers is left out, and the register then cannot be
 * complete. Registered voters are counts of persons.
 *
 * @throws TallyError as {@link readTallies} does
 * @example
 * ```ts
 * import { readRegister } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const register = readRegister("CENTRO,MESA,RE\n10101001,1,666\n10101001,2,\n", venezuela2024);
 * register.registeredVoters.get("010101001/01"); // => 666
 * register.complete; // => false
 * register.issues[0]?.code; // => "count-missing"
 * ```
 */
export function readRegister(
  input: string | Uint8Array | TallyInput,
  election: Election,
  options: RegisterOptions = {},
): StationRegister {
  const { layout, universe } = parseElection(election);
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
