// The worker that draws charts as SVG, with Vega as the library does in Node: there is no canvas here
// either, so the pictures are the same. The policy forbids to make code of text, hence the interpreter.
import { loader, parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";

async function draw({ title, description, spec }) {
  const problems = [];
  const logger = loggerFor(problems);
  const runtime = parse(compile(spec, { logger }).spec, undefined, { ast: true });
  const view = new View(runtime, {
    renderer: "none",
    expr: expressionInterpreter,
    loader: { ...loader(), load: async (uri) => Promise.reject(new Error(`it would load ${uri}`)) },
    logger,
  });
  try {
    const svg = await view.toSVG();
    if (problems.length > 0) throw new Error(problems.join("; "));
    return { title, description, svg: labelled(svg, title, description) };
  } finally {
    view.finalize();
  }
}

function loggerFor(problems) {
  const ignore = () => logger;
  const note = (...words) => {
    problems.push(words.join(" "));
    return logger;
  };
  const logger = { level: ignore, error: note, warn: note, info: ignore, debug: ignore };
  return logger;
}

/** One picture to a screen reader, with a name and a description. */
function labelled(svg, title, description) {
  const name = escaped(title);
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes) =>
      `<svg role="img" aria-label="${name}"${attributes}>` +
      `<title>${name}</title><desc>${escaped(description)}</desc>`,
  );
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

addEventListener("message", async ({ data: { id, charts } }) => {
  try {
    postMessage({ id, answer: await Promise.all(charts.map(draw)) });
  } catch (error) {
    postMessage({ id, problem: { code: "unexpected", message: String(error?.message ?? error) } });
  }
});

postMessage({ id: 0, answer: true });
