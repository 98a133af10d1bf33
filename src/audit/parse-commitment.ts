import * as z from "zod";
import { TallyError } from "../model/error";
import { wholeNumber } from "../model/claim-schema";
import type { AuditCommitment } from "./commit";

const text = z.string();
const code = text.min(1);

const commitmentSchema = z.strictObject({
  version: text,
  date: text,
  name: text,
  riskLimit: z.number().gt(0).lt(1),
  drawing: z.enum(["weighted", "with-replacement", "uniform"]),
  method: z.enum(["betting", "kaplan-markov"]),
  candidates: z.array(code).min(2),
  contests: z
    .array(
      z.strictObject({
        name: text.exactOptional(),
        candidates: z.array(code).min(2),
        winners: wholeNumber(1).exactOptional(),
        votesAllowed: wholeNumber(1).exactOptional(),
      }),
    )
    .min(1),
  uncovered: z.strictObject({ stations: wholeNumber(0), ballots: wholeNumber(0) }),
  margins: z.array(
    z.strictObject({
      contest: text.exactOptional(),
      winner: code,
      loser: code,
      reported: z.int(),
      margin: z.int(),
    }),
  ),
  errorBound: z.number().exactOptional(),
  stations: wholeNumber(1),
  listSha256: text.regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
  rule: text,
}) satisfies z.ZodType<AuditCommitment>;

/**
 * A commitment as it was read from JSON, checked.
 *
 * @throws TallyError `audit-commitment`, naming every field that is wrong
 * @example
 * ```ts
 * import { commitAudit, makeAuditList, parseAuditCommitment } from "tallyproof";
 *
 * const list = makeAuditList({
 *   name: "Mayor",
 *   candidates: ["A", "B"],
 *   stations: [{ station: "Hall", ballots: 250, votes: [130, 60] }],
 * });
 * const published = JSON.stringify(commitAudit(list, { date: "2025-05-06", riskLimit: 0.05 }));
 * parseAuditCommitment(JSON.parse(published)).riskLimit; // => 0.05
 * ```
 */
export function parseAuditCommitment(value: unknown): AuditCommitment {
  const parsed = commitmentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join(".") || "it"}: ${message}`,
  );
  throw new TallyError(
    "audit-commitment",
    `This is no commitment of tallyproof audit commit. ${problems.join("; ")}.`,
  );
}
