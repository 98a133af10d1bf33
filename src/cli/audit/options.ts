import type { AuditDrawing, AuditMethod } from "../../audit/commit";
import type { AuditListOptions } from "../../audit/list-of";
import type { AssumedErrors } from "../../audit/simulate";
import { type Values, wrongUse } from "../usage";

// What the options of `tallyproof audit` say, from text.

/** A share from 0 to 1, written as such: 5 % is 0.05, and never 5. */
function shareOf(option: string, text: string): number {
  if (/^(0?\.\d{1,9}|0|1(\.0+)?)$/.test(text)) return Number(text);
  throw wrongUse(`--${option} is a number from 0 to 1, such as 0.05 for 5 %; ${text} is none.`);
}

export const riskLimitOf = (values: Values) =>
  values["risk-limit"] === undefined ? undefined : shareOf("risk-limit", values["risk-limit"]);

/** `SHARE:TAINT`, for instance 0.02:1. */
export function assumedOf({ assume }: Values): readonly AssumedErrors[] | undefined {
  if (assume === undefined) return undefined;
  return assume.split(",").map((text) => {
    const [share, taint, more] = text.split(":");
    if (share === undefined || taint === undefined || more !== undefined)
      throw wrongUse(`--assume is SHARE:TAINT, such as 0.02:1 for 2 % missing; ${text} is not.`);
    return { share: shareOf("assume", share), taint: shareOf("assume", taint) };
  });
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((each) => each === text);
  if (found !== undefined) return found;
  throw wrongUse(`--${option} is ${known.join(" or ")}; there is no "${text}".`);
}

const DRAWINGS: readonly AuditDrawing[] = ["weighted", "with-replacement", "uniform"];
const METHODS: readonly AuditMethod[] = ["betting", "kaplan-markov"];

export const ruleOf = ({ drawing, method }: Values) => ({
  ...(drawing === undefined ? {} : { drawing: oneOf("drawing", drawing, DRAWINGS) }),
  ...(method === undefined ? {} : { method: oneOf("method", method, METHODS) }),
});

export const listOptionsOf = (values: Values): Omit<AuditListOptions, "evidence"> => ({
  ...(values.scope === undefined
    ? {}
    : { scope: oneOf("scope", values.scope, ["covered", "all"] as const) }),
  ...(values.claim === undefined ? {} : { claim: values.claim }),
  ...(values["ballots-at-most"] === undefined
    ? {}
    : { ballotsAtMost: wholeOf("ballots-at-most", values["ballots-at-most"]) }),
});

function wholeOf(option: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw wrongUse(`--${option} is a whole number of one or more; ${text} is none.`);
}

/** Sheets of each round: `30`, or `30,20`. */
export function sheetsOf({ sheets }: Values): number[] {
  if (sheets === undefined)
    throw wrongUse(
      "Say with --sheets how many sheets to draw, such as 30, or 30,20 for two rounds.",
    );
  return sheets.split(",").map((text) => wholeOf("sheets", text));
}

/** Now, in UTC, to the minute. */
export const now = () => `${new Date().toISOString().slice(0, 16)}Z`;
