// The report page before a validator of HTML, in both languages, with pictures and without.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import { charts, parseElection, readTallies, toHtml, verify } from "../../dist/index.js";
import { svgOf } from "../../dist/node.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const election = parseElection(JSON.parse(text("fixtures/tierra-clara.json")));
const { tallies } = readTallies(text("fixtures/tierra-clara.csv"), election);
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

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
      const { valid, results } = await validator.validateString(page);
      assert.ok(valid, JSON.stringify(results.flatMap(({ messages }) => messages)));
    });
