import type { Count } from "../count/count";
import type { Claim } from "../model/claim";
import { TallyError } from "../model/error";

/** Refuses a claim that cannot be held against a count: other candidates, or shares that are none. */
export function requireFitting(claim: Claim, { candidates }: Count): void {
  const codes = new Set(candidates.map(({ code }) => code));
  const named = [...Object.keys(claim.votes ?? {}), ...Object.keys(claim.shares ?? {})];
  const { winner, margin } = claim;
  if (winner !== undefined) named.push(winner);
  if (margin) named.push(margin.winner, margin.loser);
  const unknown = named.find((code) => !codes.has(code));
  if (unknown !== undefined)
    throw new TallyError(
      "candidate-unknown",
      `The claim "${claim.id}" names "${unknown}", which the count does not have. ` +
        `It has ${[...codes].join(", ")}.`,
    );
  if (margin && (margin.winner === margin.loser || (winner ?? margin.winner) !== margin.winner))
    throw new TallyError(
      "claim-invalid",
      `The margin of the claim "${claim.id}" must be of its winner, over another candidate.`,
    );
  const percents = [
    ...Object.entries(claim.shares ?? {}).map(([code, percent]) => [`${code} the share`, percent]),
    ...(margin?.share === undefined ? [] : [["a margin of", margin.share]]),
    ...(claim.turnout === undefined ? [] : [["a turnout of", claim.turnout]]),
  ];
  for (const [what, percent] of percents)
    if (
      typeof percent !== "string" ||
      !/^\d{1,3}(\.\d{1,8})?$/.test(percent) ||
      Number(percent) > 100
    )
      throw new TallyError(
        "share-invalid",
        `The claim "${claim.id}" gives ${what} ${String(percent)}. ` +
          'Write it as text, "100" at most, such as "51.95": its digits say how precise it is.',
      );
}
