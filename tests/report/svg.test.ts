import { describe, expect, test } from "vitest";
import { TallyError, verify } from "../../src/index";
import { svgOf } from "../../src/report/svg";
import { charts } from "../../src/report/charts/index";
import { readFixture, tierraClara } from "../fixtures";

/** By name: the packages are optional, and this project type-checks without them. */
const canLoad = async (name: string) =>
  import(/* @vite-ignore */ name).then(
    () => true,
    () => false,
  );
const hasVega = (await canLoad("vega")) && (await canLoad("vega-lite"));

const { tallies } = readFixture("fixtures/tierra-clara.csv", tierraClara);
const made = charts(verify(tierraClara, tallies, { by: "EDO" }), tallies);

describe.runIf(hasVega)("svgOf", () => {
  test.each(made)("$name is one picture that loads nothing", async (chart) => {
    const svg = await svgOf(chart);
    expect(svg).toMatch(/^<svg role="img" aria-label="/);
    expect(svg).toContain(`<title>${chart.title}</title>`);
    expect(svg).toContain("<desc>");
    expect(svg).not.toMatch(/<script|<style|style=|href=|url\(|<image|on\w+=|undefined|NaN/);
    expect(svg.match(/role="img"/g)).toHaveLength(1);
    expect(await svgOf(chart)).toBe(svg);
  });

  test("it is as wide as the chart", async () => {
    for (const width of [320, 700])
      for (const chart of charts(verify(tierraClara, tallies, { by: "EDO" }), tallies, { width }))
        expect(await svgOf(chart)).toContain(`viewBox="0 0 ${width} `);
  });

  test("every name stands in it, and as text", async () => {
    const name = `<img src=x onerror="alert('1')"> & co`;
    const [, second, ...others] = tierraClara.candidates;
    const election = {
      ...tierraClara,
      candidates: [{ code: "EG", name }, second!, ...others],
    };
    const [shares] = charts(verify(election, tallies), undefined, { width: 800 });
    const svg = await svgOf(shares!);
    expect(svg).toContain("&lt;img src=x onerror=");
    expect(svg).not.toContain("<img");
    expect(svg).toContain("Nestor Maldonado");
  });

  test("a title with markup stays text", async () => {
    const svg = await svgOf({ ...made[0]!, title: '"><script>', description: "</desc><b>" });
    expect(svg).toContain('aria-label="&quot;&gt;&lt;script&gt;"');
    expect(svg).not.toContain("<script");
  });

  test("a chart that is none, or would load something, is an error", async () => {
    const spec = { ...made[0]!.spec, data: { url: "https://example.org/x.csv" }, layer: [] };
    const loading = { ...spec, mark: "point", layer: undefined };
    await expect(svgOf({ ...made[0]!, spec: loading })).rejects.toThrow(/would load/);
  });
});

test.runIf(!hasVega)("without vega it says what to install", async () => {
  await expect(svgOf(made[0]!)).rejects.toThrow(/npm install vega vega-lite/);
  await expect(svgOf(made[0]!)).rejects.toBeInstanceOf(TallyError);
});
