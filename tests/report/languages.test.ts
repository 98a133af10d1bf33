// What an election says in another language stands so in every report on it.
import { describe, expect, test } from "vitest";
import {
  type Election,
  estimate,
  estimateCharts,
  estimateToHtml,
  estimateToMarkdown,
  estimateToText,
  readTallies,
  reconcile,
  reconciliationToHtml,
  reconciliationToMarkdown,
  reconciliationToText,
} from "../../src/index";
import { smallElection } from "../fixtures";

const election: Election = smallElection({
  name: "Two Towns, mayor",
  universe: { stations: 6, registeredVoters: 2000 },
  claims: [
    {
      id: "narrow",
      title: "a narrow win",
      by: "the council",
      winner: "A",
      shares: { A: "52" },
    },
  ],
  texts: {
    es: {
      "Two Towns, mayor": "Dos Pueblos, alcaldía",
      "a narrow win": "una victoria ajustada",
      "the council": "el concejo",
    },
  },
});
const header = "station,A,B\n";
const of = (rows: string) => readTallies(`${header}${rows}`, election).tallies;
const tallies = of("1,120,40\n2,90,80\n3,100,60\n");

const made = estimate(tallies, election.universe, { claims: election.claims });
const found = reconcile(tallies, of("1,20,140\n2,90,80\n3,10,160\n"), { election });

describe.each(["en", "es"] as const)("in %s", (language) => {
  const options = { language, election };
  test.each<[string, () => string]>([
    ["an estimate as text", () => estimateToText(made, options)],
    ["an estimate as Markdown", () => estimateToMarkdown(made, options)],
    ["an estimate as a page", () => estimateToHtml(made, options)],
    ["the charts of an estimate", () => JSON.stringify(estimateCharts(made, options))],
    ["a reconciliation as text", () => reconciliationToText(found, { language })],
    ["a reconciliation as Markdown", () => reconciliationToMarkdown(found, { language })],
    ["a reconciliation as a page", () => reconciliationToHtml(found, { language })],
  ])("%s", (_, write) => {
    const text = write();
    const [own, other] =
      language === "en"
        ? ["the council: a narrow win", "el concejo: una victoria ajustada"]
        : ["el concejo: una victoria ajustada", "the council: a narrow win"];
    expect(text).toContain(own);
    expect(text).not.toContain(other);
    expect(text.includes(language === "en" ? "Dos Pueblos" : "Two Towns")).toBe(false);
  });
});
