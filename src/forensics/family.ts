import { ABSENT } from "../model/tallies";
import type { Sheets } from "./sheets";

/** The tests that there are; their order is that of a report. */
export const TEST_KINDS = [
  "whole-percentages",
  "last-digit",
  "final-pairs",
  "zeros-and-fives",
  "rounded-zeros-and-fives",
  "centre-homogeneity",
  "local-outliers",
] as const;

/** Name of a forensic test. */
export type TestKind = (typeof TEST_KINDS)[number];

/** What a test looks at: a candidate's votes or share, all valid votes, or the turnout. */
export type Subject =
  { readonly candidate: string } | { readonly figure: "validVotes" | "turnout" };

/** One test of a family. */
export interface Member {
  readonly kind: TestKind;
  readonly subject: Subject;
}

/** Why a test of the family cannot be made of these tallies. */
export type Lack = "centres" | "turnout" | "stations";

/** Which figures, beside each candidate, a kind of test is made of. */
const FIGURES: Readonly<Record<TestKind, readonly ("validVotes" | "turnout")[]>> = {
  "whole-percentages": ["turnout"],
  "last-digit": ["validVotes"],
  "final-pairs": ["validVotes"],
  "zeros-and-fives": ["validVotes"],
  "rounded-zeros-and-fives": ["turnout"],
  "centre-homogeneity": [],
  "local-outliers": [],
};

/** Every test of these kinds, of both sides alike: the same ones for each candidate. */
export function familyOf(kinds: readonly TestKind[], candidates: readonly string[]): Member[] {
  return TEST_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => [
    ...candidates.map((candidate) => ({ kind, subject: { candidate } })),
    ...FIGURES[kind].map((figure) => ({ kind, subject: { figure } })),
  ]);
}

/** A column of counts, and the one it is a share of. */
export interface Figures {
  readonly part: Int32Array;
  readonly whole: Int32Array;
}

/** The columns of a subject; undefined for a turnout that is not known. */
export function figuresOf(sheets: Sheets, subject: Subject): Figures | undefined {
  const { candidates, votes, validVotes, ballotsCast, registeredVoters } = sheets;
  if ("candidate" in subject)
    return { part: votes[candidates.indexOf(subject.candidate)]!, whole: validVotes };
  if (subject.figure === "validVotes") return { part: validVotes, whole: validVotes };
  if (!ballotsCast || !registeredVoters) return undefined;
  return { part: ballotsCast, whole: registeredVoters };
}

/** What is missing for a test, if anything is. */
export function lackOf(sheets: Sheets, { kind, subject }: Member): Lack | undefined {
  const figures = figuresOf(sheets, subject);
  if (figures === undefined) return "turnout";
  if (kind === "centre-homogeneity" || kind === "local-outliers") {
    if (sheets.centres === undefined) return "centres";
    if (sheets.centres.count === sheets.length) return "centres";
  }
  return figures.part.every((value) => value === ABSENT) ? "stations" : undefined;
}
