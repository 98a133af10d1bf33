import fc from "fast-check";
import { type AuditList, makeAuditList } from "../../src/audit/list";
import { type AuditDrawing, type AuditMethod, commitAudit } from "../../src/audit/commit";
import { drawStations } from "../../src/audit/draw";

export const SEED = "31415926535897932384";
export const DATES = { date: "2025-05-06", seedDate: "2025-05-07" };

/** Two candidates at stations with these votes and bounds. */
export const listOf = (stations: readonly (readonly [a: number, b: number, ballots: number])[]) =>
  makeAuditList({
    name: "made up",
    candidates: ["A", "B"],
    stations: stations.map(([a, b, ballots], at) => ({
      station: `S${String(at).padStart(3, "0")}`,
      ballots,
      votes: [a, b],
    })),
  });

/** A hundred stations of 300 ballots, where A is ahead by 50 at each. */
export const hundred = listOf(Array.from({ length: 100 }, () => [150, 100, 300] as const));

export function drawFrom(
  list: AuditList,
  sheets: number | readonly number[],
  rule: { readonly drawing?: AuditDrawing; readonly method?: AuditMethod } = {},
  seed = SEED,
) {
  const commitment = commitAudit(list, { date: DATES.date, riskLimit: 0.05, ...rule });
  return drawStations(list, commitment, { seed, seedDate: DATES.seedDate, sheets });
}

export const votesOf = (list: AuditList, station: string) => {
  const { votes } = list.stations.find((each) => each.station === station)!;
  return Object.fromEntries(list.candidates.map((code, at) => [code, votes[at]!]));
};

/** Every drawn sheet, once, as reported. */
export const asReported = (list: AuditList, stations: readonly { readonly station: string }[]) =>
  [...new Set(stations.map(({ station }) => station))].map((station) => ({
    station,
    votes: votesOf(list, station),
  }));

/** Lists of three candidates in which the first one is ahead. */
export const lists: fc.Arbitrary<AuditList> = fc
  .array(fc.record({ votes: fc.tuple(fc.nat(90), fc.nat(60), fc.nat(30)), blank: fc.nat(80) }), {
    minLength: 3,
    maxLength: 25,
  })
  .map((sheets) =>
    makeAuditList({
      name: "any",
      candidates: ["A", "B", "C"],
      stations: sheets.map(({ votes, blank }, at) => ({
        station: `S${at}`,
        ballots: votes[0] + votes[1] + votes[2] + blank + 1,
        votes,
      })),
    }),
  );

export const seeds = fc
  .array(fc.nat(9), { minLength: 20, maxLength: 24 })
  .map((digits) => digits.join(""));
