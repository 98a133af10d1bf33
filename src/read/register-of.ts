import type { Column, Election, RegisterLayout } from "../model/election";
import { TallyError } from "../model/error";
import type { Issue } from "../model/issue";
import type { RegionUniverse, StationRegister } from "../model/register";
import { FieldReader } from "./fields";
import { type AnyInput, nameInputs } from "./input";
import type { RowCursor } from "./cursor";
import { forEachRow, readWhole } from "./open";

/** What `readRegister` may be told beside the file. */
export interface RegisterOptions {
  /**
   * Whether the register lists every station of the election. Unless given here or in its layout,
   * it does when every row was read and it lists as many stations as the election's universe has.
   */
  readonly complete?: boolean;
}

/** Reads a register by an election that has been checked; see `readRegister`, which checks it. */
export function registerOf(
  input: AnyInput,
  election: Election,
  options: RegisterOptions = {},
): StationRegister {
  const layouts = registerLayouts(election);
  const [first, ...others] = layouts;
  if (first === undefined)
    throw new TallyError(
      "usage-invalid",
      "The election's layout names no column of registered voters, so no register can be read. " +
        'Describe the register: "registers": [{ "station": [...], "registeredVoters": "..." }].',
    );
  try {
    return readBy(first, input, election, options);
  } catch (error) {
    const next = others.find((layout) => fits(layout, input));
    if (!(error instanceof TallyError) || error.code !== "column-missing" || next === undefined)
      throw error;
    return readBy(next, input, election, options);
  }
}

/** The layouts that the election gives its registers; without any, the one of its tallies. */
function registerLayouts({ registers, layout }: Election): readonly RegisterLayout[] {
  if (registers) return registers;
  const { registeredVoters, station, encoding, delimiter, header, trailingDelimiter, values } =
    layout;
  if (registeredVoters === undefined) return [];
  const format = { encoding, delimiter, header, trailingDelimiter, values };
  const given = Object.entries(format).filter(([, value]) => value !== undefined);
  return [{ ...Object.fromEntries(given), station, registeredVoters }];
}

function fits(layout: RegisterLayout, input: AnyInput): boolean {
  try {
    const ignore = () => {};
    readWhole(
      nameInputs(input)[0]!,
      layout,
      ignore,
      (rows) => new FieldReader(rows, "", layout, columnsOf(layout), ignore),
    );
    return true;
  } catch {
    return false;
  }
}

/** The column that the rows are about, and those that say how many. */
const columnsOf = ({ region, regionColumn = region, stations, registeredVoters }: RegisterLayout) =>
  [region === undefined ? undefined : regionColumn, stations, registeredVoters].filter(
    (column) => column !== undefined,
  );

/** What a row says of its station or region. */
interface Entry extends RegionUniverse {
  readonly line: number;
  rows: number;
}

function readBy(
  layout: RegisterLayout,
  input: AnyInput,
  election: Election,
  options: RegisterOptions,
): StationRegister {
  const named = nameInputs(input)[0]!;
  const assumed: Issue[] = [];
  const { result, source } = readWhole(
    named,
    layout,
    (issue) => assumed.push(issue),
    (rows) => readRows(layout, rows, named.name, election, options),
  );
  return { ...result, source, issues: [...assumed, ...result.issues] };
}

function readRows(
  layout: RegisterLayout,
  rows: RowCursor,
  source: string,
  { universe }: Election,
  options: RegisterOptions,
): Omit<StationRegister, "source"> {
  const issues: Issue[] = [];
  const fields = new FieldReader(rows, source, layout, columnsOf(layout), (issue) =>
    issues.push(issue),
  );
  const count = (column: Column | undefined, key: string) => {
    if (column === undefined) return undefined;
    return fields.count(fields.header.find(column)!, { text: key }) ?? Number.NaN;
  };
  const region = layout.region === undefined ? undefined : (layout.regionColumn ?? layout.region);
  const name = region === undefined ? undefined : fields.textOf(asText(region));
  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, skipped: 0, rejectedVotes: 0 };
  const entries = new Map<string, Entry>();
  const conflicting = new Set<string>();

  forEachRow(rows, layout, source, () => {
    counts.read++;
    if (fields.skips()) {
      counts.skipped++;
      return;
    }
    const key = name === undefined ? fields.station()?.text : regionKey(name.read(fields.rows));
    const stations = key === undefined ? Number.NaN : (count(layout.stations, key) ?? 1);
    const voters = key === undefined ? Number.NaN : count(layout.registeredVoters, key);
    if (key === undefined || Number.isNaN(stations) || Number.isNaN(voters)) {
      if (fields.isHeader) counts.skipped++;
      else counts.rejected++;
      return;
    }
    const entry = {
      stations,
      ...(voters === undefined ? {} : { registeredVoters: voters }),
      line: fields.rows.line,
      rows: 1,
    };
    const first = entries.get(key);
    if (first === undefined) {
      entries.set(key, entry);
      return;
    }
    first.rows++;
    const same = first.stations === stations && first.registeredVoters === entry.registeredVoters;
    if (!same) conflicting.add(key);
    fields.note(same ? "duplicate-identical" : "duplicate-conflicting", {
      station: key,
      expected: "one row each",
      received: `another on line ${first.line}`,
    });
  });
  fields.finish();

  function regionKey(text: string): string | undefined {
    return fields.hasRightWidth() && text !== ""
      ? text
      : fields.note("station-missing", { field: name!.name, expected: "a region", received: text });
  }

  for (const [key, { rows }] of entries) {
    if (conflicting.has(key)) {
      counts.rejected += rows;
      entries.delete(key);
    } else {
      counts.accepted++;
      counts.duplicate += rows - 1;
    }
  }
  if (counts.accepted === 0)
    throw new TallyError(
      "rows-none-accepted",
      `None of the ${counts.read} rows of ${source} can be read as a register. ` +
        `The first problem: ${issues.find(({ severity }) => severity === "error")?.message}`,
    );
  requireWithin(entries, universe, source);
  const whole =
    layout.complete ?? options.complete ?? sumOf(entries, "stations") === universe.stations;
  const rest = { complete: counts.rejected === 0 && whole, rows: counts, issues };
  const plain = [...entries].map(
    ([key, { stations, registeredVoters }]) =>
      [key, { stations, ...(registeredVoters === undefined ? {} : { registeredVoters }) }] as const,
  );
  return layout.region === undefined
    ? {
        registeredVoters: new Map(
          plain.map(([key, { registeredVoters = 0 }]) => [key, registeredVoters]),
        ),
        ...rest,
      }
    : {
        registeredVoters: new Map(),
        byRegion: { region: layout.region, regions: new Map(plain) },
        ...rest,
      };
}

const asText = (column: Column) => (typeof column === "string" ? { column } : column);

const sumOf = (entries: ReadonlyMap<string, Entry>, what: "stations" | "registeredVoters") =>
  [...entries.values()].reduce((sum, entry) => sum + (entry[what] ?? 0), 0);

/** A register of more than there is would make every bound too low. */
function requireWithin(
  entries: ReadonlyMap<string, Entry>,
  { stations, registeredVoters }: Election["universe"],
  name: string,
): void {
  for (const [what, most] of [
    ["stations", stations],
    ["registeredVoters", registeredVoters],
  ] as const) {
    const sum = sumOf(entries, what);
    if (sum > most)
      throw new TallyError(
        "universe-exceeded",
        `${name} has ${sum} ${what === "stations" ? "stations" : "registered voters"}, but the ` +
          `election is said to have only ${most}. Correct the universe of the election.`,
      );
  }
}
