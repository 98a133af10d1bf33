import type { IssueCode } from "../model/issue";
import { LARGEST_COUNT, type SheetCount } from "../model/tallies";
import type { SheetRules } from "../read/checks";
import { firstOf, plus, positive } from "./expressions";

/** A sheet's counts as SQL; negative means absent, as everywhere. Undefined: no sheet gives it. */
export type SqlSheet = Readonly<Record<SheetCount, string | undefined>> & {
  readonly validVotes: string;
};

/** All votes that the sheet counts. */
const together = ({ validVotes, invalidVotes, blankVotes }: SqlSheet) =>
  plus([validVotes, ...[invalidVotes, blankVotes].flatMap((own) => (own ? [positive(own)] : []))]);

/** Whether all parts of the ballots cast are counted; undefined: never. */
function complete(sheet: SqlSheet, { countsBlanks }: SheetRules): string | undefined {
  const { invalidVotes, blankVotes } = sheet;
  if (!invalidVotes || (countsBlanks && !blankVotes)) return undefined;
  return `${invalidVotes} >= 0${countsBlanks ? ` AND ${blankVotes} >= 0` : ""}`;
}

/** `atLeastBallots` of the model. */
export const leastBallots = (sheet: SqlSheet) =>
  sheet.ballotsCast
    ? `CASE WHEN ${sheet.ballotsCast} >= 0 THEN ${sheet.ballotsCast} ELSE ${together(sheet)} END`
    : together(sheet);

/** `atLeastRegistered` of the model. */
export const leastRegistered = (sheet: SqlSheet) =>
  sheet.registeredVoters
    ? `CASE WHEN ${sheet.registeredVoters} >= 0 THEN ${sheet.registeredVoters} ELSE ${leastBallots(sheet)} END`
    : leastBallots(sheet);

/** `ballotsOf` of the reader; undefined: no sheet gives them or all their parts. */
export function ballots(sheet: SqlSheet, rules: SheetRules): string | undefined {
  const stated = sheet.ballotsCast;
  const whole = complete(sheet, rules);
  if (!stated && !whole) return undefined;
  return firstOf(
    [
      ...(stated ? [[`${stated} >= 0`, stated] as const] : []),
      ...(whole ? [[whole, together(sheet)] as const] : []),
    ],
    "-1",
  );
}

/** `brokenRule` of the reader: each rule's code and when it is broken, the first one first. */
export function brokenRules(
  sheet: SqlSheet,
  statedValid: string | undefined,
  rules: SheetRules,
): (readonly [IssueCode, string])[] {
  const { validVotes, ballotsCast, registeredVoters } = sheet;
  const counted = together(sheet);
  const whole = complete(sheet, rules);
  const less = whole ? ` OR (${whole} AND ${counted} < ${ballotsCast})` : "";
  return [
    ["count-too-large", `${counted} > ${LARGEST_COUNT}`] as const,
    ...(statedValid
      ? [
          [
            "valid-votes-mismatch",
            `${statedValid} >= 0 AND ${statedValid} <> ${validVotes}`,
          ] as const,
        ]
      : []),
    ...(ballotsCast
      ? [
          [
            "ballots-cast-mismatch",
            `${ballotsCast} >= 0 AND (${counted} > ${ballotsCast}${less})`,
          ] as const,
        ]
      : []),
    ...(registeredVoters
      ? [
          [
            "ballots-exceed-registered",
            `${registeredVoters} >= 0 AND ${leastBallots(sheet)} > ${registeredVoters}`,
          ] as const,
        ]
      : []),
  ];
}
