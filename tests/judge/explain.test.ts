// An explanation has one to three sentences, whatever the claim is on and whatever decides it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Claim, explain, judge, readTallies } from "../../src/index";
import { smallElection } from "../fixtures";
import { tryLaw } from "../laws";
import {
  countryArbitrary,
  electionOf,
  type Figure,
  FIGURES,
  some,
  withClaims,
} from "./small-country";

const KINDS: readonly Figure[] = [...FIGURES, "margin"];

const sentences = (text: string) => text.split(/(?<=[.!?]) (?=[\p{Lu}\d])/u);

test.each(["en", "es"] as const)("one to three sentences: %s", (language) => {
  const seen = new Map<string, number>();
  tryLaw(
    fc.property(
      withClaims(countryArbitrary([[], ["invalid", "registered"], ["ballots"]]), KINDS, 4),
      fc.constantFrom<Claim["scope"]>(
        undefined,
        { stations: 1 },
        { stations: 2 },
        { region: ["North"] },
        { region: ["North"], stations: 1 },
      ),
      some(fc.integer({ min: 1, max: 9 })),
      ([country, claims], scope, more) => {
        const plain = electionOf(country);
        const election = smallElection({
          ...plain,
          universe: {
            ...plain.universe,
            ...(more ? { otherRolls: [{ registeredVoters: country.roll + more }] } : {}),
          },
          layout: { ...plain.layout, regions: ["state"] },
        });
        const header = ["station", "state", "A", "B", "C", ...country.columns];
        const rows = country.sheets.map((sheet, at) => [
          `${at + 1}`,
          at === 0 ? "North" : "South",
          ...sheet.votes,
          ...country.columns.map((column) => sheet[column]!),
        ]);
        const csv = [header, ...rows].map((row) => `${row.join(",")}\n`).join("");
        const { tallies } = readTallies(csv, election);
        for (const figures of claims) {
          const claim = scope ? { ...figures, scope } : figures;
          const verdict = judge(claim, tallies, election.universe, language);
          const text = explain(verdict);
          const number = sentences(text).length;
          expect({ text, isFew: number >= 1 && number <= 3 }).toEqual({ text, isFew: true });
          seen.set(`${number}`, (seen.get(`${number}`) ?? 0) + 1);
        }
      },
    ),
    300,
    () => {
      expect([...seen.keys()].sort()).toEqual(["1", "2", "3"]);
    },
  );
});
