import { VERSION } from "../version";
import { type ErrorBounds, errorBounds } from "./bounds";
import type { AuditDraw, DrawnSheet } from "./draw";
import { requireCommitted } from "./draw";
import type { AuditList } from "./list";
import { Martingale, STAKE } from "./martingale";
import type { AuditMargin } from "./margins";
import { quotient } from "./rational";
import { type AuditReading, checkReadings, type Readings } from "./readings";
import { type Settled, settledBy } from "./settle";

/** A drawn sheet, what was found, and the risk when one looks after it. */
export interface AuditStep extends DrawnSheet {
  readonly state: "read" | "missing" | "unreadable";
  /** What it says otherwise than reported, by candidate. */
  readonly differences: readonly SheetDifference[];
  /** Its error as part of the largest error it could have; 1 of a sheet that cannot be read. */
  readonly taint: number;
  /** Measured risk after this sheet by itself, and the lowest so far. */
  readonly now: number;
  readonly risk: number;
}

/** A candidate's votes on a sheet, as reported and as read. */
export interface SheetDifference {
  readonly candidate: string;
  readonly reported: number;
  readonly read: number;
}

/** A pair of the audit, with what the sheets read again changed in it. */
export interface AuditedMargin extends AuditMargin {
  /** By how many votes those sheets, each once, overstated the winner's lead; negative: understated. */
  readonly overstated: number;
}

/**
 * What a sample of sheets says of reported outcomes. Plain data.
 *
 * `outcome` is `supported` when the risk is at or below its limit, `open` when it is not, or not yet;
 * `confirmed` or `overturned` when the sheets read again settle it by themselves, without chance.
 */
export interface AuditRisk {
  readonly kind: "risk";
  readonly version: string;
  readonly draw: AuditDraw;
  readonly outcome: "supported" | "open" | Settled;
  /**
   * Above 0, at most 1. If a reported outcome is wrong, the chance that an audit ever measures so little is at
   * most so much. It is not the chance that the outcome is wrong.
   */
  readonly risk: number;
  /** Place in the draw of the sheet after which the risk was at or below its limit. */
  readonly reachedAt?: number;
  readonly margins: readonly AuditedMargin[];
  readonly steps: readonly AuditStep[];
  /** Drawn places that wait: the first one not read, and all after it. */
  readonly waiting: number;
  /** Readings after the first place that waits, which do not count yet. */
  readonly early: number;
}

/**
 * The risk that a reported outcome is wrong, measured from the drawn sheets as they were read again, sheet by
 * sheet in the order of the draw, so that one may look after each and stop when the limit is reached.
 *
 * By a betting martingale on 1 − taint with the null mean 1 − (1 − Σe)/(U − Σu) over earlier draws (without
 * replacement), or by Kaplan–Markov. The taint of a sheet is its error over its bound; a missing or unreadable
 * sheet has taint 1. Each sheet's error is the largest over all pairs, so one sample serves all of them. Assumes
 * that the bounds are true and that the draw is the committed one.
 *
 * @param readings of drawn stations, in any order; one without a reading waits, and so do all after it
 * @throws TallyError `audit-reading`, `audit-commitment`
 * @example
 * ```ts
 * import { auditRisk, commitAudit, drawStations, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [
 *     { station: "Hall", ballots: 250, votes: [180, 20] },
 *     { station: "School", ballots: 300, votes: [190, 60] },
 *     { station: "Stable", ballots: 90, votes: [40, 30] },
 *   ],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * const seed = { seed: "31415926535897932384", seedDate: "2025-05-07" };
 * const draw = drawStations(list, commitment, { ...seed, sheets: 1 });
 * const [sheet] = draw.sheets;
 * sheet?.station; // => "School"
 * const { risk } = auditRisk(list, draw, [{ station: "School", votes: { A: 190, B: 60 } }]);
 * risk.toFixed(3); // => "0.692"
 * auditRisk(list, draw, [{ station: "School", state: "missing" }]).risk; // => 1
 * ```
 */
export function auditRisk(
  list: AuditList,
  draw: AuditDraw,
  readings: readonly AuditReading[],
): AuditRisk {
  requireCommitted(list, draw.commitment);
  const checked = checkReadings(list, draw, readings);
  const bounds = errorBounds(list);
  const steps = stepsOf(list, draw, checked, bounds);
  const settled = settledBy(list, bounds, checked);
  const { riskLimit } = draw.commitment;
  const measured = settled === "overturned" ? 1 : (steps.at(-1)?.risk ?? 1);
  const reached =
    settled === "overturned" ? undefined : steps.find(({ risk }) => risk <= riskLimit)?.order;
  return {
    kind: "risk",
    version: VERSION,
    draw,
    outcome: settled ?? (measured <= riskLimit ? "supported" : "open"),
    risk: measured,
    ...(reached === undefined ? {} : { reachedAt: reached }),
    margins: bounds.margins.map((margin) => ({
      ...margin,
      overstated: overstatedBy(list, checked, margin),
    })),
    steps,
    waiting: draw.sheets.length - steps.length,
    early: draw.sheets.slice(steps.length).filter(({ station }) => checked.has(station)).length,
  };
}

/** The drawn sheets up to the first that waits. */
function stepsOf(
  list: AuditList,
  { commitment, sheets }: AuditDraw,
  readings: Readings,
  bounds: ReturnType<typeof errorBounds>,
): AuditStep[] {
  const { drawing, method } = commitment;
  const meter = new RiskMeter(bounds, drawing, method);
  const places = new Map(list.stations.map(({ station }, at) => [station, at]));
  const steps: AuditStep[] = [];
  for (const sheet of sheets) {
    const reading = readings.get(sheet.station);
    if (reading === undefined) break;
    const at = places.get(sheet.station)!;
    const isLost = typeof reading === "string";
    // What cannot be read could hold every ballot for the loser.
    const error = isLost ? bounds.bounds[at]! : bounds.errorOf(at, reading);
    const taint = meter.add(at, error, isLost);
    const { votes } = list.stations[at]!;
    steps.push({
      ...sheet,
      state: isLost ? reading : "read",
      differences: isLost
        ? []
        : list.candidates.flatMap((candidate, of) =>
            votes[of] === reading[of]
              ? []
              : { candidate, reported: votes[of]!, read: reading[of]! },
          ),
      taint,
      now: meter.now,
      risk: meter.risk,
    });
  }
  return steps;
}

/** Measures the risk, sheet by sheet, of errors given in the bounds' unit. */
export class RiskMeter {
  readonly #martingale: Martingale;
  /** What the sheets bound together, those that were drawn before taken away, and their errors. */
  #remaining: bigint;
  #found = 0n;
  /** In a uniform draw every sheet counts as if it could be as wrong as the worst. */
  readonly #worst: bigint;

  constructor(
    private readonly bounds: ErrorBounds,
    private readonly drawing: AuditDraw["commitment"]["drawing"],
    private readonly method: AuditDraw["commitment"]["method"],
  ) {
    this.#martingale = new Martingale(method === "kaplan-markov" ? 1 : STAKE);
    this.#worst = bounds.bounds.reduce((most, each) => (each > most ? each : most));
    this.#remaining =
      drawing === "uniform" ? this.#worst * BigInt(bounds.bounds.length) : bounds.total;
  }

  /** Adds the error of a station's sheet; returns its taint. */
  add(station: number, error: bigint, isLost = false): number {
    const { unit } = this.bounds;
    const bound = this.drawing === "uniform" ? this.#worst : this.bounds.bounds[station]!;
    // Published audits by Kaplan–Markov let no error in the winner's favour make up for another.
    const counted = this.method === "kaplan-markov" && error < 0n ? 0n : error;
    const taint = isLost ? 1 : quotient(counted, bound);
    // With a margin that is not above 0 there is nothing to bet on.
    if (unit === undefined) return taint;
    const room = unit - this.#found;
    const nullMean = quotient(this.#remaining - room, this.#remaining);
    this.#martingale.add(taint, nullMean);
    if (this.drawing !== "with-replacement") {
      this.#remaining -= bound;
      this.#found += isLost ? bound : counted;
    }
    return taint;
  }

  get now(): number {
    return this.#martingale.now;
  }

  /** By betting, the lowest at which one could have stopped; Kaplan–Markov is read at the end. */
  get risk(): number {
    return this.method === "kaplan-markov" ? this.#martingale.now : this.#martingale.least;
  }
}

/** What the sheets that were read again take off a margin. */
function overstatedBy(list: AuditList, readings: Readings, { winner, loser }: AuditMargin): number {
  const [first, second] = [list.candidates.indexOf(winner), list.candidates.indexOf(loser)];
  return list.stations.reduce((sum, { station, votes }) => {
    const reading = readings.get(station);
    if (reading === undefined || typeof reading === "string") return sum;
    return sum + votes[first]! - votes[second]! - (reading[first]! - reading[second]!);
  }, 0);
}
