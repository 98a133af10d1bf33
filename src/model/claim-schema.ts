import * as z from "zod";
import type { Claim } from "./claim";

const FIGURES = [
  "shares",
  "votes",
  "otherVotes",
  "validVotes",
  "invalidVotes",
  "ballotsCast",
  "turnout",
  "winner",
  "margin",
] as const satisfies readonly (keyof Claim)[];

/** Votes, stations, voters: a whole number that JavaScript holds exactly. */
export const wholeNumber = (least: number) =>
  z.int({ error: "must be a whole number" }).min(least, `must be at least ${least}`);

export const filledText = z.string({ error: "must be text" }).trim().min(1, "must not be empty");

export const dateText = z.iso.date("must be a day written YYYY-MM-DD");

export const percentText = z
  .string({
    error: 'must be text such as "51.95", in quotes, because its digits say how precise it is',
  })
  .regex(/^\d{1,3}(\.\d{1,8})?$/, {
    error: 'must be a percentage such as "52" or "51.95": digits, with a point, without a sign',
    abort: true,
  })
  .refine((text) => Number(text) <= 100, "must be between 0 and 100 percent");

const perCandidate = <T>(figure: z.ZodType<T>) =>
  z
    .record(z.string(), figure)
    .refine((figures) => Object.keys(figures).length > 0, "must name at least one candidate");

export const claimSchema: z.ZodType<Claim> = z
  .strictObject({
    id: filledText,
    title: filledText,
    by: filledText,
    date: dateText.exactOptional(),
    source: filledText.exactOptional(),
    note: filledText.exactOptional(),
    scope: z
      .strictObject({
        stations: wholeNumber(1).exactOptional(),
        region: z.array(filledText).min(1, "must name at least one region").exactOptional(),
      })
      .exactOptional(),
    shares: perCandidate(percentText).exactOptional(),
    votes: perCandidate(wholeNumber(0)).exactOptional(),
    otherVotes: wholeNumber(0).exactOptional(),
    validVotes: wholeNumber(0).exactOptional(),
    invalidVotes: wholeNumber(0).exactOptional(),
    ballotsCast: wholeNumber(0).exactOptional(),
    turnout: percentText.exactOptional(),
    turnoutBase: wholeNumber(1).exactOptional(),
    winner: filledText.exactOptional(),
    margin: z
      .strictObject({
        winner: filledText,
        loser: filledText,
        votes: wholeNumber(0).exactOptional(),
        share: percentText.exactOptional(),
      })
      .refine(({ votes, share }) => votes !== undefined || share !== undefined, {
        error: "must state the votes or the share, or both",
      })
      .exactOptional(),
  })
  .refine((claim) => FIGURES.some((figure) => claim[figure] !== undefined), {
    error: `must state at least one figure: ${FIGURES.join(", ")}`,
  });
