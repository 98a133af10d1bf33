// Every example runs: those in doc comments with the values their `// =>` comments promise, and the
// README's code and commands with the output printed beside them.
import { existsSync, readdirSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as library from "../src/index";
import * as nodeLibrary from "../src/node/index";
import * as sqlLibrary from "../src/sql/index";
import { hasRealData, pathOf, realFile, textOf } from "./fixtures";

const sources = readdirSync(pathOf("src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: textOf(join("src", path)) }));

interface Example {
  readonly name: string;
  readonly code: string;
}

const examples = sources.flatMap(({ path, text }): Example[] =>
  [
    ...text.matchAll(
      /@example\n \* ```ts\n([\s\S]*?) \* ```[\s\S]*?export (?:async )?(?:function|class) (\w+)/g,
    ),
  ].map(([, body, name]) => ({ name: `${name} (${path})`, code: body!.replace(/^ \* ?/gm, "") })),
);

const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<void>;

const MODULES: Record<string, () => Promise<object>> = {
  tallyproof: () => import("../src/index"),
  "tallyproof/core": () => import("../src/core"),
  "tallyproof/core/en": () => import("../src/words/sentences-en"),
  "tallyproof/core/es": () => import("../src/words/sentences-es"),
  "tallyproof/elections": () => import("../src/elections/index"),
  "tallyproof/node": () => import("../src/node/index"),
  "tallyproof/sql": () => import("../src/sql/index"),
  "@duckdb/node-api": () => import("@duckdb/node-api"),
};

/** Runs an example's statements with its imports as variables, checking each promised value. */
async function runExample(code: string, given: Record<string, unknown> = {}): Promise<number> {
  const names: Record<string, unknown> = {};
  const body = code.replace(
    /^import \{([^}]*)\} from "([^"]+)";$/gm,
    (_, list: string, from: string) => {
      for (const name of list.split(",").map((part) => part.trim())) names[name] = from;
      return "";
    },
  );
  const values = await Promise.all(
    Object.entries(names).map(async ([name, from]) => {
      const module = (await MODULES[from as string]!()) as Record<string, unknown>;
      expect(module, `${name} is exported by ${String(from)}`).toHaveProperty(name);
      return module[name];
    }),
  );
  let promised = 0;
  const checked = body.replace(/^(.+); \/\/ => (.+)$/gm, (_, expression: string, value: string) => {
    promised++;
    return `expect(${expression}).toEqual(${value});`;
  });
  const typed = checked.replace(/([\w)\]])!(?=[.;,)[])/g, "$1");
  const scope = { expect, ...given };
  const run = new AsyncFunction(...Object.keys(scope), ...Object.keys(names), typed);
  await run(...Object.values(scope), ...values);
  return promised;
}

describe("examples in doc comments", () => {
  test.each(examples)("$name", async ({ code }) => {
    expect(await runExample(code)).toBeGreaterThan(0);
  });

  test("every public function and class has one", () => {
    const named = new Set(examples.map(({ name }) => name.split(" ")[0]));
    for (const [name, value] of [
      ...Object.entries(library),
      ...Object.entries(nodeLibrary),
      ...Object.entries(sqlLibrary),
    ])
      if (typeof value === "function") expect(named, name).toContain(name);
  });
});

describe("README", () => {
  const readme = textOf("README.md");
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;

  test.runIf(hasRealData)("the first screen prints the output beside it", async () => {
    const printed: string[] = [];
    const code = block("ts")
      .replace("RESULTADOS_2024_CSV_V1.csv", pathOf(realFile("V1")))
      .replace("console.log", "print");
    await runExample(code, { print: (text: string) => printed.push(text) });
    expect(printed.join("\n").startsWith(block("text").trimEnd())).toBe(true);
  });

  test("its election is a valid one", () => {
    expect(library.parseElection(JSON.parse(block("json"))).id).toBe("two-towns-2025");
  });

  test("every file it links to is there", () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g))
      expect(existsSync(pathOf(target!)), target).toBe(true);
  });

  test("the demo prints a report", () => {
    const printed = execFileSync(process.execPath, ["examples/verify.mjs"], {
      cwd: pathOf("."),
      encoding: "utf8",
    });
    expect(printed).toContain("CONTRADICTED  electoral council");
  });
});

test("the table of issue codes says what the codes say", () => {
  const table = textOf("docs/issues.md");
  for (const [code, { severity, meaning, action }] of Object.entries(library.ISSUE_CODES))
    expect(table.replace(/ +/g, " ")).toContain(
      `| \`${code}\` | ${severity} | ${meaning} | ${action} |`,
    );
});
