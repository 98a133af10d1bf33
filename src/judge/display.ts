import type { Claim } from "../model/claim";
import { showing } from "../model/display";
import { visible } from "../model/format";
import { escaped } from "../model/html";
import type { Language } from "../model/locale";
import { OUTCOMES } from "../words/outcomes";
import { explain } from "./explain";
import type { Verdict } from "./verdict";

/** The verdict, able to show itself in a notebook: the outcome, whose claim it is, and what decides. */
export const showingVerdict = (verdict: Verdict, { by, title }: Claim, language: Language) =>
  showing(verdict, () => {
    const label = OUTCOMES[language][verdict.outcome];
    const claim = `${by}: ${title}`;
    const text = explain(verdict);
    return {
      "text/plain": `${label.toUpperCase()}  ${visible(claim)}\n${visible(text)}`,
      "text/html":
        `<p><strong class="label">${escaped(label)}</strong> <strong>${escaped(claim)}</strong></p>\n` +
        `<p>${escaped(text)}</p>`,
    };
  });
