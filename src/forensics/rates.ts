import { holm } from "../statistics/multiplicity";
import type { Replicate } from "./replicate";

/** How often something happens in clean simulated elections. */
export interface FalseAlarms {
  readonly alarms: number;
  readonly simulations: number;
  /** 0 to 1. */
  readonly rate: number;
  /** Its standard error, from simulating so many and no more. */
  readonly error: number;
}

export function falseAlarmsOf(
  replicates: readonly Replicate[],
  isAlarm: (replicate: Replicate) => boolean,
): FalseAlarms {
  const simulations = replicates.length;
  const alarms = replicates.filter(isAlarm).length;
  const rate = simulations === 0 ? 0 : alarms / simulations;
  // None seen does not mean none: the error is then that of one.
  const base = Math.min(Math.max(alarms, 1), simulations - 1) / simulations;
  return { alarms, simulations, rate, error: Math.sqrt((base * (1 - base)) / simulations) };
}

/**
 * p after Holm, within the planned tests and within the others. A test that refuses to flag stays in the
 * count of its family and can be no one's help.
 */
export function holmOf(
  p: readonly number[],
  refused: readonly boolean[],
  planned: readonly boolean[],
): number[] {
  const adjusted = p.map(() => 1);
  for (const isPlanned of [true, false]) {
    const own = [...p.keys()].filter((at) => planned[at] === isPlanned);
    const values = holm(own.map((at) => (refused[at] ? 1 : p[at]!)));
    for (const [rank, at] of own.entries()) adjusted[at] = values[rank]!;
  }
  return adjusted;
}

/** How often a clean election has any flag after Holm, in each of the two families. */
export function familyAlarms(
  replicates: readonly Replicate[],
  refused: readonly boolean[],
  planned: readonly boolean[],
  alpha: number,
): { planned?: FalseAlarms; exploratory?: FalseAlarms } {
  const alarmsOf = (isPlanned: boolean) =>
    planned.includes(isPlanned)
      ? falseAlarmsOf(replicates, ({ p }) =>
          holmOf(p, refused, planned).some(
            (value, at) => planned[at] === isPlanned && value <= alpha,
          ),
        )
      : undefined;
  const [own, others] = [alarmsOf(true), alarmsOf(false)];
  return { ...(own ? { planned: own } : {}), ...(others ? { exploratory: others } : {}) };
}
