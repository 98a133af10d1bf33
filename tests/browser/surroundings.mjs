// A browser, the served page, and a list of everything that a page must not do.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { faultsOf } from "./accessibility.mjs";
import { serve } from "./serve.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SITE = here("../../examples/web/site");
export const SITE_FILE = new URL("../../examples/web/site/index.html", import.meta.url).href;

/** What the tests use; made anew for each. */
export const now = {};

let browser;

before(async () => {
  execFileSync(process.execPath, [here("../../examples/web/build.mjs")], { stdio: "inherit" });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-quic", "--disable-gpu"],
  });
});
after(() => browser?.close());

beforeEach(async () => {
  now.site = await serve(SITE);
  await open();
});

afterEach(async () => {
  await now.context.close();
  await now.site.stop();
  assert.deepEqual(now.troubles, []);
});

/** Opens the page anew, with other settings of the browser. */
export async function open({ url = now.site.url, ...settings } = {}) {
  await now.context?.close();
  now.troubles = [];
  now.context = await browser.newContext({
    viewport: { width: 800, height: 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
    ...settings,
  });
  now.context.setDefaultTimeout(15_000);
  now.page = await now.context.newPage();
  await watch(now.page);
  await now.page.goto(url);
  await now.page.waitForSelector("html[data-complete]");
}

async function watch(page) {
  const note = (text) => now.troubles.push(text);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`uncaught: ${error}`));
  page.on("dialog", (dialog) => (note(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("requestfailed", (request) => note(`failed: ${request.url()}`));
  page.on(
    "response",
    (response) => response.status() >= 400 && note(`${response.status()}: ${response.url()}`),
  );
  page.on("request", (request) => {
    if (!/^(data|blob|file):/.test(request.url()) && !request.url().startsWith(now.site.url))
      note(`elsewhere: ${request.url()}`);
  });
  // From the start: listened for just before the key is pressed, it is sometimes missed.
  now.chooser = new Promise((resolve) => page.on("filechooser", resolve));
  await page.exposeFunction("noteViolation", (text) => note(`policy: ${text}`));
  await page.addInitScript(listenForViolations);
}

/** In the page, and in the workers that it makes: there, a violation that is caught reaches nobody. */
function listenForViolations() {
  const tell = ({ violatedDirective, blockedURI }) =>
    window.noteViolation(`${violatedDirective} ${blockedURI}`);
  document.addEventListener("securitypolicyviolation", tell);
  const listening =
    'addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>' +
    '  new BroadcastChannel("violations").postMessage({ violatedDirective, blockedURI }));\n';
  new BroadcastChannel("violations").addEventListener("message", ({ data }) => tell(data));
  window.Blob = class extends Blob {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [listening, ...parts] : parts, options);
    }
  };
}

/** What the page says of its state, when it contains `words`. */
export const said = (words) =>
  now.page.getByRole("status").filter({ hasText: words }).waitFor({ timeout: 30_000 });

/** Files dropped on what is seen of the page, from outside, as a person does it. */
export async function drop(...files) {
  const session = await now.context.newCDPSession(now.page);
  for (const type of ["dragEnter", "dragOver", "drop"])
    await session.send("Input.dispatchDragEvent", {
      type,
      x: 200,
      y: 300,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  await session.detach();
}

/** Waits for the charts and the files to save. */
export const complete = () => now.page.locator(".save a").first().waitFor({ timeout: 30_000 });

/** What is wrong with the page for who cannot see it well. */
export const faults = (page = now.page) => faultsOf(page);

export const overflows = (page = now.page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

export const focused = () =>
  now.page.evaluate(() => document.activeElement.id || document.activeElement.localName);

export const newPage = (settings) =>
  browser.newContext(settings).then((context) => context.newPage());
