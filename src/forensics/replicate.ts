import { Random } from "../statistics/random";
import { describedOf } from "./describe";
import type { Member } from "./family";
import { drawSheets, type Model } from "./model";
import { runTest, toolsOf } from "./run";
import type { TieRule } from "./tests/percentages";

/** What simulated elections are drawn from and tested for; plain data, for other threads too. */
export interface Ground {
  readonly model: Model;
  readonly family: readonly Member[];
  /** Candidates of the described statistics. */
  readonly candidates: readonly string[];
  readonly seed: string;
  readonly ties: TieRule;
  readonly alpha: number;
}

/** What the family found in one simulated election; in the order of the family. */
export interface Replicate {
  readonly p: readonly number[];
  /** Centres or stations flagged, 0 for tests that do not look place by place. */
  readonly flagged: readonly number[];
  /** Of each described statistic: its p-value, or its value where it has none. */
  readonly described: Readonly<Record<string, number>>;
}

export const describedKey = (kind: string, candidate: string) => `${kind}/${candidate}`;

/**
 * Makes and tests the simulated election of an index. Each has a seed of its own, so that the same
 * elections come out whoever makes them, in whatever order.
 */
export function replicator(ground: Ground): (index: number) => Replicate {
  const { model, family, candidates, seed, ties, alpha } = ground;
  const tools = toolsOf(alpha, ties);
  return (index) => {
    const sheets = drawSheets(model, new Random(`${seed}/${index}`));
    const outcomes = family.map((member) => runTest(sheets, member, tools));
    return {
      p: outcomes.map(({ p }) => p),
      flagged: outcomes.map(({ places }) => places?.flagged.length ?? 0),
      described: Object.fromEntries(
        describedOf(sheets, candidates).map(({ kind, candidate, value, p }) => [
          describedKey(kind, candidate),
          p ?? value,
        ]),
      ),
    };
  };
}
