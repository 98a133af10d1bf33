import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import { TallyError } from "../model/error";

/** Refuses a claim that cannot be held against a count: other candidates, or shares that are none. */
export function requireFitting(claim: Claim, { candidates }: Count): void {
  const codes = new Set(candidates.map(({ code }) => code));
  const named = [...Object.keys(claim.votes ?? {}), ...Object.keys(claim.shares ?? {})];
  if (claim.winner !== undefined) named.push(claim.winner);
  const unknown = named.find((code) => !codes.has(code));
  if (unknown !== undefined)
    throw new TallyError(
      "candidate-unknown",
      `The claim "${claim.id}" names "${unknown}", which the count does not have. ` +
        `It has ${[...codes].join(", ")}.`,
    );
  for (const [code, percent] of Object.entries(claim.shares ?? {}))
    if (typeof percent !== "string" || !/^\d{1,3}(\.\d{1,8})?$/.test(percent))
      throw new TallyError(
        "share-invalid",
        `The claim "${claim.id}" gives ${code} the share ${String(percent)}. ` +
          'Write it as text such as "52" or "51.95": its digits say how precise it is.',
      );
}
