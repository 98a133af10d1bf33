// The same figures in every output, to the digit; names made to break out stay names; and the page is
// one file that needs and loads nothing.
import { createHash } from "node:crypto";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import {
  candidatesToCsv,
  type Claim,
  dataPackage,
  type Election,
  issuesToCsv,
  type Language,
  type Picture,
  readRegister,
  readTallies,
  regionsToCsv,
  toHtml,
  toHtmlFragment,
  toJson,
  toMarkdown,
  toText,
  type Verification,
  type VerificationDocument,
  verify,
} from "../../src/index";
import { svgOf } from "../../src/report/svg";
import { charts } from "../../src/report/charts/index";
import { readFixture, smallElection, textOf, tierraClara } from "../fixtures";

/** A package that happens to be there, because another one needs it; undefined where it is not. */
const optional = async (name: string) =>
  import(/* @vite-ignore */ name).then(
    (module: { default?: unknown }) => (module.default ?? module) as never,
    () => undefined,
  );

interface Token {
  readonly type: string;
  readonly tag: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}
interface MarkdownParser {
  parse(text: string, environment: object): Token[];
  render(text: string): string;
}
type MakeMarkdown = new (options: { html: boolean }) => MarkdownParser;

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}
interface HtmlParser {
  parse(html: string): HtmlNode;
  parseFragment(html: string): HtmlNode;
}

const MarkdownIt = await optional("markdown-it").then((made) => made as MakeMarkdown | undefined);
const markdownParser = MarkdownIt && new MarkdownIt({ html: true });
const parse5 = await optional("parse5").then((made) => made as HtmlParser | undefined);
const hasVega =
  (await optional("vega")) !== undefined && (await optional("vega-lite")) !== undefined;

const LANGUAGES = ["en", "es"] as const;

// ---- Elections

const claimOf = (figures: Partial<Claim>): Claim => ({ id: "c", title: "t", by: "b", ...figures });

/** States and towns, invalid votes, and columns that not every sheet fills. */
const STATES = smallElection({
  universe: {
    stations: 8,
    registeredVoters: 2000,
    otherRolls: [{ registeredVoters: 2100, source: "with voters abroad" }],
    source: "a gazette",
  },
  layout: {
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    registeredVoters: { column: "roll", optional: true },
    invalidVotes: { column: "null", optional: true },
    regions: ["state", "town"],
    values: { missing: { "-": "not given" } },
  },
  registers: [{ region: "state", stations: "stations", registeredVoters: "voters" }],
});
const STATES_CSV =
  "station,state,town,roll,A,B,null\n" +
  "1,North,Alta,300,120,40,3\n2,North,Baja,200,100,60,-\n3,South,Alta,-,40,120,1\n" +
  "4,South,Cima,250,9x,10,0\n5,South,Cima,250,200,100,0\n";
const STATES_REGISTER = "state,stations,voters\nNorth,4,1000\nSouth,4,1000\n";

const SMALL_CSV =
  "station,roll,A,B\n1,1234,800,300\n2,1100,700,250\n3,900,350,400\n3,900,350,400\n";

interface Case {
  readonly election: Election;
  readonly csv: string;
  readonly by?: string;
  readonly register?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "shares, votes, a winner and a margin": {
    election: smallElection({
      universe: { stations: 10, registeredVoters: 11_234 },
      claims: [
        claimOf({ id: "1", shares: { A: "52.25", B: "47.75" }, date: "2025-01-02" }),
        claimOf({ id: "2", votes: { A: 1849, B: 949 }, validVotes: 2798, turnout: "24.91" }),
        claimOf({ id: "3", winner: "B", margin: { winner: "B", loser: "A", share: "3.5" } }),
        claimOf({ id: "4", votes: { A: 100 }, scope: { stations: 2 } }),
      ],
    }),
    csv: SMALL_CSV,
  },
  "part of the stations": {
    election: smallElection({
      universe: { stations: 10, registeredVoters: 11_234 },
      claims: [
        claimOf({ id: "1", shares: { A: "60", B: "40" }, scope: { stations: 8 } }),
        claimOf({ id: "2", votes: { A: 2849 }, scope: { stations: 9 } }),
        claimOf({ id: "3", winner: "B", scope: { stations: 3 } }),
        claimOf({ id: "4", validVotes: 5000, scope: { stations: 9 } }),
      ],
    }),
    csv: SMALL_CSV,
  },
  "a turnout that is assumed": {
    election: smallElection({
      universe: { stations: 5, registeredVoters: 5000, maxTurnout: "62.5" },
      claims: [claimOf({ winner: "A" }), claimOf({ id: "d", shares: { B: "49" } })],
    }),
    csv: SMALL_CSV,
  },
  "every station covered": {
    election: smallElection({
      universe: { stations: 3, registeredVoters: 3234 },
      claims: [claimOf({ winner: "A" }), claimOf({ id: "d", votes: { B: 951 } })],
    }),
    csv: SMALL_CSV,
  },
  "regions, a register, other rolls and a bad row": {
    election: {
      ...STATES,
      claims: [
        claimOf({ shares: { A: "60" } }),
        claimOf({ id: "d", votes: { A: 90 }, scope: { region: ["North"] } }),
      ],
    },
    csv: STATES_CSV,
    by: "town",
    register: STATES_REGISTER,
  },
};

function verified(
  { election, csv, by, register }: Case,
  language: Language = "en",
  name = "tallies.csv",
): Verification {
  const known = register === undefined ? {} : { register: readRegister(register, election) };
  const { tallies } = readTallies({ name, data: csv }, election, known);
  return verify(election, tallies, { language, ...(by === undefined ? {} : { by }) });
}

const tierraTallies = readFixture("fixtures/tierra-clara.csv", tierraClara).tallies;
const tierra = (language: Language, by = "EDO") =>
  verify(tierraClara, tierraTallies, { language, by });

// ---- Figures

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};
const unescaped = (text: string) =>
  text.replace(/&(?:lt|gt|amp|quot|#39);/g, (all) => ENTITIES[all]!);

/** What is seen of HTML: of the body, without tags; and without captions, which repeat what is seen. */
const seenOfHtml = (html: string) =>
  unescaped(
    html
      .replace(/^[\s\S]*<body>/, "")
      .replace(/<caption>.*?<\/caption>/g, "")
      .replace(/<[^>]*>/g, " "),
  );

/** What is seen of Markdown; without a parser, the text without its escapes. */
const seenOfMarkdown = (markdown: string) =>
  markdownParser
    ? seenOfHtml(markdownParser.render(markdown))
    : unescaped(markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1"));

/** Every number that is printed, with its sign, its marks and its percent sign, in order. */
const numbersIn = (text: string) =>
  [
    ...text
      .replace(/[0-9a-f]{64}/g, "")
      // A name that is cut to fit a terminal can end within a number.
      .replace(/\S*…/g, "")
      .matchAll(/[+−-]?(?<![\d.,])\d+(?:[.,]\d+)*(?:\s%)?/g),
  ].map(([number]) => number.replace(/\s/g, " "));

const hashesIn = (text: string) => text.match(/\b[0-9a-f]{64}\b/g);

/** Whether the one list is the other, but for some that stand between. */
function expectWithin(some: readonly string[], all: readonly string[]): void {
  let at = 0;
  for (const [index, number] of some.entries()) {
    const found = all.indexOf(number, at);
    expect(
      found,
      `${number}, after ${some.slice(Math.max(0, index - 4), index).join("; ")}`,
    ).not.toBe(-1);
    at = found + 1;
  }
}

// Markdown puts an unseen U+2060 into some numbers; see the last test of this group.
const joined = (text: string) => text.replaceAll("\u2060", "");

describe.each(LANGUAGES)("figures in %s", (language) => {
  test.each(["EDO", "PAR"])("of tierra-clara by %s are those of Markdown and HTML", (by) => {
    const verification = tierra(language, by);
    const text = toText(verification);
    const markdown = joined(seenOfMarkdown(toMarkdown(verification)));
    const html = seenOfHtml(toHtml(verification, { pictures: [] }));
    const numbers = numbersIn(text);
    expect(numbers.length).toBeGreaterThan(200);
    expectWithin(numbers, numbersIn(markdown));
    expect(numbersIn(html)).toEqual(numbersIn(markdown));
    // Nothing is only in the others, but for what names cut for the terminal had.
    expect(new Set(numbersIn(html))).toEqual(new Set(numbers));
    expect(hashesIn(html)).toEqual(hashesIn(text));
    expect(hashesIn(markdown)).toEqual(hashesIn(text));
  });

  test.each(Object.entries(CASES))("of %s are the same, one by one", (_, each) => {
    const verification = verified(each, language);
    const numbers = numbersIn(toText(verification));
    expect(numbers.length).toBeGreaterThan(40);
    expect(numbersIn(joined(seenOfMarkdown(toMarkdown(verification))))).toEqual(numbers);
    expect(numbersIn(seenOfHtml(toHtml(verification, { pictures: [] })))).toEqual(numbers);
  });

  test("of the JSON are those of the tables", () => {
    const document = JSON.parse(toJson(tierra(language))) as VerificationDocument;
    const text = toText(tierra(language)).split("\n");
    const cells = (line: string) => line.trim().split(/ {2,}/);
    const local = localOf(language);
    const { count, bounds, election, remainder, regions } = document;
    for (const [at, { code, votes, share }] of count.candidates.entries()) {
      const { min, max } = bounds[at]!.share;
      expect(text.map(cells)).toContainEqual([
        code,
        election.candidates[at]!.name,
        local.count(votes),
        local.percent(share, 4),
        local.percent(min, 2),
        local.percent(max, 2),
      ]);
    }
    const shown = ["EG", "NM", "BERA", "LM"];
    expect(regions).toHaveLength(5);
    for (const { region, count: own } of regions!)
      expect(text.map(cells)).toContainEqual([
        region.join(" / "),
        local.count(own.stations),
        local.count(own.validVotes),
        ...shown.map((code) =>
          local.percent(own.candidates.find((each) => each.code === code)!.share, 2),
        ),
      ]);
    const whole = text.join(" ").replace(/\s+/g, " ");
    for (const number of [
      count.stations,
      count.validVotes,
      count.invalidVotes!.sum,
      count.registeredVoters!.sum,
      election.universe.stations,
      election.universe.registeredVoters,
      remainder.stations,
      remainder.maxValidVotes,
      document.lead!.votes.covered,
      document.lead!.votes.max,
      document.rows.read,
      document.rows.accepted,
      document.sources[0]!.bytes,
    ])
      expect(numbersIn(whole)).toContain(local.count(number));
    for (const { reason, look, outcome } of document.verdicts) {
      expect(whole).toContain(reason);
      expect(whole).toContain(look?.text ?? "");
      expect(toHtml(tierra(language))).toContain(`<li class="${outcome}">`);
    }
    expect(hashesIn(whole)).toEqual(document.sources.map(({ sha256 }) => sha256));
  });

  test("of the CSV tables are those of the JSON", () => {
    const verification = tierra(language);
    const { count, bounds, regions } = JSON.parse(toJson(verification)) as VerificationDocument;
    const candidates = rowsOf(candidatesToCsv(verification));
    expect(candidates.slice(1).map(([code, , ...cells]) => [code, ...cells])).toEqual(
      count.candidates.map(({ code, votes, share }, at) => {
        const own = bounds[at]!;
        const cells = [votes, share.share, own.votes.min, own.votes.max];
        return [code, ...cells, own.share.min.share, own.share.max.share].map(String);
      }),
    );
    expect(
      rowsOf(regionsToCsv(verification))
        .slice(1)
        .map((row) => row.slice(0, 2)),
    ).toEqual(regions!.map((own) => [...own.region, String(own.count.stations)]));
  });
});

/** What the cells of the example notebook show, as saved in it after it ran in Deno's kernel. */
const notebookOutputs = () => {
  const { cells } = JSON.parse(textOf("examples/notebook.ipynb")) as {
    readonly cells: readonly {
      readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
    }[];
  };
  const textIn = (data: Readonly<Record<string, unknown>>, type: string) =>
    [data[type] ?? ""].flat().join("");
  return cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap(({ data }) => (data ? [(type: string) => textIn(data, type)] : [])),
  );
};

test("figures of the notebook are those of the text", () => {
  const numbers = numbersIn(toText(tierra("en", "EDO")));
  const shown = notebookOutputs();
  const report = shown.find((output) => output("text/html").startsWith("<header>"))!;
  expect(numbersIn(report("text/plain"))).toEqual(numbers);
  const html = numbersIn(seenOfHtml(report("text/html")));
  expectWithin(numbers, html);
  expect(new Set(html)).toEqual(new Set(numbers));
  const made = charts(tierra("en", "EDO"), tierraTallies);
  const drawn = shown.filter((output) => output("image/svg+xml") !== "");
  expect(drawn).toHaveLength(2);
  for (const [at, output] of drawn.entries()) {
    expect(output("text/plain")).toContain(made[at]!.description);
    expect(output("image/svg+xml")).toContain(`aria-label="${made[at]!.title}"`);
  }
});

/** Numbers as a language writes them, by other means than the library. */
function localOf(language: Language) {
  const [thousands, decimal] = language === "en" ? [",", "."] : [".", ","];
  const grouped = (digits: string) => digits.replace(/(?<=\d)(?=(\d{3})+$)/g, thousands);
  return {
    count: (number: number) => (number < 0 ? "−" : "") + grouped(String(Math.abs(number))),
    /** `votes / outOf` in percent, half a unit rounded away from zero. */
    percent: ({ votes, outOf }: { votes: number; outOf: number }, digits: number) => {
      const unit = 10n ** BigInt(digits);
      const scaled = (200n * unit * BigInt(votes) + BigInt(outOf)) / (2n * BigInt(outOf));
      const rest = String(scaled % unit).padStart(digits, "0");
      return `${grouped(String(scaled / unit))}${decimal}${rest} %`;
    },
  };
}

function rowsOf(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/\r\n$/, ""));
  expect(errors).toEqual([]);
  return data;
}

test.each(Object.entries(CASES))("both languages have the same figures: %s", (_, each) => {
  // Of an issue, Spanish says where it is and what was found, but not what was expected.
  const [english, spanish] = LANGUAGES.map((language) =>
    numbersIn(toText(verified(each, language)).replace(/\n(?:Rows|Filas)\n[^]*/, "")),
  );
  const swapped = spanish!.map((number) =>
    number.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")),
  );
  expect(swapped.sort()).toEqual(english!.sort());
});

// ---- Hostile names

const HOSTILE: Readonly<Record<string, string>> = {
  "an image": "<img src=x onerror=alert(1)>",
  "a script": '</style></title><script>alert(1)</script><!-- ""',
  attributes: `" onmouseover="alert(1)" x='"`,
  entities: "&lt;b&gt; &amp;amp; &#60;i&#62; &copy",
  bars: "a | b || c \\| d",
  backticks: "`code` ``more`` ```",
  "a link":
    "](javascript:alert(1)) [x](javascript:alert(1)) ![y](http://z.example/q.png) <http://a.example>",
  "a reference": "[x]: javascript:alert(1)",
  "right to left": "\u202Eevil\u202C \u2066x\u2069",
  "500 characters": "long ".repeat(100).trim(),
  "500 without a break": "w".repeat(500),
  formula: "=1+1",
  "another formula": '@SUM(1+1)*cmd|" /C calc"!A0',
  minus: "-1+1",
  heading: "# heading",
  underline: "===",
  rule: "---",
  emphasis: "**bold** _it_ ~~gone~~ *x*",
  list: "1. one",
  items: "+ item",
  quote: "> quote",
  newline: "two\nlines\r\n\n# and more",
  backslash: "ends in \\",
  escapes: "\u001B[2Jx\u0007\u0008y",
  "Vega's own": "{{datum}} datum.x ${1+1} signal('x')",
  inherited: "__proto__",
};

const BENIGN = "Name";

// An even number of quotes in each: one without a partner is an issue of its own.
/** An election with the name in every place that a file or a description fills in. */
function hostile(name: string): Case {
  const claim = (figures: Partial<Claim>) =>
    claimOf({ title: name, by: name, source: name, note: name, ...figures });
  const quoted = `"${name.replaceAll('"', '""')}"`;
  return {
    election: {
      ...STATES,
      name,
      candidates: [
        { code: "A", name },
        { code: "B", name },
      ],
      universe: { stations: 8, registeredVoters: 2000, source: name },
      claims: [
        claim({ id: "1", shares: { A: "99" } }),
        claim({ id: "2", shares: { A: "60" } }),
        claim({ id: "3", winner: "A" }),
      ],
    },
    csv:
      "station,state,town,roll,A,B,null\n" +
      `1,${quoted},Alta,300,120,40,3\n2,${quoted},Baja,200,100,60,-\n` +
      `3,${quoted},Cima,250,${quoted},10,0\n`,
    by: "state",
  };
}

const ODD = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const ODD_ALL = new RegExp(ODD, "gu");
/** The name as reports show it: what is unseen by its code. */
const shown = (name: string) =>
  name.replace(
    ODD_ALL,
    (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`,
  );
const squeezed = (text: string) => text.replace(/\s+/g, "");

/** Tags of HTML with the names of their attributes, in order; without a parser. */
const tagsOf = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, ""));

function* nodesOf(node: HtmlNode): Generator<HtmlNode> {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}
const textOfNode = (node: HtmlNode) => [...nodesOf(node)].map(({ value }) => value ?? "").join("");
const elementsOf = (html: string) =>
  [...nodesOf(parse5!.parse(html))].filter(({ nodeName }) => nodeName !== "#text");

/** What a Markdown parser makes of it: every token that is not text. */
const shapeOf = (markdown: string) =>
  markdownParser!
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type, tag }) => `${type} ${tag}`)
    .filter((type) => !/^(?:text|text_special) $/.test(type));

describe.each(LANGUAGES)("hostile names in %s", (language) => {
  const benign = verified(hostile(BENIGN), language);
  const usual = {
    markdown: toMarkdown(benign),
    shape: markdownParser && shapeOf(toMarkdown(benign)),
    html: toHtml(benign, { pictures: [] }),
    json: JSON.parse(toJson(benign)) as unknown,
    charts: charts(benign, undefined, { language }).map((chart) => chart.name),
  };

  describe.each(Object.entries(HOSTILE))("%s", (_, name) => {
    const verification = verified(hostile(name), language, name);

    test("text: nothing unseen, nothing too wide, and no line begins as another", () => {
      const text = toText(verification);
      for (const line of text.split("\n")) {
        expect(line).not.toMatch(ODD);
        expect([...line].length).toBeLessThanOrEqual(100);
      }
      expect(squeezed(text)).toContain(squeezed(shown(name)));
    });

    test.runIf(markdownParser)("Markdown: parsed, it has the shape of any other report", () => {
      const markdown = toMarkdown(verification);
      expect(shapeOf(markdown)).toEqual(usual.shape);
      const rendered = seenOfMarkdown(markdown);
      expect(squeezed(joined(rendered))).toContain(squeezed(shown(name)));
    });

    test("Markdown: as many lines as any other, and no bare angle bracket or bar", () => {
      const markdown = toMarkdown(verification);
      const lines = markdown.split("\n");
      expect(lines).toHaveLength(usual.markdown.split("\n").length);
      expect(markdown).not.toMatch(/[<>]/);
      const bars = (text: string) =>
        text.split("\n").map((line) => line.replace(/\\./g, "").split("|").length);
      expect(bars(markdown)).toEqual(bars(usual.markdown));
    });

    test("HTML: the tags of any other page, and no attribute more", () => {
      const html = toHtml(verification, { pictures: [] });
      expect(tagsOf(html)).toEqual(tagsOf(usual.html));
      expect(html).not.toMatch(/<script|<img|javascript:(?!alert)/i);
      expect(html.replaceAll("\n", "")).not.toMatch(ODD);
      expect(squeezed(seenOfHtml(html))).toContain(squeezed(shown(name)));
    });

    test.runIf(parse5)("HTML: parsed, the elements of any other page", () => {
      const page = toHtml(verification, { pictures: [] });
      const [own, other] = [page, usual.html].map((html) =>
        elementsOf(html).map(
          ({ nodeName, attrs = [] }) => `${nodeName} ${attrs.map((attr) => attr.name).join(" ")}`,
        ),
      );
      expect(own).toEqual(other);
      const document = parse5!.parse(page);
      const title = [...nodesOf(document)].find(({ nodeName }) => nodeName === "title")!;
      expect(squeezed(textOfNode(title))).toBe(squeezed(shown(verification.election.name)));
    });

    test("JSON: the name itself, and the fields of any other", () => {
      const json = toJson(verification);
      expect(json.replaceAll("\n", "")).not.toMatch(ODD);
      const document = JSON.parse(json) as VerificationDocument;
      expect(document.election.candidates[0]!.name).toBe(verification.election.candidates[0]!.name);
      expect(document.election.claims[0]!.title).toBe(name);
      const keys = (value: unknown): unknown =>
        Array.isArray(value)
          ? value.map(keys)
          : typeof value === "object" && value !== null
            ? Object.entries(value).map(([key, own]) => [key, keys(own)])
            : typeof value;
      expect(keys(document)).toEqual(keys(usual.json));
    });

    test("CSV: the rows and columns of any other, and no formula", () => {
      const tables = (each: Verification) =>
        [candidatesToCsv(each), regionsToCsv(each), issuesToCsv(each.issues)].map(rowsOf);
      const sizes = (each: Verification) =>
        tables(each).map((rows) => rows.map((row) => row.length));
      expect(sizes(verification)).toEqual(sizes(benign));
      for (const cell of tables(verification).flat(2)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      const [[, first]] = tables(verification) as [string[][]];
      for (const cell of tables(verification).flat(2))
        expect(cell.replace(/[\t\r\n]/g, "")).not.toMatch(ODD);
      const own = verification.election.candidates[0]!.name.replace(/[^\t\r\n]+/g, shown);
      expect([own, `'${own}`]).toContain(first![1]);
    });

    test("charts: the name is data or text, never an expression", () => {
      const made = charts(verification, undefined, { language });
      expect(made.map((chart) => chart.name)).toEqual(usual.charts);
      for (const chart of made) {
        expect(chart.title + chart.description).not.toMatch(ODD);
        const keys = new Set<string>();
        const odd: string[] = [];
        JSON.stringify(chart.spec, (key, value: unknown) => {
          keys.add(key);
          if (typeof value === "string" && ODD.test(value)) odd.push(value);
          return value;
        });
        expect(odd).toEqual([]);
        for (const key of ["signal", "expr", "url", "href", "filter", "calculate", "transform"])
          expect([...keys]).not.toContain(key);
      }
    });
  });
});

test.runIf(hasVega)("hostile names are text in pictures", async () => {
  for (const name of ["an image", "a script", "attributes", "Vega's own", "right to left"]) {
    const own = verified(hostile(HOSTILE[name]!));
    const svg = await svgOf(charts(own, undefined, { width: 800 })[0]!);
    expect(svg).not.toMatch(/<(?:script|img|a|image|foreignObject|style)[\s>]|[\u202E\u2066]/);
    expect(tagsOf(svg).join(" ")).not.toMatch(/\son\w+|href/);
    if (parse5)
      for (const { nodeName, attrs = [] } of nodesOf(parse5.parseFragment(svg))) {
        expect(nodeName).toMatch(
          /^(?:#|svg$|g$|path$|text$|tspan$|line$|rect$|title$|desc$|defs$|clipPath$)/,
        );
        for (const attr of attrs) expect(attr.name).not.toMatch(/^(?:on|href|xlink:href|style)/);
      }
  }
});

test("a hostile name in a data package is a string", () => {
  for (const name of Object.values(HOSTILE)) {
    const own = verified(hostile(name), "en", name);
    const packaged = dataPackage(own, [{ table: "candidates", path: "candidates.csv" }]);
    expect(JSON.parse(JSON.stringify(packaged))).toEqual(packaged);
    expect(packaged.title).toBe(own.election.name);
    expect(packaged.name).toMatch(/^[a-z0-9._-]+$/);
  }
});

// ---- The page

const SVG = '<svg role="img" aria-label="t" viewBox="0 0 1 1"><title>t</title></svg>';
const PICTURE: Picture = { title: "t", description: "d", svg: SVG, wide: SVG };

async function pictures(verification: Verification): Promise<Picture[]> {
  if (!hasVega) return [PICTURE];
  const style = { theme: "page", titled: false } as const;
  const [narrow, wide] = [340, 760].map((width) =>
    charts(verification, tierraTallies, { ...style, width }),
  );
  return Promise.all(
    narrow!.map(async (chart, at) => ({
      title: chart.title,
      description: chart.description,
      svg: await svgOf(chart),
      wide: await svgOf(wide![at]!),
    })),
  );
}

describe.each(LANGUAGES)("the page in %s", (language) => {
  const verification = tierra(language);
  const pages: [string, () => Promise<string>][] = [
    ["without pictures", async () => toHtml(verification)],
    [
      "with every chart",
      async () => toHtml(verification, { pictures: await pictures(verification) }),
    ],
    ...Object.entries(CASES).map(([name, each]): [string, () => Promise<string>] => [
      name,
      async () => toHtml(verified(each, language), { pictures: [PICTURE] }),
    ]),
  ];

  describe.each(pages)("%s", (_, makeOne) => {
    let made: Promise<string> | undefined;
    const make = () => (made ??= makeOne());

    test("is one file that loads and runs nothing", async () => {
      const html = await make();
      expect(html).toMatch(/^<!doctype html>\n/);
      expect(html).not.toMatch(
        /<(?:script|link|iframe|object|embed|form|base|img|image|audio|video|source|use)\b/i,
      );
      for (const tag of html.match(/<[^>]*>/g)!) {
        expect(tag).not.toMatch(
          /\s(?:on\w+|style|src|srcset|href|xlink:href|action|poster|ping)\s*=/i,
        );
        // The one address of a picture is the name of SVG itself.
        expect(
          tag.replaceAll(/\sxmlns(?::xlink)?="http:\/\/www\.w3\.org\/[^"]*"/g, ""),
        ).not.toMatch(/\/\/\w/);
      }
      const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html)!;
      expect(style).not.toMatch(/@import|url\(|expression|@font-face/i);
    });

    test("has a policy that forbids all but its own style", async () => {
      const html = await make();
      const policies = [
        ...html.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g),
      ];
      expect(policies).toHaveLength(1);
      const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style!);
      expect(styles).toHaveLength(1);
      const hash = createHash("sha256").update(styles[0]!, "utf8").digest("base64");
      const directives = policies[0]![1]!.split(";").map((directive) => directive.trim());
      expect(directives).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          `style-src 'sha256-${hash}'`,
          "base-uri 'none'",
          "form-action 'none'",
        ]),
      );
      expect(policies[0]![1]).not.toMatch(/unsafe|\*|https?:/);
      // The policy holds for what comes after it.
      expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
    });

    test("says its language, its encoding and its title", async () => {
      const html = await make();
      expect(html).toContain(`<html lang="${language}">`);
      expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(html.indexOf("<title>"));
      expect(html.match(/<title>[^<]+<\/title>/)).not.toBeNull();
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html.match(/<main>/g)).toHaveLength(1);
    });

    test("names each id once, and every id that is used is there", async () => {
      const html = await make();
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
      expect(ids).toEqual([...new Set(ids)]);
      const used = [...html.matchAll(/\saria-(?:labelledby|describedby)="([^"]*)"/g)].flatMap(
        ([, list]) => list!.split(" "),
      );
      const references = [...html.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id!);
      for (const id of [...used, ...references]) expect(ids).toContain(id);
    });

    test("gives every table a caption, and headings to columns and rows", async () => {
      const tables = (await make()).match(/<table>[\s\S]*?<\/table>/g)!;
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        expect(table).toMatch(/^<table><caption>[^<]+<\/caption><thead>/);
        const [head, ...rows] = table.match(/<tr>[\s\S]*?<\/tr>/g)!;
        const width = head!.match(/<t[hd][ >]/g)!.length;
        // A column without a heading holds the keys of the rows, which are headings themselves.
        const headings = head!.match(/<th scope="col"(?: class="number")?>[^<]+<\/th>/g)!.length;
        expect(headings).toBeGreaterThanOrEqual(width - 1);
        if (headings < width) expect(head).toMatch(/^<tr><td><\/td><th/);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row).toMatch(
            /^<tr><th scope="row"><span class="name">(?:[^<]|<\/?span[^>]*>)+<\/span><\/th><td/,
          );
          expect(row.match(/<t[hd][ >]/g)).toHaveLength(width);
        }
      }
    });

    test("steps from heading to heading, and leaves none out", async () => {
      const levels = [...(await make()).matchAll(/<h([1-6])[ >]/g)].map(([, level]) =>
        Number(level),
      );
      expect(levels[0]).toBe(1);
      for (const [at, level] of levels.slice(1).entries())
        expect(level).toBeLessThanOrEqual(levels[at]! + 1);
    });

    test.runIf(parse5)("parsed, is nested as it is written", async () => {
      const html = await make();
      const parsed = elementsOf(html).map(({ nodeName }) => nodeName.toLowerCase());
      const written = [...html.matchAll(/<([a-z][a-z0-9]*)[\s>/]/gi)].map(([, tag]) =>
        tag!.toLowerCase(),
      );
      expect(parsed.filter((name) => !name.startsWith("#"))).toEqual(written);
    });
  });

  test("the fragment is the page's body", () => {
    expect(toHtml(verification)).toContain(`<body>\n${toHtmlFragment(verification)}\n</body>`);
  });
});

describe("figures and names stay whole", () => {
  test("Markdown has its numbers as they are, and nothing unseen in them", () => {
    expect(toMarkdown(tierra("en"))).not.toContain("\u2060");
  });

  test("Markdown keeps a # at the end of a name that is a heading", () => {
    const heading = toMarkdown(verified(hostile("List #"))).split("\n")[0];
    expect(heading).toBe("# List \\#");
  });

  test("text is never cut within a character", () => {
    const names = ["", "x"].map((start) => start + "\u{1D518}".repeat(60));
    for (const name of names) expect(toText(verified(hostile(name)))).not.toMatch(/\p{Cs}/u);
  });
});
