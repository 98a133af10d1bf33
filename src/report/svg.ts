import { TallyError } from "../model/error";
import type { Chart } from "./charts/chart";

// What is used of vega and vega-lite. They are optional, so nothing but this file knows them, and only
// by name: a bundle takes neither in.
interface Vega {
  readonly View: new (
    runtime: unknown,
    options: { readonly renderer: "none"; readonly loader: object; readonly logger: object },
  ) => { toSVG(): Promise<string>; finalize(): unknown };
  parse(spec: unknown): unknown;
  loader(): { load?: unknown };
}

interface VegaLite {
  compile(spec: unknown, options: { readonly logger: object }): { readonly spec: unknown };
}

/**
 * Draws a chart as SVG: text with a transparent background, without scripts, style attributes or
 * anything that is loaded, so that it may stand in a page with a strict Content-Security-Policy. Title
 * and description are in it for screen readers. The same chart gives the same bytes.
 *
 * Needs the packages `vega` and `vega-lite`, which tallyproof does not install by itself.
 *
 * @throws TallyError `peer-missing` when they are not installed
 * @example
 * ```ts
 * import { charts, readTallies, verify } from "tallyproof";
 * import { svgOf } from "tallyproof/node";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const [shares] = charts(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * const svg = await svgOf(shares!);
 * svg.startsWith('<svg role="img"'); // => true
 * ```
 */
export async function svgOf({ title, description, spec }: Chart): Promise<string> {
  const [vega, { compile }] = await Promise.all([load<Vega>("vega"), load<VegaLite>("vega-lite")]);
  const problems: string[] = [];
  const logger = loggerFor(problems);
  const loader = {
    ...vega.loader(),
    load: async (uri: string) => Promise.reject(new Error(`it would load ${uri}`)),
  };
  const runtime = vega.parse(compile(spec, { logger }).spec);
  const view = new vega.View(runtime, { renderer: "none", loader, logger });
  try {
    const svg = await view.toSVG();
    if (problems.length > 0) throw new Error(`The chart cannot be drawn: ${problems.join("; ")}`);
    return labelled(svg, title, description);
  } finally {
    view.finalize();
  }
}

async function load<T>(name: string): Promise<T> {
  try {
    return (await import(/* @vite-ignore */ name)) as T;
  } catch (error) {
    throw new TallyError(
      "peer-missing",
      `Drawing charts needs the package ${name}, which could not be loaded. ` +
        "Install both with: npm install vega vega-lite",
      { cause: error },
    );
  }
}

/** Whatever Vega has to say of a chart of ours is a mistake in it. */
function loggerFor(problems: string[]): object {
  const note = (...words: unknown[]) => {
    problems.push(words.join(" "));
    return logger;
  };
  const ignore = () => logger;
  const logger: object = { level: ignore, error: note, warn: note, info: ignore, debug: ignore };
  return logger;
}

/** One picture to a screen reader, with a name and a description. */
function labelled(svg: string, title: string, description: string): string {
  const name = escaped(title);
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" aria-label="${name}"${attributes}>` +
      `<title>${name}</title><desc>${escaped(description)}</desc>`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
