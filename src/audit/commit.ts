import { TallyError } from "../model/error";
import { visible } from "../model/format";
import { VERSION } from "../version";
import { errorBounds, totalBound } from "./bounds";
import type { AuditContest, AuditList, AuditUncovered } from "./list";
import { auditListToCsv, sha256Of } from "./list-csv";
import type { AuditMargin } from "./margins";

/**
 * How sheets are drawn: `weighted`, without replacement, with chances by error bound; `with-replacement`, the
 * same where a sheet can be drawn again, as Kaplan–Markov needs it; `uniform`, without replacement, all alike.
 */
export type AuditDrawing = "weighted" | "with-replacement" | "uniform";

/** How the risk is measured: a `betting` martingale, or `kaplan-markov`. */
export type AuditMethod = "betting" | "kaplan-markov";

/** What is fixed before anybody knows the seed. */
export interface CommitOptions {
  /** When it is published: `YYYY-MM-DD`, or with the time, `YYYY-MM-DDThh:mmZ`. */
  readonly date: string;
  /** Above 0 and below 1: the chance that one is willing to take of confirming a wrong outcome. */
  readonly riskLimit: number;
  /** `weighted` unless given. */
  readonly drawing?: AuditDrawing;
  /** `betting` unless given. */
  readonly method?: AuditMethod;
}

/**
 * The promise that is published before the seed is drawn: which list, by its hash, and by which rule sheets
 * are drawn from it and the risk is measured. Plain data.
 */
export interface AuditCommitment {
  /** Version of tallyproof that made it. */
  readonly version: string;
  readonly date: string;
  readonly name: string;
  readonly riskLimit: number;
  readonly drawing: AuditDrawing;
  readonly method: AuditMethod;
  readonly candidates: readonly string[];
  readonly contests: readonly AuditContest[];
  readonly uncovered: AuditUncovered;
  readonly margins: readonly AuditMargin[];
  /** How many times over the stations could undo a margin; absent where a margin is not above 0. */
  readonly errorBound?: number;
  readonly stations: number;
  /** Of the list as `auditListToCsv` writes it. */
  readonly listSha256: string;
  /** How a ticket becomes a station, for who repeats it with other tools. */
  readonly rule: string;
}

const WEIGHTED =
  "Ticket k is SHA-256(seed + ',' + k) as a whole number modulo the sum of the weights, and falls on the first station, " +
  "in the list's order, up to which the weights add up to more than it. A station's weight is the largest, over all " +
  "pairs of winner and loser, of (votes of the winner - votes of the loser + ballots) x (least common multiple of all " +
  "margins / the pair's margin). Where the sum has more than 192 binary digits, the hexadecimal digits of " +
  "SHA-256(seed + ',' + k + ',2') and so on are put behind, until there are 64 binary digits more than the sum has. ";

const RULES: Readonly<Record<AuditDrawing, string>> = {
  weighted: `${WEIGHTED}Tickets on a station drawn before are passed over.`,
  "with-replacement": `${WEIGHTED}A station drawn again counts again.`,
  uniform:
    "Ticket k is SHA-256(seed + ',' + k) as a whole number modulo the number of stations; 0 is the first station of " +
    "the list. Tickets on a station drawn before are passed over.",
};

/**
 * Commits to a list and to the rules of its audit. Publish the commitment and the list; draw the seed, in public,
 * only then.
 *
 * @throws TallyError `audit-invalid`
 * @example
 * ```ts
 * import { commitAudit, makeAuditList } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [
 *     { station: "Hall", ballots: 250, votes: [130, 60] },
 *     { station: "School", ballots: 300, votes: [110, 90] },
 *   ],
 * });
 * const commitment = commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 });
 * commitment.margins; // => [{ winner: "A", loser: "B", reported: 90, margin: 90 }]
 * commitment.listSha256.length; // => 64
 * ```
 */
export function commitAudit(list: AuditList, options: CommitOptions): AuditCommitment {
  const { date, riskLimit, drawing = "weighted", method = "betting" } = options;
  requireMoment(date);
  requireRiskLimit(riskLimit);
  if (method === "kaplan-markov" && drawing !== "with-replacement")
    throw new TallyError(
      "audit-invalid",
      "Kaplan–Markov is for sheets drawn with replacement. Draw with-replacement, or measure by betting.",
    );
  const bounds = errorBounds(list);
  const errorBound = totalBound(bounds);
  const { name, candidates, contests, uncovered } = list;
  return {
    version: VERSION,
    date,
    name,
    riskLimit,
    drawing,
    method,
    candidates,
    contests,
    uncovered,
    margins: bounds.margins,
    ...(errorBound === undefined ? {} : { errorBound }),
    stations: list.stations.length,
    listSha256: sha256Of(auditListToCsv(list)),
    rule: RULES[drawing],
  };
}

const MOMENT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?Z)?$/;

/** A day, or a moment in UTC, so that moments can be put in order as texts. */
export function requireMoment(text: string): void {
  if (!MOMENT.test(text))
    throw new TallyError(
      "audit-invalid",
      `"${visible(text)}" is no date such as 2025-05-06, or 2025-05-06T14:30Z with the time.`,
    );
}

export function requireRiskLimit(riskLimit: number): void {
  if (!(riskLimit > 0 && riskLimit < 1))
    throw new TallyError(
      "audit-invalid",
      `A risk limit is above 0 and below 1, for instance 0.05; ${riskLimit} is not.`,
    );
}
