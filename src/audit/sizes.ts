import { STAKE } from "./martingale";

/**
 * Sheets that confirm an outcome when every one says what was reported: the least n with f^n at most the risk
 * limit, where f is what each sheet multiplies the risk by. For Kaplan–Markov f = 1 − 1/U, so that
 * n = ⌈ln α / ln(1 − 1/U)⌉; for betting with replacement f = 1 / (1 − λ + λ/(1 − 1/U)) with stake λ, and
 * without replacement no more.
 *
 * @param errorBound U
 * @param measured risk so far, where a sample was read already
 */
export function cleanSheets(
  errorBound: number,
  riskLimit: number,
  method: "betting" | "kaplan-markov",
  measured = 1,
): number {
  if (errorBound <= 1) return 1;
  const nullMean = 1 - 1 / errorBound;
  const stake = method === "kaplan-markov" ? 1 : STAKE;
  const perSheet = 1 / (1 - stake + stake / nullMean);
  return Math.max(1, Math.ceil(Math.log(riskLimit / measured) / Math.log(perSheet)));
}
