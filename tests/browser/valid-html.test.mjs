// Every page of a report before a validator of HTML, in both languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import * as library from "../../dist/index.js";
import { svgOf } from "../../dist/node.js";
import { audited } from "./made.mjs";

const { charts, parseElection, readTallies, toHtml, verify } = library;

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const election = parseElection(JSON.parse(text("fixtures/tierra-clara.json")));
const { tallies } = readTallies(text("fixtures/tierra-clara.csv"), election);
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

async function expectValid(page) {
  const { valid, results } = await validator.validateString(page);
  assert.ok(valid, JSON.stringify(results.flatMap(({ messages }) => messages)));
}

for (const language of ["en", "es"])
  for (const drawn of [false, true])
    test(`valid HTML, ${language}, ${drawn ? "with" : "without"} pictures`, async () => {
      const verification = verify(election, tallies, { language, by: "PAR" });
      const style = { language, theme: "page", titled: false };
      const pictures = await Promise.all(
        charts(verification, tallies, style).map(async (chart) => ({
          title: chart.title,
          description: chart.description,
          svg: await svgOf(chart),
        })),
      );
      const page = toHtml(verification, drawn ? { pictures } : {});
      await expectValid(page);
    });

const list = library.auditListOf(election, tallies);
const again = readTallies(text("fixtures/tierra-clara-again.csv"), election).tallies;
const PAGES = {
  "the plan of an audit": (options) =>
    library.auditToHtml(library.planAudit(list, { runs: 50 }), options),
  "the result of an audit": (options) =>
    library.auditToHtml(audited(library, list, { seed: "31415926535897932384" }).risk, options),
  "a reconciliation": (options) =>
    library.reconciliationToHtml(library.reconcile(tallies, again, { election }), options),
  "an estimate": (options) => {
    const made = library.estimate(tallies, election.universe, { claims: election.claims });
    return library.estimateToHtml(made, { ...options, election });
  },
  "forensic findings": (options) =>
    library.forensicsToHtml(library.forensics(tallies, { simulations: 20 }), options),
};

for (const [name, write] of Object.entries(PAGES))
  for (const language of ["en", "es"])
    test(`valid HTML, ${language}: ${name}`, () => expectValid(write({ language })));
