import type { AuditMargin } from "../../audit/margins";
import type { Locale } from "../../model/locale";
import type { AuditLanguage } from "../../words/audit";

/** A risk in percent with two decimals, rounded up, so that it never looks better than it is. */
export function riskText(risk: number, { decimal }: Locale): string {
  // Of what is a rounding error of the product itself, not a whole step more.
  const steps = Math.ceil(risk * 10_000 - 1e-9);
  return `${steps < 1 ? "< " : ""}${decimal((Math.max(1, steps) / 100).toFixed(2))} %`;
}

/** A share such as a risk limit in percent, with as many decimals as it has. */
export const plainPercent = (share: number, { decimal }: Locale) =>
  `${decimal(String(Number((100 * share).toFixed(6))))} %`;

/** Whom each contest is reported to have ahead of whom. */
export function claimedOutcome(margins: readonly AuditMargin[], words: AuditLanguage): string {
  const groups = new Map<string, string[]>();
  for (const { contest, winner, loser } of margins) {
    const name = contest === undefined ? winner : `${contest}: ${winner}`;
    groups.set(name, [...(groups.get(name) ?? []), loser]);
  }
  return words.claimed([...groups].map(([winner, losers]) => words.ahead(winner, losers)));
}
