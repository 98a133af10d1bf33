import * as z from "zod";
import { TallyError } from "../model/error";
import { TEST_KINDS } from "./family";
import type { ForensicPlan } from "./settings";

const planSchema = z.strictObject({
  tests: z.array(z.enum(TEST_KINDS)).min(1).exactOptional(),
  candidates: z.array(z.string()).min(1).exactOptional(),
  centre: z.string().exactOptional(),
  filters: z
    .strictObject({
      leastValidVotes: z.int().min(0).exactOptional(),
      regions: z.record(z.string(), z.array(z.string()).min(1)).exactOptional(),
    })
    .exactOptional(),
  ties: z.enum(["half-up", "half-even"]).exactOptional(),
  seed: z.string().exactOptional(),
  simulations: z.int().exactOptional(),
});

/**
 * Checks a plan: what is to be tested and how, fixed before the data are read. Every field may be left
 * out; none may be there that is not known.
 *
 * @param value what `JSON.parse` made of the plan's file
 * @throws TallyError `plan-invalid` with every mistake and its place
 * @example
 * ```ts
 * import { parseForensicPlan } from "tallyproof";
 *
 * const plan = parseForensicPlan({ tests: ["last-digit"], candidates: ["EG", "NM"], seed: "1" });
 * plan.tests; // => ["last-digit"]
 * ```
 */
export function parseForensicPlan(value: unknown): ForensicPlan {
  const result = planSchema.safeParse(value);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${path.join(".") || "the plan"}: ${message}`,
  );
  throw new TallyError("plan-invalid", `The plan has mistakes.\n  ${mistakes.join("\n  ")}`);
}
