// Our own floor: reads a file and adds up its counts, and nothing else. No check, no key, no region.
//   node bench/floor.mjs FILE SHAPE
// In blocks into one buffer, with a loop for each thing to find: delimiters to pass over, digits.
import { closeSync, openSync, readSync } from "node:fs";
import { headerOf } from "./peers/header.mjs";
import { SHAPES } from "./shapes.mjs";

const BLOCK = 2 ** 18;
const LONGEST_LINE = 2 ** 16;
const [QUOTE, NEWLINE, ZERO] = [0x22, 0x0a, 0x30];

const [path, shapeName] = process.argv.slice(2);
const shape = SHAPES[shapeName];
const header = headerOf(path, shape.delimiter);
const isLong = shape.rows === "long";
const counts = isLong ? [shape.votes] : [shape.valid, shape.invalid, ...shape.candidates];
const first = Math.min(...counts.map((name) => header.indexOf(name)));
const delimiter = shape.delimiter.charCodeAt(0);
const sums = new Float64Array(counts.length);

eachBlock(path, isLong ? quotedLines : plainLines);
console.log(JSON.stringify({ total: sums.reduce((total, sum) => total + sum) }));

/** Hands over whole lines; what is left of a block comes before the next. */
function eachBlock(file, lines) {
  const buffer = new Uint8Array(BLOCK + LONGEST_LINE);
  const descriptor = openSync(file);
  let kept = 0;
  let isHeader = true;
  for (;;) {
    const length = readSync(descriptor, buffer, kept, BLOCK, null);
    if (length === 0) break;
    const end = buffer.lastIndexOf(NEWLINE, kept + length - 1) + 1;
    const start = isHeader ? buffer.indexOf(NEWLINE) + 1 : 0;
    isHeader = false;
    lines(buffer, start, end);
    buffer.copyWithin(0, end, kept + length);
    kept += length - end;
  }
  closeSync(descriptor);
}

function plainLines(buffer, start, end) {
  const columns = sums.length;
  for (let at = start; at < end;) {
    for (let left = first; left > 0;) if (buffer[at++] === delimiter) left--;
    for (let column = 0; column < columns; column++) {
      let value = 0;
      for (let digit; (digit = buffer[at++] - ZERO) >= 0;) value = value * 10 + digit;
      sums[column] += value;
    }
    // The last count may have been the last of the line.
    at--;
    while (buffer[at++] !== NEWLINE);
  }
}

/** Every field has two quotes, and the count stands behind one more than those before it. */
function quotedLines(buffer, start, end) {
  const quotes = first * 2 + 1;
  let sum = 0;
  for (let at = start; at < end;) {
    for (let left = quotes; left > 0;) if (buffer[at++] === QUOTE) left--;
    let value = 0;
    for (let digit; (digit = buffer[at++] - ZERO) >= 0;) value = value * 10 + digit;
    sum += value;
    while (buffer[at++] !== NEWLINE);
  }
  sums[0] += sum;
}
