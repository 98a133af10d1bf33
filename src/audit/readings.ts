import { TallyError } from "../model/error";
import { countOf, visible } from "../model/format";
import type { AuditDraw } from "./draw";
import { type AuditList, excessOf } from "./list";

/** What a drawn sheet says when it is read again. */
export interface SheetReading {
  readonly station: string;
  /** Votes by candidate code, of every candidate. */
  readonly votes: Readonly<Record<string, number>>;
}

/** A drawn sheet that is not there, or cannot be read. */
export interface SheetLost {
  readonly station: string;
  readonly state: "missing" | "unreadable";
}

/** One of the two; a drawn sheet without either waits to be read. */
export type AuditReading = SheetReading | SheetLost;

/** Readings by station, checked: votes in the order of the list's candidates. */
export type Readings = ReadonlyMap<string, readonly number[] | SheetLost["state"]>;

/**
 * Checks readings against the draw: of drawn stations only, each once, whole, and not beyond the bound.
 *
 * @throws TallyError `audit-reading`
 */
export function checkReadings(
  list: AuditList,
  draw: AuditDraw,
  readings: readonly AuditReading[],
): Readings {
  const drawn = new Set(draw.sheets.map(({ station }) => station));
  const ballots = new Map(list.stations.map((each) => [each.station, each.ballots]));
  const checked = new Map<string, readonly number[] | SheetLost["state"]>();
  for (const reading of readings) {
    const shown = visible(reading.station);
    if (!drawn.has(reading.station))
      throw refused(
        `The station ${shown} was read again, but it is not in the draw. Only drawn sheets count: who ` +
          "chooses sheets can choose the result.",
      );
    if (checked.has(reading.station))
      throw refused(`The station ${shown} is read twice. Settle which reading counts.`);
    checked.set(
      reading.station,
      "state" in reading ? reading.state : votesOf(reading, list, ballots.get(reading.station)!),
    );
  }
  return checked;
}

const refused = (message: string) => new TallyError("audit-reading", message);

function votesOf({ station, votes }: SheetReading, list: AuditList, ballots: number): number[] {
  const { candidates, contests } = list;
  const shown = visible(station);
  const strange = Object.keys(votes).find((code) => !candidates.includes(code));
  if (strange !== undefined)
    throw refused(
      `The reading of ${shown} has votes for ${visible(strange)}, who is no candidate of the list.`,
    );
  const given = candidates.map((code) => {
    const own = Object.hasOwn(votes, code) ? votes[code]! : Number.NaN;
    if (!Number.isSafeInteger(own) || own < 0)
      throw refused(
        `The reading of ${shown} needs a whole number of votes for ${visible(code)}; 0 where the sheet says 0.`,
      );
    return own;
  });
  const excess = excessOf(given, ballots, candidates, contests);
  if (excess !== undefined)
    throw refused(
      `The reading of ${shown} has ${excess}, and the station at most ${countOf(ballots, "ballot")}. Read it once more; ` +
        "if the sheet says so, the bound that was committed to is wrong, and the audit must begin anew with a true one.",
    );
  return given;
}
