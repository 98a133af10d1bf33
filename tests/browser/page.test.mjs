// The example page in a real browser: `node --test tests/browser/`, after `npm run build`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import {
  charts,
  issuesToCsv,
  parseElection,
  readTallies,
  toHtml,
  toJson,
  verify,
} from "../../dist/index.js";
import { venezuela2024 } from "../../dist/elections.js";
import { svgOf } from "../../dist/node.js";
import { cut } from "./cut.mjs";
import { electionOf, fixture, tallies, write } from "./made.mjs";
import {
  complete,
  drop,
  faults,
  focused,
  newPage,
  now,
  open,
  overflows,
  said,
  SITE_FILE,
} from "./surroundings.mjs";

const SHORT = { timeout: 30_000 };
const small = write("tallies.csv", tallies(3000));
const clara = [fixture("tierra-clara.csv"), fixture("tierra-clara.json")];

const labels = () => now.page.locator(".verdicts .label").allInnerTexts();

/** Tierra Clara, verified on the page. */
async function verifyClara({ language = "en" } = {}) {
  await drop(...clara);
  await said("tierra-clara.json");
  await now.page.selectOption("#by", "EDO");
  await now.page.click("#verify");
  await said(language === "en" ? "Done: 1 contradicted" : "Listo: 1 contradicha");
  await complete();
}

test("verdicts on a dropped file with the published columns", SHORT, async () => {
  const data = tallies(3000);
  const name = "tallies.csv";
  const read = readTallies({ name, data }, venezuela2024);
  const { verdicts } = verify(venezuela2024, read.tallies);
  await drop(small);
  await said("tallies.csv");
  await now.page.selectOption("#election", "ready:venezuela-2024");
  await now.page.click("#verify");
  await said("Done:");
  assert.deepEqual(
    (await labels()).map((label) => label.toLowerCase()),
    verdicts.map(({ outcome }) => outcome),
  );
  assert.equal(await focused(), "result-heading");
  await complete();
});

test("result, charts and saved files are those that the library makes in Node", SHORT, async () => {
  await now.page.setInputFiles("#tallies-file", [
    write("damaged.csv", tallies(2000, { damaged: true })),
    write("election.json", JSON.stringify(electionOf())),
  ]);
  await said("election.json");
  await now.page.click("#verify");
  await said("Done:");
  await complete();
  assert.deepEqual(
    await now.page
      .locator("#result section")
      .evaluateAll((all) =>
        all.slice(0, 3).map((section) => section.getAttribute("aria-labelledby")),
      ),
    ["verdicts", "charts", "totals"],
  );

  const election = parseElection(electionOf());
  const data = tallies(2000, { damaged: true });
  const read = readTallies({ name: "damaged.csv", data }, election);
  const verification = verify(election, read.tallies, { language: "en" });
  const style = { language: "en", theme: "page", titled: false };
  const drawn = (width) => charts(verification, read.tallies, { ...style, width });
  const pictures = [];
  for (const [at, chart] of drawn(340).entries())
    pictures.push({ ...chart, svg: await svgOf(chart), wide: await svgOf(drawn(760)[at]) });
  const expected = [
    ["made-up-report.html", toHtml(verification, { pictures })],
    ["made-up-verification.json", toJson(verification)],
    ["made-up-issues.csv", `\uFEFF${issuesToCsv(verification.issues)}`],
  ];
  assert.ok(pictures.length >= 2);
  assert.ok(read.issues.length > 0);
  const links = await now.page.locator(".save a").all();
  assert.equal(links.length, expected.length);
  for (const [at, [name, content]] of expected.entries()) {
    const waiting = now.page.waitForEvent("download");
    await links[at].click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), name);
    assert.equal(readFileSync(await download.path(), "utf8"), content, name);
  }
});

test("another language, with the result that is there", SHORT, async () => {
  await verifyClara();
  await now.page.focus("#language");
  await now.page.selectOption("#language", "es");
  await said("Listo: 1 contradicha");
  await complete();
  assert.equal(await focused(), "language");
  assert.equal(await now.page.getAttribute("html", "lang"), "es");
  assert.equal(await now.page.getAttribute("#result", "lang"), "es");
  assert.match(await now.page.innerText("#result"), /votos faltantes/);
});

test("a browser in Spanish gets the page in Spanish", SHORT, async () => {
  await open({ locale: "es-VE" });
  assert.match(await now.page.innerText("h1"), /^¿Puede/);
  const elections = await now.page.locator("#election option").allInnerTexts();
  assert.ok(elections.includes("Venezuela, elección presidencial, 28 de julio de 2024"));
  await verifyClara({ language: "es" });
});

for (const key of ["Enter", "Space"])
  test(`with the keyboard only, ${key}`, SHORT, async () => {
    const { page } = now;
    const tabTo = async (id) => {
      for (let presses = 0; (await focused()) !== id; presses++) {
        assert.ok(presses < 12, `Tab never comes to ${id}`);
        await page.keyboard.press("Tab");
      }
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement).outlineStyle,
      );
      assert.notEqual(outline, "none", id);
    };
    await tabTo("choose-tallies");
    await page.keyboard.press(key);
    await (await now.chooser).setFiles(small);
    await said("tallies.csv");
    await tabTo("election");
    await page.keyboard.type("Venezuela");
    await tabTo("by");
    await tabTo("verify");
    await page.keyboard.press(key);
    await said("Done:");
    assert.equal(await focused(), "result-heading");
    await complete();
  });

test("what is missing is said, and gets the focus", SHORT, async () => {
  await now.page.click("#verify");
  assert.equal(await focused(), "choose-tallies");
  assert.match(await now.page.innerText("#tallies-missing"), /Choose at least one CSV file/);
  await drop(small);
  await said("tallies.csv");
  await now.page.click("#verify");
  assert.equal(await focused(), "election");
  assert.match(await now.page.innerText("#election-missing"), /Choose an election/);
  await now.page.getByRole("button", { name: "Remove tallies.csv" }).click();
  assert.equal(await now.page.locator("#chosen li").count(), 0);
  assert.equal(await focused(), "choose-tallies");
});

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
const wrong = [
  ["a picture", write("picture.csv", PNG), /picture\.csv is .*not a text file.*Give a CSV file/],
  ["an empty file", write("empty.csv", ""), /empty\.csv is empty\. Give a CSV file/],
  ["a header alone", write("header.csv", tallies(0)), /header\.csv has a header and no rows/],
  [
    "an open quote",
    write("quote.csv", tallies(5).replace("EDO. 3", '"EDO. 3')),
    /quote\.csv, line 5: .*Close the quote/,
  ],
];
for (const [what, path, message] of wrong)
  test(`${what} is refused in a sentence`, SHORT, async () => {
    await drop(path);
    await now.page.selectOption("#election", "ready:venezuela-2024");
    await now.page.click("#verify");
    await now.page.locator("#problem").waitFor();
    const problem = await now.page.innerText("#problem");
    assert.match(problem, message);
    assert.doesNotMatch(problem, /\bat \S+:\d+|Error:/);
    assert.equal(await focused(), "problem-heading");
    assert.ok(await now.page.isHidden("#result"));
    // In Spanish it says what to do, too.
    await now.page.selectOption("#language", "es");
    assert.match(await now.page.innerText("#problem"), /^No se pudo hacer\s+\S/);
  });

test("a CSV of other columns: what it seems to hold instead, and a draft", SHORT, async () => {
  const other = "Mesa;Alba;Boro;Total\n1;120;80;200\n2;60;90;150\n3;11;12;23\n";
  await drop(write("other.csv", other));
  await now.page.selectOption("#election", "ready:venezuela-2024");
  await now.page.click("#verify");
  await now.page.locator("#problem table").waitFor();
  const problem = await now.page.innerText("#problem");
  assert.match(problem, /other\.csv does not fit the election's layout/);
  assert.match(problem, /Candidates Alba, Boro/);
  const waiting = now.page.waitForEvent("download");
  await now.page.getByRole("link", { name: /Save the draft/ }).click();
  const draft = JSON.parse(readFileSync(await (await waiting).path(), "utf8"));
  assert.deepEqual(draft.layout.candidates, { Alba: "Alba", Boro: "Boro" });
  // The same without an election, and with the draft before it is filled in.
  await now.page.selectOption("#election", "draft");
  await now.page.click("#verify");
  await said("see what other.csv seems to hold");
  assert.equal(await focused(), "problem-heading");
  await drop(write("draft.json", JSON.stringify(draft)));
  await now.page.locator("#problem").getByText("is still to be filled in").first().waitFor();
});

test("JSON that is no election", SHORT, async () => {
  await drop(write("list.json", '{"name": "no candidates"}'));
  await now.page.locator("#problem li").first().waitFor();
  assert.match(
    await now.page.innerText("#problem"),
    /list\.json\s+This does not describe an election:/,
  );
  await drop(write("broken.json", "{"));
  await now.page.locator("#problem").getByText("broken.json is not JSON.").waitFor();
  await drop(fixture("tierra-clara.json"));
  await said("tierra-clara.json");
  assert.ok(await now.page.isHidden("#problem"));
});

test("a folder and a file that is gone", SHORT, async () => {
  await drop(fixture("rows"));
  await now.page.selectOption("#election", "ready:venezuela-2024");
  await now.page.click("#verify");
  await now.page
    .locator("#problem")
    .getByText("rows could not be read. If it is a folder")
    .waitFor();
  now.troubles = now.troubles.filter((text) => !text.startsWith("failed: blob:"));
});

test("hostile names stay text", SHORT, async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const name = `${evil}"'&.csv`.replaceAll("/", "");
  const election = electionOf({
    id: '../"><script>alert(1)</script>',
    name: evil,
    candidates: electionOf().candidates.map(({ code }) => ({ code, name: `${code} ${evil}` })),
    claims: [{ id: evil, title: evil, by: `</script>${evil}`, note: evil, shares: { NM: "51" } }],
  });
  await drop(
    write(name, tallies(60, { damaged: true }).replaceAll("EDO. 1", evil)),
    write("evil.json", JSON.stringify(election)),
  );
  await said("evil.json");
  await now.page.selectOption("#by", "EDO");
  await now.page.click("#verify");
  await said("Done:");
  await complete();
  assert.equal(await now.page.locator("img, script:not([src]), [onerror]").count(), 0);
  assert.match(await now.page.innerText("#result h2"), /<img src=x onerror=alert\(1\)>/);
  const waiting = now.page.waitForEvent("download");
  await now.page.locator(".save a").first().click();
  assert.match((await waiting).suggestedFilename(), /^[\p{L}\p{N}-]+report\.html$/u);
  // And where the file does not fit.
  await now.page.selectOption("#election", "ready:bolivia-2019");
  await now.page.click("#verify");
  await now.page.locator("#problem table").waitFor();
  assert.equal(await now.page.locator("img, script:not([src]), [onerror]").count(), 0);
});

test("a file dropped beside the box does not replace the page", SHORT, async () => {
  const prevented = (type) =>
    now.page
      .locator("h1")
      .evaluate(
        (h1, type) => !h1.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true })),
        type,
      );
  assert.ok(await prevented("dragover"));
  assert.ok(await prevented("drop"));
});

test("no request after it has loaded, without a network or a server", SHORT, async () => {
  const asked = now.site.asked.length;
  await now.context.setOffline(true);
  await now.site.stop();
  await verifyClara();
  await now.page.locator("#result svg:visible").first().waitFor();
  await now.page.selectOption("#language", "es");
  await said("Listo: 1 contradicha");
  await complete();
  assert.equal(now.site.asked.length, asked);
});

test("opened from the disk, without any server", SHORT, async () => {
  await open({ url: SITE_FILE });
  await verifyClara();
  await now.page.locator("#result svg:visible").first().waitFor();
});

test(
  "nothing can leave: page and workers may connect nowhere, and make no code",
  SHORT,
  async () => {
    const attempt = () =>
      fetch("https://example.org/").then(
        () => "sent",
        () => "refused",
      );
    // A little later, since what a debugger asks for directly may do so.
    const evaluate = () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function("return 'made'")());
          } catch {
            resolve("refused");
          }
        });
      });
    const workers = now.page.workers();
    assert.equal(workers.length, 2);
    const places = [now.page, ...workers];
    for (const place of places) {
      assert.equal(await place.evaluate(attempt), "refused");
      assert.equal(await place.evaluate(evaluate), "refused");
    }
    // Each is told of, a little later.
    const expected = [
      ...places.map(() => "policy: connect-src"),
      ...places.map(() => "policy: script-src"),
    ];
    const told = () =>
      now.troubles
        .map((text) => text.split(" ", 2).join(" "))
        .filter((text) => text.startsWith("policy"));
    while (told().length < expected.length) await now.page.waitForTimeout(20);
    assert.deepEqual(told().sort(), expected.sort());
    now.troubles = [];
  },
);

const large = () => [
  write("large.csv", tallies(400_000)),
  write("large.json", JSON.stringify(electionOf())),
];

test(
  "a large file: progress is seen, and the page stays responsive",
  { timeout: 60_000 },
  async (t) => {
    await now.page.setInputFiles("#tallies-file", large());
    await said("large.json");
    await now.page.evaluate(() => {
      const seen = (window.seen = { frames: 0, longest: 0, texts: [] });
      let last = performance.now();
      const frame = () => {
        const time = performance.now();
        seen.longest = Math.max(seen.longest, time - last);
        seen.frames++;
        last = time;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      new MutationObserver(() => {
        const shown = document.getElementById("progress-text").innerText;
        if (shown !== "" && seen.texts.at(-1)?.text !== shown)
          seen.texts.push({ text: shown, frames: seen.frames });
      }).observe(document.getElementById("progress"), {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    const start = performance.now();
    await now.page.click("#verify");
    await said("Done:");
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { texts, longest, frames } = await now.page.evaluate(() => window.seen);
    t.diagnostic(
      `${seconds} s, ${frames} frames, the longest ${Math.round(longest)} ms, ${texts.length} times told`,
    );
    assert.ok(texts.length >= 5, `${texts.length} times told`);
    for (const { text } of texts) assert.match(text, /^[\d,]+ rows, \d+ %$/);
    assert.ok(texts.at(-1).frames - texts[0].frames >= 5, "frames while reading");
    assert.ok(longest < 1000, `no frame for ${longest} ms`);
    await complete();
  },
);

test("a long reading can be stopped, and another started", { timeout: 60_000 }, async () => {
  await now.page.setInputFiles("#tallies-file", large());
  await said("large.json");
  await now.page.click("#verify");
  await now.page.click("#stop");
  await said("Stopped.");
  assert.ok(await now.page.isHidden("#progress"));
  assert.equal(await focused(), "verify");
  await now.page.getByRole("button", { name: "Remove large.csv" }).click();
  await drop(small);
  await said("tallies.csv");
  await now.page.click("#verify");
  await said("Done:");
  await complete();
});

for (const [colorScheme, language, width] of [
  ["light", "en", 800],
  ["dark", "en", 360],
  ["light", "es", 360],
  ["dark", "es", 800],
])
  test(`accessible at every step, ${colorScheme}, ${language}, ${width} px`, SHORT, async () => {
    const viewport = { width, height: 900 };
    await open({ colorScheme, viewport, locale: language });
    assert.deepEqual(await faults(), [], "empty");
    await verifyClara({ language });
    assert.deepEqual(await faults(), [], "result");
    const waiting = now.page.waitForEvent("download");
    await now.page.locator(".save a").first().click();
    const report = await newPage({ colorScheme, viewport });
    await report.goto(`file://${write("report.html", readFileSync(await (await waiting).path()))}`);
    assert.equal(await report.getAttribute("html", "lang"), language);
    assert.equal(await overflows(report), false);
    assert.deepEqual(await faults(report), [], "report");
    await report.context().close();
    await now.page.selectOption("#election", "ready:bolivia-2019");
    await now.page.click("#verify");
    await now.page.locator("#problem table").waitFor();
    assert.deepEqual(await faults(), [], "problem");
  });

test("nothing is wider than a phone, and charts are drawn for it", SHORT, async () => {
  await verifyClara();
  const seen = () =>
    now.page
      .locator("#result svg:visible")
      .evaluateAll((all) => all.map((svg) => svg.width.baseVal.value));
  await now.page.locator("#result svg:visible").first().waitFor();
  assert.deepEqual(await seen(), [760, 760, 760, 760]);
  for (const width of [360, 320]) {
    await now.page.setViewportSize({ width, height: 700 });
    assert.equal(await overflows(), false);
    assert.deepEqual(await cut(now.page), []);
    assert.deepEqual(await seen(), [340, 340, 340, 340]);
  }
  await now.page.selectOption("#election", "ready:bolivia-2019");
  await now.page.click("#verify");
  await now.page.locator("#problem table").waitFor();
  assert.equal(await overflows(), false);
});
