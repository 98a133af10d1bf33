// Every kind of report on phones and tablets: nothing is wider than the page, no figure is cut, and no word
// of a heading is broken.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import {
  auditListOf,
  auditToHtml,
  estimate,
  estimateToHtml,
  forensics,
  forensicsToHtml,
  parseElection,
  planAudit,
  readTallies,
  reconcile,
  reconciliationToHtml,
  toHtml,
  verify,
} from "../../dist/index.js";
import { broken, cut } from "./cut.mjs";

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-quic", "--disable-gpu"],
  });
});
after(() => browser?.close());

const fixture = (name) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
const election = parseElection(JSON.parse(fixture("tierra-clara.json")));
const [tallies, again] = ["tierra-clara.csv", "tierra-clara-again.csv"].map(
  (name) => readTallies(fixture(name), election).tallies,
);
const { universe, claims } = election;
const found = forensics(tallies, { simulations: 20 });

const reports = {
  verify: (language) => toHtml(verify(election, tallies, { language, by: "EDO" })),
  reconcile: (language) => reconciliationToHtml(reconcile(tallies, again, election), { language }),
  estimate: (language) =>
    estimateToHtml(estimate(tallies, universe, { claims, strata: "EDO" }), { language, election }),
  forensics: (language) => forensicsToHtml(found, { language, pictures: [] }),
  audit: (language) => auditToHtml(planAudit(auditListOf(election, tallies)), { language }),
};

for (const [kind, report] of Object.entries(reports))
  for (const language of ["en", "es"])
    test(`${kind}, ${language}`, async () => {
      const page = await browser.newPage();
      await page.setContent(report(language));
      for (const width of [320, 360, 700, 800, 1400]) {
        await page.setViewportSize({ width, height: 800 });
        const { scrollWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
        }));
        assert.ok(scrollWidth <= width, `${scrollWidth} of ${width} pixels`);
        if (width < 700) assert.deepEqual(await cut(page), [], `${width} pixels`);
        assert.deepEqual(await broken(page), [], `${width} pixels`);
      }
      await page.close();
    });
