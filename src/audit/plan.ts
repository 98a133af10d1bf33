import { TallyError } from "../model/error";
import { Random } from "../statistics/random";
import { VERSION } from "../version";
import { errorBounds, totalBound } from "./bounds";
import { requireRiskLimit } from "./commit";
import type { AuditList, AuditUncovered } from "./list";
import type { AuditMargin } from "./margins";
import { quotient } from "./rational";
import { type AssumedErrors, type SheetsNeeded, simulateSheets } from "./simulate";
import { cleanSheets } from "./sizes";

/** What {@link planAudit} may be told beside the list. */
export interface PlanOptions {
  /** 0.1, 0.05 and 0.01 unless given. */
  readonly riskLimits?: readonly number[];
  /** Errors to reckon with: 1 sheet in 100 missing, and 5 in 100 with a taint of 0.02, unless given. */
  readonly errors?: readonly AssumedErrors[];
  /** Text that the simulated audits take their numbers from; `"tallyproof"` unless given. */
  readonly seed?: string;
  /** Simulated audits; 1,000 unless given. */
  readonly runs?: number;
}

/** Sheets to read for one risk limit. */
export interface PlannedSheets {
  readonly riskLimit: number;
  /** If every sheet says what was reported: at most so many by betting, exactly so many by Kaplan–Markov. */
  readonly betting: number;
  readonly kaplanMarkov: number;
  /** By simulated betting audits, one figure for each of the plan's `errors`; not there if not reached. */
  readonly simulated: readonly (SheetsNeeded | undefined)[];
}

/** How many sheets an audit would take. Plain data. */
export interface AuditPlan {
  readonly kind: "plan";
  readonly version: string;
  readonly name: string;
  readonly stations: number;
  readonly uncovered: AuditUncovered;
  readonly margins: readonly AuditMargin[];
  /**
   * U, how many times over the stations could undo a margin. Not there where a margin is not above 0: then no
   * sample can support the outcome, only the sheets of uncovered stations, or of all.
   */
  readonly errorBound?: number;
  readonly errors: readonly AssumedErrors[];
  readonly seed: string;
  readonly runs: number;
  /** In the order of the risk limits; empty where there is no error bound. */
  readonly sheets: readonly PlannedSheets[];
}

const ERRORS: readonly AssumedErrors[] = [
  { share: 0.01, taint: 1 },
  { share: 0.05, taint: 0.02 },
];

/**
 * How many sheets to read again for a risk limit: by formula if all of them say what was reported, and by
 * simulated audits if some do not. A plan only says what an audit may take; the risk comes from the audit itself.
 *
 * @throws TallyError `audit-invalid`
 * @example
 * ```ts
 * import { makeAuditList, planAudit } from "tallyproof";
 *
 * const stations = Array.from({ length: 400 }, (_, at) => ({
 *   station: `S${at}`,
 *   ballots: 400,
 *   votes: [200, 180],
 * }));
 * const list = makeAuditList({ name: "Mayor", candidates: ["A", "B"], stations });
 * const plan = planAudit(list, { riskLimits: [0.05], runs: 100 });
 * plan.errorBound; // => 21
 * plan.sheets[0]?.kaplanMarkov; // => 62
 * plan.sheets[0]?.betting; // => 65
 * ```
 */
export function planAudit(list: AuditList, options: PlanOptions = {}): AuditPlan {
  const { riskLimits = [0.1, 0.05, 0.01], errors = ERRORS } = options;
  const { seed = "tallyproof", runs = 1000 } = options;
  for (const limit of riskLimits) requireRiskLimit(limit);
  if (!Number.isSafeInteger(runs) || runs < 1)
    throw new TallyError("audit-invalid", "At least one audit is simulated.");
  for (const { share, taint } of errors)
    if (!(share >= 0 && share <= 1 && taint <= 1))
      throw new TallyError(
        "audit-invalid",
        "Assumed errors are a share of the sheets from 0 to 1, and a taint of 1 at most.",
      );
  const exact = errorBounds(list);
  const { unit } = exact;
  const errorBound = totalBound(exact);
  const simulated =
    unit === undefined
      ? []
      : errors.map((assumed) =>
          simulateSheets(
            exact.bounds.map((bound) => quotient(bound, unit)),
            riskLimits,
            assumed,
            runs,
            new Random(`${seed},${assumed.share},${assumed.taint}`),
          ),
        );
  return {
    kind: "plan",
    version: VERSION,
    name: list.name,
    stations: list.stations.length,
    uncovered: list.uncovered,
    margins: exact.margins,
    ...(errorBound === undefined ? {} : { errorBound }),
    errors,
    seed,
    runs,
    sheets:
      errorBound === undefined
        ? []
        : riskLimits.map((riskLimit, which) => ({
            riskLimit,
            betting: capped(cleanSheets(errorBound, riskLimit, "betting"), list),
            kaplanMarkov: cleanSheets(errorBound, riskLimit, "kaplan-markov"),
            simulated: simulated.map((needed) => reached(needed[which]!)),
          })),
  };
}

/** Without replacement there are no more sheets than stations. */
const capped = (sheets: number, { stations }: AuditList) => Math.min(sheets, stations.length);

/** A figure that JSON can hold: none where it is infinite. */
const reached = (needed: SheetsNeeded) => (needed.ninetieth === Infinity ? undefined : needed);
