import { describe, expect, test } from "vitest";
import { venezuela2024 } from "../../src/elections/index";
import {
  type Election,
  estimate,
  estimateCharts,
  readRegister,
  readTallies,
  type Share,
  type Tallies,
  TallyError,
  type Verification,
  verify,
} from "../../src/index";
import { readTalliesFile } from "../../src/node/index";
import { type Chart, charts } from "../../src/report/charts/index";
import { TEXT } from "../../src/report/charts/frame";
import { widthOf } from "../../src/report/charts/text";
import {
  CANDIDATE_COLORS,
  claimShape,
  OUTCOME_COLORS,
  RANGE_COLOR,
  THEMES,
} from "../../src/report/charts/theme";
import {
  bytesOf,
  hasRealData,
  pathOf,
  readFixture,
  realFile,
  smallElection,
  tierraClara,
} from "../fixtures";

interface Datum {
  readonly [field: string]: unknown;
  readonly label?: string;
}

interface Layer {
  readonly data: { readonly values: readonly Datum[] };
  readonly mark: { readonly type: string; readonly [property: string]: unknown };
  readonly encoding: {
    readonly x: {
      readonly value?: number;
      readonly scale?: { readonly domain: [number, number]; readonly range: [number, number] };
    };
  };
}

const layersOf = ({ spec }: Chart) => spec["layer"] as Layer[];
const valuesOf = (chart: Chart, type: string) =>
  layersOf(chart)
    .filter(({ mark }) => mark.type === type)
    .flatMap(({ data }) => data.values);
const labelsOf = (chart: Chart) => valuesOf(chart, "text").map(({ label }) => label!);
const named = (all: readonly Chart[], name: Chart["name"]) => {
  const chart = all.find((each) => each.name === name);
  expect(chart, name).toBeDefined();
  return chart!;
};
const percent = ({ votes, outOf }: Share) => (100 * votes) / outOf;

/** Where each text begins and ends, in pixels of the picture; it is measured on the wide side. */
function extents(chart: Chart): { label: string; from: number; to: number }[] {
  const { left } = chart.spec["padding"] as { left: number };
  return layersOf(chart)
    .filter(({ mark }) => mark.type === "text")
    .flatMap(({ data, mark, encoding: { x } }) =>
      data.values.map((datum) => {
        const scale = x.scale!;
        const at =
          x.value ??
          scale.range[0] +
            (((datum["x"] as number) - scale.domain[0]) / (scale.domain[1] - scale.domain[0])) *
              (scale.range[1] - scale.range[0]);
        const width = widthOf(datum.label!, 13, mark["fontWeight"] === "bold");
        const start = left + at + ((mark["dx"] as number | undefined) ?? 0);
        return mark["align"] === "right"
          ? { label: datum.label!, from: start - width, to: start }
          : { label: datum.label!, from: start, to: start + width };
      }),
    );
}

function expectInside(chart: Chart, width: number) {
  for (const { label, from, to } of extents(chart).filter((text) => text.label !== "")) {
    expect(from, `${chart.name}: ${label}`).toBeGreaterThanOrEqual(0);
    expect(to, `${chart.name}: ${label}`).toBeLessThanOrEqual(width + 1);
  }
}

const clara = readFixture("fixtures/tierra-clara.csv", tierraClara).tallies;
const claraVerified = verify(tierraClara, clara, { by: "EDO" });
const claraCharts = charts(claraVerified, clara);

/** Two candidates at ten stations of 100 voters, of which eight have a tally. */
function small(changes: Partial<Election>, rows = 8): [Verification, Tallies] {
  const election = smallElection(changes);
  const csv = Array.from({ length: rows }, (_, at) => `${at},100,${40 + at},${30 - at}`).join("\n");
  const { tallies } = readTallies(`station,roll,A,B\n${csv}\n`, election);
  return [verify(election, tallies), tallies];
}

describe("charts", () => {
  test("which charts there are depends on what is known", () => {
    expect(claraCharts.map(({ name }) => name)).toEqual([
      "shares",
      "remainder",
      "regions",
      "cumulative",
    ]);
    expect(charts(verify(tierraClara, clara)).map(({ name }) => name)).toEqual([
      "shares",
      "remainder",
    ]);
    const [noClaims] = small({});
    expect(charts(noClaims).map(({ name }) => name)).toEqual(["shares"]);
  });

  test("a specification is plain JSON with its data in it, and always the same", () => {
    for (const chart of claraCharts) {
      expect(JSON.parse(JSON.stringify(chart.spec))).toEqual(chart.spec);
      expect(chart.spec.$schema).toBe("https://vega.github.io/schema/vega-lite/v5.json");
      expect(JSON.stringify({ ...chart.spec, $schema: "" })).not.toMatch(/"url"|https?:/);
      expect(chart.spec["description"]).toBe(chart.description);
      expect(chart.description).toContain(chart.title);
      for (const layer of layersOf(chart)) expect(Array.isArray(layer.data.values)).toBe(true);
    }
    expect(JSON.stringify(charts(claraVerified, clara))).toBe(JSON.stringify(claraCharts));
  });

  test.each([320, 360, 480, 800])("at %i pixels no text is cut", (width) => {
    for (const language of ["en", "es"] as const)
      for (const chart of charts(claraVerified, clara, { language, width }))
        expectInside(chart, width);
  });

  test("text and marks can be read on both backgrounds", () => {
    const marks = [RANGE_COLOR, ...Object.values(OUTCOME_COLORS), ...CANDIDATE_COLORS];
    for (const color of marks)
      for (const background of ["#ffffff", "#15181c"])
        expect(contrast(color, background), color).toBeGreaterThanOrEqual(3);
    for (const [theme, background] of [
      ["light", "#ffffff"],
      ["dark", "#15181c"],
    ] as const)
      for (const color of [THEMES[theme].text, THEMES[theme].muted])
        expect(contrast(color, background)).toBeGreaterThanOrEqual(4.5);
    const dark = JSON.stringify(charts(claraVerified, clara, { theme: "dark" }));
    expect(dark).toContain(THEMES.dark.text);
    expect(dark).not.toContain(THEMES.light.text);
  });

  test("in a page, text has the colour of the page, and the title may stand beside the picture", () => {
    const made = charts(claraVerified, clara, { theme: "page", titled: false });
    for (const chart of made) {
      const everything = JSON.stringify(chart.spec);
      expect(everything).toContain("currentColor");
      for (const theme of [THEMES.light, THEMES.dark]) expect(everything).not.toContain(theme.text);
      const { text } = chart.spec["title"] as { text: string[] };
      expect(text.join(" ")).not.toContain(chart.title);
    }
  });

  test("a colour means one thing, and claims differ in shape", () => {
    const colors = [RANGE_COLOR, ...CANDIDATE_COLORS, ...Object.values(OUTCOME_COLORS)];
    expect(new Set(colors).size).toBe(colors.length);
    expect(new Set(Array.from({ length: 6 }, (_, at) => claimShape(at))).size).toBe(6);
  });

  test("no line of a grid goes through a label, and axes speak the language", () => {
    for (const chart of charts(claraVerified, clara, { language: "es" })) {
      const x = layersOf(chart)[0]!.encoding.x as unknown as {
        axis: { grid: boolean; labelExpr: string };
      };
      expect(x.axis.grid).toBe(false);
      expect(x.axis.labelExpr).not.toMatch(/\d[kM]|\d,\d{3}/);
    }
    const [, remainder] = charts(claraVerified, clara, { language: "es" });
    expect(JSON.stringify(remainder!.spec)).toContain("votos, en miles");
  });

  test("Spanish words and numbers", () => {
    const [shares, remainder, regions, cumulative] = charts(claraVerified, clara, {
      language: "es",
    });
    expect(shares!.title).toBe(
      "Nada de lo que falta puede dar a NM el 52 %; como máximo tiene el 50,45 %",
    );
    expect(remainder!.title).toBe(
      "El 52 % para NM necesita 180.346 votos faltantes; puede haber como máximo 166.884",
    );
    expect(regions!.title).toBe("EG tiene más votos contados que nadie en las 5 regiones");
    expect(cumulative!.title).toMatch(
      /^Desde la mesa [\d.]+ de 1\.215, EG y NM quedan a menos de 1 punto de su porcentaje final$/,
    );
    for (const chart of [shares!, remainder!, regions!, cumulative!]) {
      expect(chart.description).not.toMatch(/stations|counted|\d\.\d\d %/);
      expect(chart.spec["config"]).toHaveProperty("locale.number.decimal", ",");
    }
  });

  test("what there is not is said", () => {
    for (const options of [
      { language: "xx" },
      { theme: "__proto__" },
      { width: 0 },
      { width: NaN },
    ])
      expect(() => charts(claraVerified, clara, options as never)).toThrow(TallyError);
  });
});

describe("shares", () => {
  const chart = named(claraCharts, "shares");

  test("the title is what is not possible", () => {
    expect(chart.title).toBe("No completion gives NM 52 %; at most 50.45 % is possible");
  });

  test("dots, bars and bands are the count and the bounds", () => {
    const rects = valuesOf(chart, "rect");
    for (const { code, share } of claraVerified.bounds.slice(0, 2)) {
      const own = rects.filter(({ candidate }) => candidate === code);
      expect(own).toHaveLength(2);
      for (const { x, x2 } of own) {
        expect(x).toBeCloseTo(percent(share.min), 5);
        expect(x2).toBeCloseTo(percent(share.max), 5);
      }
      const dot = valuesOf(chart, "point").find(
        ({ candidate, claim }) => candidate === code && claim === undefined,
      );
      const counted = claraVerified.count.candidates.find((each) => each.code === code)!;
      expect(dot!["x"]).toBeCloseTo(percent(counted.share), 5);
    }
  });

  test("where all stations are counted, the share is said once", () => {
    const settled = {
      ...tierraClara,
      universe: { ...tierraClara.universe, stations: clara.length },
    };
    const verification = verify(settled, clara);
    const [share] = verification.bounds;
    expect(percent(share!.share.min)).toBe(percent(share!.share.max));
    for (const width of [340, 760]) {
      const labels = labelsOf(named(charts(verification, clara, { width }), "shares"));
      const said = percent(share!.share.min).toFixed(2);
      expect(labels.filter((label) => label.startsWith(said))).toEqual([`${said} % counted`]);
    }
    expect(labelsOf(chart)).toContain("65.09 % counted, 47.66 % to 74.43 % possible");
  });

  test("every claimed share has its mark, its interval, and its verdict", () => {
    const marks = valuesOf(chart, "point").filter(({ claim }) => claim !== undefined);
    expect(marks.map(({ claim, candidate, x }) => [claim, candidate, x])).toEqual([
      ["opposition", "EG", 65],
      ["official", "NM", 52],
      ["opposition", "NM", 30],
    ]);
    const interval = valuesOf(chart, "rule").find(({ claim }) => claim === "official");
    expect([interval!["x"], interval!["x2"]]).toEqual([51.5, 52.5]);
    // Below the mark, whose shape and hollow middle stay whole.
    const mark = marks.find(({ claim }) => claim === "official")!;
    expect((interval!["y"] as number) - (mark["y"] as number)).toBeGreaterThan(7);
    expect(mark["color"]).toBe(OUTCOME_COLORS.contradicted);
    expect(labelsOf(chart)).toContain("52 % contradicted");
    expect(chart.description).toContain("Garrido has the most votes (undecided)");
  });

  test("lanes do not collide", () => {
    for (const width of [320, 480]) {
      const own = named(charts(claraVerified, clara, { width }), "shares");
      const rows = valuesOf(own, "point")
        .map(({ y }) => y as number)
        .toSorted((a, b) => a - b);
      for (const [at, y] of rows.slice(1).entries())
        expect(y - rows[at]!).toBeGreaterThanOrEqual(18);
    }
  });

  test("a claim on part of the stations is hollow, and one on a region is left out", () => {
    const [verification] = small({
      claims: [
        { id: "whole", title: "whole", by: "a", shares: { A: "60" } },
        { id: "part", title: "part", by: "b", scope: { stations: 5 }, shares: { A: "10" } },
      ],
    });
    const own = named(charts(verification), "shares");
    const hollow = layersOf(own).filter(({ mark }) => mark["filled"] === false);
    expect(hollow.flatMap(({ data }) => data.values.map(({ claim }) => claim))).toEqual(["part"]);
    expect(own.title).not.toContain("10 %");
    const regional: Election = {
      ...tierraClara,
      claims: [
        {
          id: "there",
          title: "there",
          by: "c",
          scope: { region: ["EDO. MESETA"] },
          shares: { EG: "1" },
        },
      ],
    };
    const there = named(charts(verify(regional, clara)), "shares");
    expect(valuesOf(there, "point").some(({ claim }) => claim === "there")).toBe(false);
    expect(there.description).toContain("c (EDO. MESETA) (contradicted)");
  });

  test("what decides a claim elsewhere is not said of its shares", () => {
    const [verification] = small({
      claims: [{ id: "c", title: "c", by: "c", shares: { A: "60" }, votes: { A: 1, B: 3 } }],
    });
    const own = named(charts(verification), "shares");
    expect(labelsOf(own).some((label) => label.endsWith("60 % contradicted*"))).toBe(true);
    expect(own.title).toBe("Contradicted by the tallies: c");
  });

  test("votes of a claim that gives valid votes are shares as well", () => {
    const [verification] = small({
      claims: [{ id: "c", title: "c", by: "c", votes: { A: 400 }, validVotes: 600 }],
    });
    const [mark] = valuesOf(named(charts(verification), "shares"), "point").filter(
      ({ claim }) => claim === "c",
    );
    expect(mark!["x"]).toBeCloseTo(66.666667, 5);
  });

  test("titles when nothing is contradicted", () => {
    const title = (changes: Partial<Election>, rows?: number) =>
      named(charts(small(changes, rows)[0]), "shares").title;
    const open = { id: "o", title: "o", by: "o", shares: { A: "60" } };
    expect(title({ claims: [open] })).toBe("The tallies neither confirm nor exclude the claim");
    expect(title({ claims: [open, { ...open, id: "p" }] })).toContain("either claim");
    const certain = { id: "w", title: "w", by: "w", winner: "A" };
    expect(title({ claims: [certain, open] }, 10)).toMatch(/^(True|No completion)/);
    expect(title({})).toMatch(/^(A has the most votes whatever|The missing stations can still)/);
  });

  test("without any votes there is nothing to draw", () => {
    const election = smallElection({ universe: { stations: 1, registeredVoters: 5 } });
    const { tallies } = readTallies("station,roll,A,B\n1,5,0,0\n", election);
    expect(charts(verify(election, tallies), tallies)).toEqual([]);
  });
});

describe("remainder", () => {
  const chart = named(claraCharts, "remainder");

  test("bars are what is in hand, what can be missing, and what the claims need", () => {
    const rects = valuesOf(chart, "rect");
    const official = rects.filter(({ claim }) => claim === "official");
    const [finding] = claraVerified.verdicts[0]!.findings;
    const { validVotes } = claraVerified.count;
    expect(official.map(({ x, x2 }) => [x, x2])).toEqual([
      [0, validVotes],
      [validVotes, validVotes + claraVerified.remainder.maxValidVotes],
      [validVotes, validVotes + finding!.neededVotes!],
    ]);
    expect(chart.title).toBe("52 % for NM needs 180,346 missing votes; at most 166,884 can exist");
  });

  test("rows do not collide", () => {
    const lines = valuesOf(chart, "text")
      .map(({ y }) => y as number)
      .toSorted((a, b) => a - b);
    for (const [at, y] of lines.slice(1).entries())
      expect(y - lines[at]!).toBeGreaterThanOrEqual(18);
  });

  test("too many votes in hand are marked among those in hand", () => {
    const [verification] = small({
      claims: [{ id: "c", title: "c", by: "c", votes: { A: 1 } }],
    });
    const own = named(charts(verification), "remainder");
    const bar = valuesOf(own, "rect").at(-1)!;
    expect([bar["x"], bar["x2"]]).toEqual([1, 348]);
    expect(labelsOf(own)).toContain("348 in hand, the claim gives 1");
    expect(own.title).toBe("A already has 347 votes too many for what c says");
  });

  test("a track is as long as there can be votes; what the claim's own totals leave is said", () => {
    const [verification] = small({
      claims: [{ id: "c", title: "c", by: "c", votes: { B: 300 }, validVotes: 600 }],
    });
    const own = named(charts(verification), "remainder");
    const [hand, track] = valuesOf(own, "rect");
    expect((track!["x2"] as number) - (hand!["x2"] as number)).toBe(
      verification.remainder.maxValidVotes,
    );
    const { available } = verification.verdicts[0]!.findings[0]!;
    expect(own.description).toContain(`its own totals leave ${available}`);
  });
});

describe("regions", () => {
  test("dots are the leaders' shares, the largest lead first", () => {
    const chart = named(claraCharts, "regions");
    const points = valuesOf(chart, "point");
    for (const { region, count } of claraVerified.regions!)
      expect(points.filter((point) => point["region"] === region.at(-1)).map(({ x }) => x)).toEqual(
        count.candidates
          .slice(0, 2)
          .map(({ share }) => expect.closeTo(percent(share), 5) as number),
      );
    const leads = points
      .filter((_, at) => at % 2 === 0)
      .map(({ x }, at) => (x as number) - (points[2 * at + 1]!["x"] as number));
    expect(leads).toEqual(leads.toSorted((a, b) => b - a));
    expect(chart.title).toBe("EG has the most counted votes in all 5 regions");
  });

  test("names of candidates stay inside where one has nearly all votes", () => {
    const election = smallElection({
      candidates: [
        { code: "FIRST-OF-ALL", name: "Ana" },
        { code: "B", name: "Ben" },
      ],
      layout: {
        station: [{ column: "station" }],
        candidates: { "FIRST-OF-ALL": "A", B: "B" },
        regions: ["region"],
      },
    });
    const { tallies } = readTallies("station,region,A,B\n1,X,99,1\n2,Y,98,1\n", election);
    const verification = verify(election, tallies, { by: "region" });
    expectInside(named(charts(verification, tallies, { width: 320 }), "regions"), 320);
  });

  test("a register says how many stations have a tally, also where none has", () => {
    const csv =
      "EDO,stations\n" +
      ["EDO. MESETA,400", "DTTO. CLARO,400", "EDO. RÍO SUR,400", "EDO. NOWHERE,300"].join("\n");
    const election: Election = {
      ...tierraClara,
      registers: [{ region: "EDO", stations: "stations" }],
    };
    const register = readRegister({ name: "register.csv", data: csv }, election);
    const { tallies } = readTallies(
      { name: "t.csv", data: bytesOf("fixtures/tierra-clara.csv") },
      election,
      { register },
    );
    const verification = verify(election, tallies, { by: "EDO" });
    const chart = named(charts(verification), "regions");
    expect(chart.description).toContain("EDO. NOWHERE: 0 of 300 stations with a tally");
    expect(labelsOf(chart)).toContain("0 %");
    const bare = named(charts(verify(election, tallies)), "regions");
    expect(bare.title).toMatch(/^From 0\.0 % \(EDO\. NOWHERE\) to/);
    const withTallies = named(charts(verify(election, tallies), tallies), "regions");
    expect(withTallies.title).toBe(chart.title);
  });
});

describe("cumulative", () => {
  const chart = named(claraCharts, "cumulative");
  const steps = valuesOf(chart, "line");
  const way = (candidate: string, order: string) =>
    steps.filter((step) => step["candidate"] === candidate && step["order"] === order);

  test("every way ends at the counted share, in at most 200 steps", () => {
    for (const { code, share } of claraVerified.count.candidates.slice(0, 2))
      for (const order of ["file", "random"]) {
        const own = way(code, order);
        expect(own.length).toBeLessThanOrEqual(200);
        expect(own.at(-1)).toMatchObject({ x: clara.length });
        expect(own.at(-1)!["y"]).toBeCloseTo(percent(share), 5);
      }
  });

  test("the order of the file is the file's", () => {
    const { votes, validVotes } = clara.columns;
    for (const { x, y } of way("EG", "file")) {
      const sum = (values: Int32Array) =>
        values.subarray(0, x as number).reduce((all, value) => all + value, 0);
      expect(y).toBeCloseTo((100 * sum(votes[0]!)) / sum(validVotes), 5);
    }
  });

  test("the title says from which station on both leaders stay within a point", () => {
    const { votes, validVotes } = clara.columns;
    let last = 0;
    for (const own of votes.slice(0, 2)) {
      const total = own.reduce((a, b) => a + b, 0) / validVotes.reduce((a, b) => a + b, 0);
      let [some, all] = [0, 0];
      for (let at = 0; at < clara.length; at++) {
        some += own[at]!;
        all += validVotes[at]!;
        if (Math.abs(some / all - total) > 0.01) last = Math.max(last, at + 1);
      }
    }
    expect(chart.title).toBe(
      `From station ${last + 1} of ${clara.length.toLocaleString("en")} on EG and NM stay within 1 point of the final shares`,
    );
  });

  test("names do not cover each other where shares are close", () => {
    const election = smallElection();
    const { tallies } = readTallies("station,roll,A,B\n1,100,10,10\n2,100,10,9\n", election);
    const own = named(charts(verify(election, tallies), tallies), "cumulative");
    // Each has a panel, and the second begins below the first.
    const ranges = layersOf(own)
      .filter(({ mark }) => mark.type === "line")
      .map(
        ({ encoding }) => (encoding as unknown as { y: { scale: { range: number[] } } }).y.scale,
      );
    const [[firstBottom], , , [, secondTop]] = ranges.map(({ range }) => range) as [
      number[],
      number[],
      number[],
      number[],
    ];
    expect(secondTop! - firstBottom!).toBeGreaterThan(15);
  });
});

describe("names that anybody may have made", () => {
  const names = [
    '<img src=x onerror="alert(1)">',
    "\u202Eevil\u0000 `${x}`",
    "Long name ".repeat(50),
    `Z${"\u0301".repeat(400)}`,
    "A\uD800\uFFFF",
    "W".repeat(500),
  ];
  const election = smallElection({
    candidates: names.map((name, at) => ({ code: `C${at}`, name })),
    layout: {
      station: [{ column: "station" }],
      candidates: Object.fromEntries(names.map((_, at) => [`C${at}`, `C${at}`])),
      registeredVoters: { column: "roll", optional: true },
      regions: ["region"],
    },
    claims: names.map((title, at) => ({
      id: `${at}`,
      title,
      by: at % 2 === 0 ? title : "same",
      shares: { [`C${at % 3}`]: `${5 + 17 * at}` },
    })),
  });
  const rows = names.map(
    (name, at) =>
      `${at},90,"${name.replace(/"/g, '""').replace(/[\0\uD800]/g, "")}",20,19,18,4,3,${at}`,
  );
  const { tallies } = readTallies(
    `station,roll,region,C0,C1,C2,C3,C4,C5\n${rows.join("\n")}\n`,
    election,
  );
  const verification = verify(election, tallies, { by: "region" });

  test.each([320, 480])("are short and harmless in %i pixels", (width) => {
    for (const chart of charts(verification, tallies, { width })) {
      const everything = JSON.stringify(chart);
      expect(everything).not.toMatch(/[\u202E\uFFFF]|\\u0000|\\ud800|\u0301{4}/);
      expectInside(chart, width);
      expect((chart.spec["title"] as { text: string[] }).text.length).toBeLessThan(8);
    }
  });
});

describe.runIf(hasRealData)("Venezuela, 28 July 2024", () => {
  test("titles are the findings", async () => {
    const { tallies } = await readTalliesFile(pathOf(realFile("V1")), venezuela2024);
    const verification = verify(venezuela2024, tallies, { by: "EDO" });
    const all = charts(verification, tallies);
    expect(all.map(({ title }) => title)).toEqual([
      "No completion gives NM 52 %; at most 48.15 % is possible",
      "52 % for NM needs 4,635,031 missing votes; at most 3,647,225 can exist",
      "EG has the most counted votes in all 24 regions",
      "From station 11,409 of 24,532 on EG and NM stay within 1 point of the final shares",
    ]);
    const excess = valuesOf(named(all, "remainder"), "rect").filter(
      ({ claim, color }) => `${claim}`.startsWith("cne-bulletin") && color !== undefined,
    );
    expect(excess.map(({ claim, x, x2 }) => [claim, x, x2])).toEqual([
      ["cne-bulletin-1", 4445978, 4445978 + 195336],
      ["cne-bulletin-2", 5326104, 5326104 + 1830358],
    ]);
    const marked = new Set(valuesOf(named(all, "shares"), "point").map(({ claim }) => claim));
    for (const { id } of venezuela2024.claims) expect(marked).toContain(id);
    for (const width of [320, 480])
      for (const chart of charts(verification, tallies, { width })) expectInside(chart, width);
  });
});

/** Contrast of two colours after WCAG 2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe("an estimate", () => {
  const made = estimate(clara, tierraClara.universe, { claims: tierraClara.claims });

  test.each([320, 480, 760])("names give way to their figures at %i pixels", (width) => {
    const options = { width, election: tierraClara };
    const envelope = named(estimateCharts(made, options), "envelope");
    const labels = labelsOf(envelope);
    expect(labels).toHaveLength(2 + made.claims.length);
    for (const { claimed } of made.claims)
      expect(labels.filter((label) => label.endsWith(`: ${claimed} %`))).toHaveLength(1);
    for (const label of labels) expect(16 + widthOf(label, TEXT)).toBeLessThanOrEqual(width);
    expect(envelope.description).toContain('electoral council: "nearly 52 %" for Maldonado: 52 %.');
  });
});
