import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowCursor } from "../../src/read/cursor";
import { PlainRows } from "../../src/read/plain-rows";
import { QuotedRows } from "../../src/read/quoted-rows";
import { bytesOf, hasRealData, realFile } from "../fixtures";

const everything = (rows: RowCursor) => {
  const all = [];
  while (rows.next()) {
    const { width, line } = rows;
    const columns = Array.from({ length: width + 1 }, (_, column) => column);
    const texts = columns.map((column) => rows.text(column));
    all.push({ line, width, texts, counts: columns.map((column) => rows.count(column)) });
  }
  return all;
};

describe("the two tokenisers agree on text without quotes", () => {
  const field = fc.oneof(
    fc.nat(3_000_000_000).map(String),
    fc.constantFrom("", " 7", "-1", "1.5", "007", "ñ", "٣", "€ 5", "constructor"),
  );
  const row = fc.array(field, { minLength: 1, maxLength: 6 });
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");

  test.each([",", ";", "\t", "|"])("separated by %j", (delimiter) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, lineEnd)), row, fc.boolean(), (rows, last, open) => {
        const made = rows.map(([fields, end]) => fields.join(delimiter) + end).join("");
        const text = open ? made + last.join(delimiter) : made;
        expect(everything(new PlainRows(text, delimiter))).toEqual(
          everything(new QuotedRows(text, delimiter, "text")),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.runIf(hasRealData)("and on every cell of the real files", () => {
    for (const edition of ["V1", "V2"] as const) {
      const text = new TextDecoder("latin1").decode(bytesOf(realFile(edition)));
      expect(everything(new PlainRows(text, ","))).toEqual(
        everything(new QuotedRows(text, ",", "text")),
      );
    }
  });

  test("more fields than anybody expects", () => {
    const text = `${"1,".repeat(1000)}1\n${",".repeat(700)}`;
    expect(everything(new PlainRows(text, ","))).toEqual(
      everything(new QuotedRows(text, ",", "text")),
    );
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
