// What results show of themselves in a notebook, where Deno's kernel asks a cell's last value for it.
import { describe, expect, test } from "vitest";
import {
  charts,
  explain,
  judge,
  parseElection,
  readTallies,
  toHtmlFragment,
  toJson,
  toText,
  verify,
} from "../../src/index";
import { svgOf } from "../../src/node/index";
import { verificationOf } from "../../src/verification";
import { readFixture, smallElection, textOf, tierraClara } from "../fixtures";

type Bundle = Readonly<Record<string, unknown>> & { "text/plain": string; "text/html": string };

/** As the kernel asks for it. */
const shown = (value: object): Bundle =>
  (value as Record<symbol, () => Bundle>)[Symbol.for("Jupyter.display")]!();

const { tallies } = readFixture("fixtures/tierra-clara.csv", tierraClara);
const verification = verify(tierraClara, tallies, { by: "EDO" });
const [official] = tierraClara.claims;

describe("a verification", () => {
  test("shows its report, without a word of charts that nobody made", () => {
    const bundle = shown(verification);
    expect(bundle["text/plain"]).toBe(toText(verification));
    expect(bundle["text/html"]).toBe(toHtmlFragment(verification, { pictures: [] }));
    expect(bundle["text/html"]).not.toContain("vega");
  });

  test("shows it in its own language", () => {
    const spanish = verify(tierraClara, tallies, { language: "es" });
    expect(shown(spanish)["text/plain"]).toBe(toText(spanish));
    expect(shown(spanish.verdicts[0]!)["text/plain"]).toMatch(/^CONTRADICHA {2}\S/);
  });
});

describe("a verdict", () => {
  test("shows the outcome, whose claim it is, and what decides", () => {
    for (const [at, verdict] of verification.verdicts.entries()) {
      const { by, title } = tierraClara.claims[at]!;
      const bundle = shown(verdict);
      expect(bundle["text/plain"]).toBe(
        `${verdict.outcome.toUpperCase()}  ${by}: ${title}\n${explain(verdict)}`,
      );
      expect(bundle["text/html"]).toContain(`<strong class="label">${verdict.outcome}</strong>`);
    }
  });

  test("of judge, too, in the language asked for", () => {
    const verdict = judge(official!, tallies, tierraClara.universe, "es");
    const spanish = verify(tierraClara, tallies, { language: "es" });
    expect(shown(verdict)).toEqual(shown(spanish.verdicts[0]!));
  });
});

describe("tallies", () => {
  test("show where every row went, and the first stations", () => {
    const { "text/plain": text, "text/html": html } = shown(tallies);
    const lines = text.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "Rows: 1,215 read = 1,215 accepted + 0 rejected + 0 duplicate + 0 skipped.",
      "The first 10 of 1,215 stations",
    ]);
    expect(lines).toHaveLength(2 + 1 + 10);
    expect(html.match(/<tr>/g)).toHaveLength(1 + 10);
    expect(html).toContain(`<td>${tallies.at(9)!.station}</td>`);
    expect(html).not.toContain(`<td>${tallies.at(10)!.station}</td>`);
  });

  const small = (rows: string) => readTallies(`station,roll,A,B\n${rows}`, smallElection()).tallies;

  test("leave empty what a sheet does not give, and put numbers to the right", () => {
    const election = parseElection({
      ...smallElection(),
      layout: {
        ...smallElection().layout,
        invalidVotes: { column: "null", optional: true },
        values: { missing: { "-": "not given" } },
      },
    });
    const csv = "station,roll,A,B,null\nHall,1500,1200,50,3\nOld school,100,9,60,-\n";
    expect(shown(readTallies(csv, election).tallies)["text/plain"].split("\n").slice(1)).toEqual([
      "2 stations",
      "station         A   B  validVotes  invalidVotes  ballotsCast  registeredVoters",
      "Hall        1,200  50       1,250             3        1,253             1,500",
      "Old school      9  60          69                                          100",
    ]);
  });

  test("of one station", () => {
    expect(shown(small("1,9,1,2\n"))["text/plain"].split("\n")[1]).toBe("1 station");
  });

  test("keep text from files as text", () => {
    const name = "<img src=x>\u202Eb";
    const bundle = shown(small(`${name},9,1,2\n`));
    expect(bundle["text/html"]).toContain("<td>&lt;img src=x&gt;&lt;U+202E&gt;b</td>");
    expect(bundle["text/plain"]).toContain("<img src=x><U+202E>b");
  });
});

test("a chart shows its specification, a picture, and its numbers in words", async () => {
  for (const chart of charts(verification, tallies)) {
    expect(await shown(chart)).toEqual({
      "application/vnd.vegalite.v5+json": chart.spec,
      "image/svg+xml": await svgOf(chart),
      "text/plain": chart.description,
    });
    expect(chart.description.startsWith(chart.title)).toBe(true);
  }
});

test("claims keep their text as text", () => {
  const election = {
    ...smallElection(),
    claims: [{ id: "x", title: "<b>50 %</b>", by: 'A "paper"\u0007', winner: "A" }],
  };
  const result = readTallies("station,roll,A,B\n1,9,1,2\n", election).tallies;
  const [verdict] = verify(election, result).verdicts;
  expect(shown(verdict!)["text/html"]).toContain(
    "<strong>A &quot;paper&quot;&lt;U+0007&gt;: &lt;b&gt;50\u00A0%&lt;/b&gt;</strong>",
  );
  expect(shown(verdict!)["text/plain"]).toContain('A "paper"<U+0007>: <b>50 %</b>\n');
});

test("nothing else sees it: JSON, copies, comparisons and fields are as without it", () => {
  const plain = verificationOf(tierraClara, tallies, { by: "EDO" });
  expect(verification).toStrictEqual(plain);
  expect(toJson(verification)).toBe(toJson(plain));
  expect(JSON.stringify(verification)).toBe(JSON.stringify(plain));
  expect(structuredClone(verification)).toStrictEqual(plain);
  const hidden: readonly object[] = [
    verification,
    ...verification.verdicts,
    judge(official!, tallies, tierraClara.universe),
    ...charts(verification),
    tallies,
  ];
  for (const object of hidden) {
    const symbols = Object.getOwnPropertySymbols(object);
    expect(symbols).toEqual([Symbol.for("Jupyter.display")]);
    expect(Object.getOwnPropertySymbols({ ...object })).toEqual([]);
  }
});

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly { readonly output_type: string }[];
}

test("the notebook imports what its readers import, and every cell has run", () => {
  const { cells, metadata } = JSON.parse(textOf("examples/notebook.ipynb")) as {
    readonly cells: readonly Cell[];
    readonly metadata: { readonly kernelspec: { readonly name: string } };
  };
  expect(metadata.kernelspec.name).toBe("deno");
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  const from = code
    .map(({ source }) => [source].flat().join(""))
    .flatMap((text) => [...text.matchAll(/from "([^"]+)"/g)].map(([, name]) => name));
  expect(new Set(from)).toEqual(new Set(["npm:tallyproof", "npm:tallyproof/node"]));
  const outputs = code.flatMap(({ outputs = [] }) => outputs);
  expect(outputs.length).toBeGreaterThan(5);
  for (const { output_type } of outputs) expect(output_type).not.toBe("error");
});
