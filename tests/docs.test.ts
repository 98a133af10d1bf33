// README and docs hold: every code block runs with the values that its `// =>` comments promise, every
// command runs and prints what stands below it, and every link leads somewhere.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import * as duckdb from "@duckdb/node-api";
import { transform } from "esbuild";
import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { afterAll, describe, expect, test } from "vitest";
import * as core from "../src/core";
import * as elections from "../src/elections/index";
import * as library from "../src/index";
import * as nodeLibrary from "../src/node/index";
import { SCHEMAS } from "../src/report/json/schemas";
import * as sqlLibrary from "../src/sql/index";
import * as sentencesEn from "../src/words/sentences-en";
import * as sentencesEs from "../src/words/sentences-es";
import { runCommand } from "./command";
import { hasRealData, pathOf, readFixture, realFile, textOf, tierraClara } from "./fixtures";
import { webPage } from "./web-page";

const PAGES = [
  "README.md",
  ...readdirSync(pathOf("docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Files that the pages name and the project does not have, by their names there. */
const REAL = hasRealData
  ? {
      "RESULTADOS_2024_CSV_V1.csv": pathOf(realFile("V1")),
      "RESULTADOS_2024_CSV_V2.csv": pathOf(realFile("V2")),
      "stations-per-state.csv": pathOf("../shared/data/venezuela-2024/stations-per-state.csv"),
      "2024_vzla_presidential.csv": pathOf(
        "../shared/data/venezuela-2024/2024_vzla_presidential.csv",
      ),
    }
  : {};

const TWO_TOWNS = "Station,Votes Alba,Votes Boro,Valid,Roll\n1,120,80,200,300\n2,90,95,185,290\n";

const root = mkdtempSync(join(tmpdir(), "tallyproof-docs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder of its own for a page, with the files that its examples name. */
async function folderOf(page: string): Promise<string> {
  const folder = join(root, page.replaceAll("/", "-"));
  mkdirSync(folder);
  for (const name of ["fixtures", "examples"]) symlinkSync(pathOf(name), join(folder, name));
  for (const [name, path] of Object.entries(REAL)) symlinkSync(path, join(folder, name));
  await writeFile(join(folder, "tallies.csv"), TWO_TOWNS);
  return folder;
}

interface CodeBlock {
  readonly language: string;
  readonly code: string;
  readonly line: number;
}

const blocksOf = (page: string): CodeBlock[] => {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language, 2: code, index }) => ({
      language: language!,
      code: code!,
      line: text.slice(0, index).split("\n").length,
    }),
  );
};

// ---- Code

const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<void>;

const { tallies } = readFixture("fixtures/tierra-clara.csv", tierraClara);
const verification = library.verify(tierraClara, tallies, { by: "EDO" });

/** What a block may use without making it: a page makes it once, in an earlier block. */
const prelude = () => ({
  election: tierraClara,
  tallies,
  verification,
  made: library.charts(verification, tallies),
  chart: library.charts(verification)[0]!,
});

/** The packages that blocks import, with the files of the page's folder. */
function modulesFor(folder: string): Record<string, Record<string, unknown>> {
  // Without the real tallies, the made-up ones have the same columns.
  const located = (path: string) =>
    path === "RESULTADOS_2024_CSV_V1.csv" && !hasRealData
      ? pathOf("fixtures/tierra-clara.csv")
      : existsSync(join(folder, path))
        ? join(folder, path)
        : path;
  const node = {
    ...nodeLibrary,
    readElectionFile: (path: string) => nodeLibrary.readElectionFile(located(path)),
    readTalliesFile: (
      path: string,
      election: library.Election,
      options: library.ReadOptions = {},
    ) => nodeLibrary.readTalliesFile(located(path), election, options),
  };
  const own = {
    tallyproof: { ...library },
    "tallyproof/core": { ...core },
    "tallyproof/core/en": { ...sentencesEn },
    "tallyproof/core/es": { ...sentencesEs },
    "tallyproof/elections": { ...elections },
    "tallyproof/node": node,
    "tallyproof/sql": { ...sqlLibrary },
  };
  return {
    ...own,
    // As Deno and Observable name them.
    ...Object.fromEntries(Object.entries(own).map(([name, module]) => [`npm:${name}`, module])),
    "node:fs/promises": {
      readFile: (path: string) => readFile(located(path)),
      writeFile: (path: string, data: string) => writeFile(join(folder, path), data),
    },
    "@duckdb/node-api": { ...duckdb },
    vega: { ...vega },
    "vega-lite": { ...vegaLite },
    tslab: { display: { html: requireText, svg: requireText } },
  };
}

const requireText = (text: unknown) => expect(text).toEqual(expect.stringContaining("<"));
const Deno = { jupyter: { display: async (shown: object) => expect(shown).toBeTypeOf("object") } };

async function runBlock(code: string, folder: string, globals: object): Promise<void> {
  const modules = modulesFor(folder);
  const scope: Record<string, unknown> = {
    ...prelude(),
    ...globals,
    Deno,
    expect,
    console: { log: (text: unknown) => expect(text).toBeTypeOf("string") },
  };
  const body = code.replace(
    /^import \{([^}]*)\} from "([^"]+)";$/gm,
    (_, list: string, from: string) => {
      expect(modules, `the package ${from}`).toHaveProperty([from]);
      for (const name of list.split(",").map((part) => part.trim())) {
        if (name === "" || name.startsWith("type ")) continue;
        expect(modules[from], `${name} is exported by ${from}`).toHaveProperty(name);
        scope[name] = modules[from]![name];
      }
      return "";
    },
  );
  const checked = body.replace(/^(.+); \/\/ => (.+)$/gm, "expect($1).toEqual($2);");
  // Within braces, so that a block may give its own values the names of the prelude.
  const { code: script } = await transform(`async () => {{${checked}\n}}`, {
    loader: "ts",
    target: "node20",
  });
  const run = new AsyncFunction(...Object.keys(scope), `await (${script.replace(/;\s*$/, "")})();`);
  await run(...Object.values(scope));
}

// ---- Commands

interface Command {
  readonly args: readonly string[];
  readonly input?: string;
}

/** The commands of a shell block: lines that call tallyproof, by itself or with a file piped in. */
const commandsOf = (code: string): Command[] =>
  code
    .replaceAll("\\\n", " ")
    .split("\n")
    .flatMap((line) => {
      const call = /^(?:cat (\S+) \| )?(?:npx )?tallyproof (.+)$/.exec(line.replace(/\s+#.*$/, ""));
      if (!call) return [];
      const args = call[2]!.trim().split(/\s+/);
      return [call[1] === undefined ? { args } : { args, input: call[1] }];
    });

/** Runs the built command; while it is being built anew, waits for it. */
async function run({ args, input }: Command, folder: string) {
  for (let tries = 0; ; tries++) {
    const given = input === undefined ? {} : { input: await readFile(join(folder, input)) };
    const result = await runCommand(args, { cwd: folder, ...given });
    if (!/Cannot find module|ERR_MODULE_NOT_FOUND/.test(result.err) || tries === 40) return result;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** That the lines are printed, in this order; a line `…` stands for any others. */
function expectPrinted(printed: string, lines: string, where: string): void {
  let from = 0;
  for (const part of lines.split(/^…\n/m).filter((text) => text !== "")) {
    const at = `\n${printed}\n`.indexOf(`\n${part}`, from);
    expect(at, `${where}: ${part}\nis printed in this place of\n${printed}`).not.toBe(-1);
    from = at + part.length;
  }
}

async function runCommands(page: string, blocks: readonly CodeBlock[]): Promise<number> {
  const folder = await folderOf(`${page}-commands`);
  let printed: string | undefined;
  let runs = 0;
  for (const { language, code, line } of blocks) {
    const where = `${page}:${line}`;
    if (language === "text" && printed !== undefined) expectPrinted(printed, code, where);
    if (language === "json" && code.includes('"two-towns-2025"'))
      await writeFile(join(folder, "two-towns.json"), code);
    if (language !== "sh") continue;
    const commands = commandsOf(code);
    if (commands.length > 0) printed = undefined;
    for (const command of commands) {
      const { status, out, err } = await run(command, folder);
      const files = command.args.filter(
        (arg) => /\.(csv|gz)$/.test(arg) && !isOutput(arg, command),
      );
      const there = files.every((file) => existsSync(join(folder, file)));
      runs++;
      // Options are read before files are: what fails by a missing file alone is written rightly.
      if (there) expect([0, 1], `${where}: ${err}`).toContain(status);
      else expect({ status, err }).toMatchObject({ status: 3, err: /There is no file/ });
      if (there) printed = out;
    }
  }
  return runs;
}

const isOutput = (arg: string, { args }: Command) =>
  /^--(html|charts|csv|issues|draft)$/.test(args[args.indexOf(arg) - 1] ?? "");

// ---- The tests

const isCode = ({ language, code }: CodeBlock) =>
  language === "ts" &&
  !/^import .* from "(?!tallyproof|npm:tallyproof|node:|tslab|@duckdb|vega)/m.test(code);

describe.each(PAGES)("%s", (page) => {
  const blocks = blocksOf(page);
  const codes = blocks.filter(({ language }) => language === "ts");

  test.runIf(codes.length > 0)("its code runs, with the values beside it", async () => {
    const folder = await folderOf(page);
    const file = new File([textOf("fixtures/tierra-clara.csv")], "tierra-clara.csv");
    const { globals, contents } = webPage(file);
    for (const block of codes) {
      expect(isCode(block), `${page}:${block.line} imports only what is here`).toBe(true);
      try {
        await runBlock(block.code, folder, globals);
      } catch (error) {
        throw new Error(`${page}:${block.line}: ${String(error)}`, { cause: error });
      }
    }
    const reports = codes.flatMap(({ code }) => code.match(/"#report"/g) ?? []);
    expect(await contents()).toHaveLength(reports.length);
    for (const shown of await contents()) expect(shown).toContain(tierraClara.claims[2]!.title);
  });
});

describe("commands", () => {
  const calling = PAGES.filter((page) =>
    blocksOf(page).some(({ language, code }) => language === "sh" && commandsOf(code).length > 0),
  );

  test.concurrent.each(calling)("of %s run, and print what is below them", async (page) => {
    expect(await runCommands(page, blocksOf(page))).toBeGreaterThan(0);
  });
});

// ---- Links

/** Text without code, in which nothing is a link. */
const prose = (text: string) =>
  text.replace(/^```[\s\S]*?^```$/gm, "").replace(/``.+?``|`[^`\n]+`/g, (code) =>
    // A link's text may be code.
    code.replaceAll(/[[\]()]/g, "_"),
  );

/** The anchors that GitHub makes of the headings. */
function anchorsOf(path: string): Set<string> {
  const seen = new Map<string, number>();
  const text = textOf(path).replace(/^```[\s\S]*?^```$/gm, "");
  const anchors = [...text.matchAll(/^#{1,6} +(.+?)\s*$/gm)].map(([, heading]) => {
    const slug = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
  return new Set(anchors);
}

describe("links", () => {
  const linking = [
    ...PAGES,
    "CHANGELOG.md",
    "fixtures/README.md",
    "bench/README.md",
    "examples/web/README.md",
  ];

  test.each(linking)("of %s lead somewhere", (page) => {
    for (const [, target] of prose(textOf(page)).matchAll(/\]\(\s*([^)\s]+)[^)]*\)/g)) {
      if (/^(?:https?:|mailto:)/.test(target!)) continue;
      const [path, anchor] = target!.split("#") as [string, string | undefined];
      const file = path === "" ? page : normalize(join(dirname(page), path));
      expect(existsSync(pathOf(file)), `${page}: ${target}`).toBe(true);
      if (anchor !== undefined)
        expect([...anchorsOf(file)], `${page}: ${target}`).toContain(anchor);
    }
  });

  test("every guide is in the index", () => {
    const index = textOf("docs/README.md");
    for (const page of PAGES.filter(
      (name) => name.startsWith("docs/") && !name.endsWith("README.md"),
    ))
      expect(index, page).toContain(`](${page.slice("docs/".length)})`);
  });
});

// ---- Tables that must be complete

describe("the tables of codes", () => {
  const rows = (page: string) =>
    [...textOf(page).matchAll(/^\| `([^`]+)` +\| (\w+) +\| (.+?) +\| (.+?) +\|$/gm)].map(
      ([, code, kind, meaning, action]) => ({ code, kind, meaning, action }),
    );

  test("docs/errors.md has every code of TallyError, with its kind", () => {
    const source = textOf("src/model/error.ts");
    const list = (from: string, to: string, kind: string) => {
      const [, text = ""] = source.split(from);
      const codes = [...text.split(to)[0]!.matchAll(/"([\w-]+)"/g)];
      return codes.map(([, code]) => `${code} ${kind}`);
    };
    const codes = [
      ...list("type UsageCode =", ";", "usage"),
      ...list("const INPUT_CODES = [", "]", "input"),
    ];
    expect(codes.length).toBeGreaterThan(20);
    const written = rows("docs/errors.md");
    expect(written.map(({ code, kind }) => `${code} ${kind}`).sort()).toEqual(codes.sort());
    for (const { code } of written)
      expect(new library.TallyError(code as library.TallyErrorCode, "").kind).toBe(
        written.find((row) => row.code === code)!.kind,
      );
  });

  test("docs/api.md has every name that can be imported, and every file of the package", () => {
    const [, ...sections] = textOf("docs/api.md").split(/^## /m);
    const listed = (text: string) =>
      [...text.matchAll(/^- (`[^:]+`):/gm)]
        .flatMap(([, names]) => names!.split(/,\s+/))
        .map((name) => name.slice(1, -1))
        .sort();
    const written = sections.map((text) => [
      text.split("\n")[0]!.replaceAll("`", ""),
      listed(text),
    ]);
    const { exports: exported } = JSON.parse(textOf("package.json")) as { exports: object };
    const paths = Object.keys(exported).map((path) => path.replace(/^\./, "tallyproof"));
    expect(paths).toContain("tallyproof/*.schema.json");
    const files = Object.keys(SCHEMAS).map((name) => `tallyproof/${name}.schema.json`);
    const entries = paths.filter((path) => !path.endsWith(".json"));
    const modules = modulesFor("");
    expect(Object.fromEntries(written)).toEqual({
      ...Object.fromEntries(entries.map((path) => [path, Object.keys(modules[path]!).sort()])),
      "JSON Schemas": files.sort(),
    });
  });

  test("docs/web.md has the limits of size, and what is within them", () => {
    const { "size-limit": parts } = JSON.parse(textOf("package.json")) as {
      "size-limit": { limit: string }[];
    };
    const written = [...textOf("docs/web.md").matchAll(/\| +([\d.]+) \| +([\d.]+ kB) \|$/gm)];
    expect(written.map(([, , limit]) => limit)).toEqual(parts.map(({ limit }) => limit));
    for (const [, size, limit] of written)
      expect(Number(size)).toBeLessThanOrEqual(Number.parseFloat(limit!));
  });

  test("docs/command.md has every option of the help, and no other", () => {
    const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].sort();
    const help = textOf("src/cli/help.ts");
    const command = textOf("docs/command.md").replace("--by=EDO", "");
    expect(optionsIn(command)).toEqual(optionsIn(help));
  });

  test("docs/command.md has every exit status of the help", () => {
    const help = textOf("src/cli/help.ts");
    const statuses = [...help.matchAll(/^ {2}(\d) {2}/gm)].map(([, status]) => status);
    const command = textOf("docs/command.md");
    expect([...command.matchAll(/^\| (\d) +\|/gm)].map(([, status]) => status)).toEqual(statuses);
  });

  test("docs/output.md has every field of the JSON document, and every id of the page", () => {
    const output = textOf("docs/output.md");
    const { properties } = library.verificationJsonSchema() as { properties: object };
    for (const field of Object.keys(properties)) expect(output).toContain(`\`${field}\``);
    for (const [, id] of library
      .toHtml(verification)
      .matchAll(/<section[^>]*labelledby="([^"]+)"/g))
      expect(output).toContain(`\`${id}\``);
  });
});
