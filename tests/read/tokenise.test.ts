import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExpectedRow, RowCursor, Utf8 } from "../../src/read/cursor";
import { ByteEncoding } from "../../src/read/byte-encoding";
import { ByteRows } from "../../src/read/byte-rows";
import { QuotedRows } from "../../src/read/quoted-rows";
import { bytesOf, hasRealData, realFile } from "../fixtures";
import { runs } from "../laws";

const utf8 = ({ bytes, from, to }: Utf8) => new TextDecoder().decode(bytes.slice(from, to));

const everything = (rows: RowCursor) => {
  const all = [];
  while (rows.next()) {
    const { width, line } = rows;
    const columns = Array.from({ length: width + 1 }, (_, column) => column);
    const bytes = columns.map((column) => utf8(rows.utf8(column)));
    const texts = columns.map((column) => rows.text(column));
    // Asked once more, because a text may be made only once.
    const isSame = columns.every((at) => bytes[at] === texts[at] && rows.text(at) === texts[at]);
    if (!isSame) throw new Error(`line ${line}: a field is not the same each time`);
    const { swallows, strayQuote } = rows;
    const counts = columns.map((column) => rows.count(column));
    all.push({ line, width, texts, counts, swallows, strayQuote });
  }
  return all;
};

/** The rows of a text by its bytes, which come in pieces of some size. */
function everyByte(text: string, delimiter: string, size = Infinity, expected?: ExpectedRow) {
  const bytes = new TextEncoder().encode(text);
  const rows = new ByteRows("text", delimiter, new ByteEncoding("text", undefined, false));
  if (expected) rows.expect(expected);
  const all = [];
  for (let from = 0; from < bytes.length; from += size) {
    // Its memory is used for something else afterwards.
    const piece = bytes.slice(from, from + size);
    rows.feed(piece, from + size >= bytes.length);
    all.push(...everything(rows));
    piece.fill(120);
  }
  return all;
}

describe("the two tokenisers agree", () => {
  const plain = fc.oneof(
    fc.nat(3_000_000_000).map(String),
    fc.constantFrom("", " 7", "-1", "1.5", "007", "ñ", "٣", "€ 5", "constructor", "\u{1F600}"),
    // Few of them, so that they repeat from row to row.
    fc.constantFrom("north", "south", "PEÑA", "PEÑ"),
  );
  const inner = fc.string({ unit: fc.constantFrom("a", "7", '"', "\n", "\r", ",", ";", "ñ", " ") });
  const field = fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 4, arbitrary: plain.map((text) => `"${text}"`) },
    { weight: 1, arbitrary: inner.map((text) => `"${text.replaceAll('"', '""')}"`) },
    { weight: 1, arbitrary: inner.map((text) => `a${text.replace(/[,;\n\r]/g, "")}`) },
    { weight: 1, arbitrary: plain.map((text) => `"${text}"  `) },
  );
  const row = fc.array(field, { minLength: 1, maxLength: 6 });
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
  /** What is asked of each column, in rows of a width that is more frequent than others. */
  const asked = fc.record({
    roles: fc.array(fc.constantFrom("none", "counts", "texts", "keys"), {
      minLength: 1,
      maxLength: 6,
    }),
    size: fc.constantFrom(1, 2, 3, 7, 64, Infinity),
  });

  const expectedOf = (roles: readonly string[]): ExpectedRow => {
    const of = (role: string) => roles.flatMap((own, column) => (own === role ? [column] : []));
    return { width: roles.length, counts: of("counts"), texts: of("texts"), keys: of("keys") };
  };

  test.each([",", ";", "\t", "|"])("separated by %j", (delimiter) => {
    fc.assert(
      fc.property(
        asked,
        fc.array(fc.tuple(row, lineEnd), { maxLength: 12 }),
        row,
        fc.boolean(),
        fc.constantFrom("\n", "\r\n", undefined),
        ({ roles, size }, rows, last, open, usual) => {
          const made = rows
            .map(([fields, end], at) => {
              // Every other row is as wide as it should be, and ends as most do.
              const own = at % 2 === 0 ? fields : roles.map((_, i) => fields[i % fields.length]!);
              return own.join(delimiter) + (usual ?? end);
            })
            .join("");
          const text = open ? made + last.join(delimiter) : made;
          const reference = everything(new QuotedRows(text, delimiter, "text"));
          expect(everyByte(text, delimiter, size, expectedOf(roles))).toEqual(reference);
          expect(everyByte(text, delimiter, size)).toEqual(reference);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test("and on where quotes are broken", () => {
    const broken = fc.constantFrom('"', '"a"b', '"a" b', '""a', '"a""', '" ');
    const lines = fc.array(fc.tuple(fc.oneof(row, fc.tuple(broken)), lineEnd), { minLength: 1 });
    const outcome = (read: () => unknown) => {
      try {
        return read();
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(lines, fc.constantFrom(1, 5, Infinity), (rows, size) => {
        const text = rows.map(([fields, end]) => fields.join(",") + end).join("");
        expect(outcome(() => everyByte(text, ",", size))).toEqual(
          outcome(() => everything(new QuotedRows(text, ",", "text"))),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  test.runIf(hasRealData)("and on every cell of the real files", () => {
    for (const edition of ["V1", "V2"] as const) {
      const text = new TextDecoder("latin1").decode(bytesOf(realFile(edition)));
      expect(everyByte(text, ",")).toEqual(everything(new QuotedRows(text, ",", "text")));
    }
  });

  test("more fields than anybody expects", () => {
    const text = `${"1,".repeat(1000)}1\n${",".repeat(700)}`;
    expect(everyByte(text, ",")).toEqual(everything(new QuotedRows(text, ",", "text")));
  });
});

test("a row in quotes keeps its commas, quotes and lines", () => {
  const rows = new QuotedRows('a,"b,""c""\r\nd",2\n\n3', ",", "text");
  expect(everything(rows).map(({ line, texts }) => [line, ...texts])).toEqual([
    [1, "a", 'b,"c"\nd', "2", ""],
    [3, ""],
    [4, "3", ""],
  ]);
});
