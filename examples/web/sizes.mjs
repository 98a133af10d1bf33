import { gzipSync } from "node:zlib";

/** How large the files of the page are, minified and gzipped, and what each is made of. */
export function sizesOf(made) {
  return made
    .map(({ name, text, metafile }) => [
      `${name}: ${kilobytes(Buffer.byteLength(text))}, gzipped ${kilobytes(gzipSync(text, { level: 9 }).length)}`,
      ...partsOf(metafile).map(([part, bytes]) => `  ${kilobytes(bytes).padStart(8)}  ${part}`),
    ])
    .flat()
    .join("\n");
}

const MOST = 8;

/** Minified bytes by package, the heaviest first. */
function partsOf({ outputs }) {
  const sums = new Map();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const part = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? ownPart(path);
    sums.set(part, (sums.get(part) ?? 0) + bytesInOutput);
  }
  return [...sums].sort(([, a], [, b]) => b - a).slice(0, MOST);
}

const ownPart = (path) => (/(^|\/)dist\//.test(path) ? "tallyproof" : "the page's own");

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
