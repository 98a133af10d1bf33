import { TallyError } from "../model/error";
import { countOf, formatCount } from "../model/format";
import { errorBounds } from "./bounds";
import { type AuditCommitment, type AuditDrawing, requireMoment } from "./commit";
import type { AuditList } from "./list";
import { auditListToCsv, sha256Of } from "./list-csv";
import { hits } from "./tickets";

/** The seed of a draw, and how many sheets it is to give. */
export interface DrawOptions {
  /** At least 20 digits, from dice thrown in public after the commitment; text, so that none is lost. */
  readonly seed: string;
  /** When the seed was drawn, written as the commitment's date. */
  readonly seedDate: string;
  /** How many sheets; of several rounds, how many in each. A longer draw begins with the shorter one. */
  readonly sheets: number | readonly number[];
}

/** A sheet to be read again. */
export interface DrawnSheet {
  /** Place in the draw, from 1: the order in which sheets are read and the risk is measured. */
  readonly order: number;
  readonly round: number;
  /** Which ticket of the seed fell on it. */
  readonly ticket: number;
  readonly station: string;
  readonly evidence?: string;
}

/** A public draw. Plain data; anybody gets the same one from the list, the commitment and the seed. */
export interface AuditDraw {
  readonly commitment: AuditCommitment;
  readonly seed: string;
  readonly seedDate: string;
  readonly sheets: readonly DrawnSheet[];
}

/**
 * Draws stations whose sheets are to be read again, from a seed that nobody could know when the list was
 * committed to.
 *
 * The same list, commitment and seed give the same draw in every browser and in Node. It does not depend on the
 * order in which tallies were read, only on the list.
 *
 * @throws TallyError `audit-seed` for a seed that is too short, or older than the commitment;
 * `audit-commitment` when the list is another one; `audit-invalid`, `audit-impossible`
 * @example
 * ```ts
 * import { commitAudit, drawStations, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [
 *     { station: "Hall", ballots: 250, votes: [130, 60] },
 *     { station: "School", ballots: 300, votes: [110, 90] },
 *     { station: "Stable", ballots: 90, votes: [40, 30] },
 *   ],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * const draw = drawStations(list, commitment, {
 *   seed: "31415926535897932384",
 *   seedDate: "2025-05-07",
 *   sheets: 2,
 * });
 * draw.sheets.map(({ station }) => station); // => ["Stable", "School"]
 * ```
 */
export function drawStations(
  list: AuditList,
  commitment: AuditCommitment,
  { seed, seedDate, sheets }: DrawOptions,
): AuditDraw {
  requireSeed(seed, seedDate, commitment.date);
  requireCommitted(list, commitment);
  const rounds = typeof sheets === "number" ? [sheets] : sheets;
  const wanted = rounds.reduce((sum, each) => sum + each, 0);
  if (rounds.length === 0 || !rounds.every((each) => Number.isSafeInteger(each) && each > 0))
    throw new TallyError("audit-invalid", "A draw is of one sheet or more in each round.");
  const { drawing } = commitment;
  const weights = weightsOf(list, drawing);
  const most = weights.filter((weight) => weight > 0n).length;
  if (most === 0 || (drawing !== "with-replacement" && wanted > most))
    throw new TallyError(
      "audit-impossible",
      `Only ${countOf(most, "sheet")} can be drawn, and not ${formatCount(wanted)}. Draw fewer, or read all sheets again.`,
    );
  const drawn: DrawnSheet[] = [];
  const roundOf = (order: number) => {
    let last = 0;
    return 1 + rounds.findIndex((each) => order <= (last += each));
  };
  for (const { ticket, at } of hits(seed, weights, drawing === "with-replacement")) {
    const { station, evidence } = list.stations[at]!;
    const order = drawn.length + 1;
    const where = evidence === undefined ? {} : { evidence };
    drawn.push({ order, round: roundOf(order), ticket, station, ...where });
    if (drawn.length === wanted) break;
  }
  return { commitment, seed, seedDate, sheets: drawn };
}

/** The stations' chances in a draw. */
export function weightsOf(list: AuditList, drawing: AuditDrawing): readonly bigint[] {
  return drawing === "uniform" ? list.stations.map(() => 1n) : errorBounds(list).bounds;
}

function requireSeed(seed: string, seedDate: string, committed: string): void {
  if (!/^\d*$/.test(seed))
    throw new TallyError(
      "audit-seed",
      "A seed is digits only, in one piece, as the dice gave them.",
    );
  if (seed.length < 20)
    throw new TallyError(
      "audit-seed",
      `The seed has ${countOf(seed.length, "digit")}; it needs at least 20, or it could be found by trying.`,
    );
  requireMoment(seedDate);
  const shared = Math.min(seedDate.length, committed.length);
  if (seedDate.slice(0, shared) < committed.slice(0, shared))
    throw new TallyError(
      "audit-seed",
      `The seed is of ${seedDate}, before the commitment of ${committed}: who made the list could know which ` +
        "sheets it draws. Draw a new seed in public.",
    );
}

/** Refuses a list that is not the one of a commitment. */
export function requireCommitted(list: AuditList, { listSha256 }: AuditCommitment): void {
  if (sha256Of(auditListToCsv(list)) !== listSha256)
    throw new TallyError(
      "audit-commitment",
      "The list is not the one that was committed to. Take the list that was published with the commitment.",
    );
}
