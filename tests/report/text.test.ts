import { describe, expect, test } from "vitest";
import { readTallies, toText, verify } from "../../src/index";
import { readFixture, smallElection, tierraClara } from "../fixtures";

const text = toText(
  verify(tierraClara, readFixture("fixtures/tierra-clara.csv", tierraClara).tallies, { by: "PAR" }),
);

describe("toText", () => {
  test("the answer stands in the first lines", () => {
    const [title, , , , question, , first] = text.split("\n");
    expect(title).toBe("Tierra Clara (a made-up country), president, 28 July 2024");
    expect(question).toBe("Can each claim be true, given these tallies?");
    expect(first).toContain("CONTRADICTED  electoral council");
  });

  test("no line is wider than 100 columns, and none ends in a space", () => {
    for (const line of text.split("\n")) {
      expect([...line].length).toBeLessThanOrEqual(100);
      expect(line).toBe(line.trimEnd());
    }
  });

  test("sections follow from answer to provenance", () => {
    const headings = [
      "Can each",
      "Votes on",
      "Coverage",
      "By PAR",
      "Claimed less",
      "Rows",
      "Read by",
    ];
    const places = headings.map((heading) => text.indexOf(`\n${heading}`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
  });

  test("never says fraud", () => {
    expect(text).not.toMatch(/fraud/i);
  });

  test("colours mark verdicts only when asked for", () => {
    const verification = verify(
      tierraClara,
      readFixture("fixtures/tierra-clara.csv", tierraClara).tallies,
    );
    expect(toText(verification)).not.toContain("\u001B");
    expect(toText(verification, { color: true })).toContain("\u001B[1;31mCONTRADICTED\u001B[0m");
  });

  test("long names, control and bidirectional characters cannot spoil the page", () => {
    const name = `\u001B[2J\u202E${"Very long name ".repeat(20)}`;
    const election = smallElection({
      candidates: [
        { code: "A", name },
        { code: "B", name: "Ben" },
      ],
      claims: [{ id: "c", title: "t".repeat(300), by: "\u0007", winner: "A" }],
    });
    const { tallies } = readTallies("station,A,B\n1,5,4\n\u001B2,5,\u202Ex\n", election);
    const printed = toText(verify(election, tallies));
    for (const line of printed.split("\n")) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(printed).toContain("<U+202E>");
    for (const line of printed.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });

  test("issues are grouped by code, with examples and what to do", () => {
    const rows = Array.from({ length: 9 }, (_, at) => `${at},9x,1`).join("\n");
    const election = smallElection();
    const { tallies } = readTallies(`station,A,B\n${rows}\nlast,1,1\n`, election);
    const printed = toText(verify(election, tallies));
    expect(printed).toContain("10 read = 1 accepted + 9 rejected + 0 duplicate + 0 skipped.");
    expect(printed).toContain("error count-malformed, 9 ×");
    expect(printed).toContain("and 6 more.");
  });
});
