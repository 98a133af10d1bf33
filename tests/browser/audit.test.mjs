// The public draw of an audit is the same in Chromium as in Node, to the byte: `node --test tests/browser/`,
// after `npm run build`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import * as library from "../../dist/index.js";
import { faultsOf } from "./accessibility.mjs";
import { audited } from "./made.mjs";

let browser;
let script;

before(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../dist/index.js", import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "tallyproof",
    write: false,
  });
  script = outputFiles[0].text;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-quic", "--disable-gpu"],
  });
});
after(() => browser?.close());

const fixture = (name) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
const csv = fixture("tierra-clara.csv");
const election = JSON.parse(fixture("tierra-clara.json"));

/** Everything that an audit writes, in one text; run in both places. */
function written(audited, { csv, election, ...rule }, library) {
  const { tallies } = library.readTallies(csv, election);
  const list = library.auditListOf(election, tallies);
  const { draw, risk } = audited(library, list, rule);
  return [
    library.auditListToCsv(list),
    JSON.stringify(draw),
    library.drawToCsv(draw),
    library.entrySheet(draw),
    JSON.stringify(risk),
    JSON.stringify(library.planAudit(list, { runs: 50 })),
    library.auditToText(risk),
  ].join("\n");
}

for (const [drawing, method] of [
  ["weighted", "betting"],
  ["uniform", "betting"],
  ["with-replacement", "kaplan-markov"],
])
  test(`${drawing}, ${method}: list, draw, plan and risk`, { timeout: 60_000 }, async () => {
    const input = { csv, election, drawing, method, seed: "31415926535897932384" };
    const page = await browser.newPage();
    await page.goto("about:blank");
    await page.addScriptTag({ content: script });
    const there = await page.evaluate(
      `(${written.toString()})(${audited.toString()}, ${JSON.stringify(input)}, tallyproof)`,
    );
    await page.close();
    const here = written(audited, input, library);
    assert.equal(there.length, here.length);
    assert.equal(there, here);
    assert.match(here, /"outcome":"(open|supported)"/);
  });

for (const language of ["en", "es"])
  test(`nothing wrong with the pages for who cannot see them: ${language}`, async () => {
    const { tallies } = library.readTallies(csv, election);
    const list = library.auditListOf(election, tallies);
    const { risk } = audited(library, list, { seed: "31415926535897932384" });
    for (const result of [library.planAudit(list, { runs: 50 }), risk]) {
      const page = await browser.newPage();
      await page.setContent(library.auditToHtml(result, { language }));
      assert.deepEqual(await faultsOf(page), []);
      await page.close();
    }
  });
