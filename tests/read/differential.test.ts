// The tokeniser and the reader beside a second CSV parser and a second reader, written here from
// RFC 4180 and the documentation and from nothing else: what both say of generated files is equal.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Issue, TallyError } from "../../src/index";
import { readTallies } from "./three-ways";
import { tokenise } from "../../src/read/tokenise";
import { smallElection } from "../fixtures";
import { runs, tryLaw } from "../laws";

interface ParsedRow {
  /** Line on which the row starts, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * RFC 4180, one character after the other; besides, a line may end in LF, CRLF or CR, a quote within
 * an unquoted field is a character like any other, and a line end in a quoted field is read as LF.
 *
 * @returns for text that is not CSV, the line on which the broken row starts
 */
function parse(text: string, delimiter: string): ParsedRow[] | { readonly brokenOn: number } {
  const rows: ParsedRow[] = [];
  let fields: string[] = [];
  let field = "";
  let state: "field start" | "unquoted" | "quoted" | "after quote" = "field start";
  let line = 1;
  let startsOn = 1;
  const endField = () => {
    fields.push(field);
    field = "";
    state = "field start";
  };
  const endRow = () => {
    endField();
    rows.push({ line: startsOn, fields });
    fields = [];
    startsOn = line;
  };
  for (let at = 0; at < text.length; at++) {
    let character = text[at]!;
    if (character === "\r") {
      if (text[at + 1] === "\n") at++;
      character = "\n";
    }
    if (character === "\n") line++;
    if (state === "quoted") {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else state = "after quote";
    } else if (character === delimiter) endField();
    else if (character === "\n") endRow();
    else if (state === "after quote") return { brokenOn: startsOn };
    else if (state === "field start" && character === '"') state = "quoted";
    else {
      field += character;
      state = "unquoted";
    }
  }
  // Assigned in the functions above, which the compiler does not see.
  const end = state as string;
  if (end === "quoted") return { brokenOn: startsOn };
  // The end of the last line does not start another row.
  if (end !== "field start" || fields.length > 0) endRow();
  return rows;
}

/** Every cell by the library, in the same shape. */
function tokenised(text: string, delimiter: string): ReturnType<typeof parse> {
  try {
    const rows = tokenise(text, delimiter, "text");
    const all: ParsedRow[] = [];
    while (rows.next()) {
      const { line, width } = rows;
      expect(rows.text(width)).toBe("");
      all.push({ line, fields: Array.from({ length: width }, (_, at) => rows.text(at)) });
    }
    return all;
  } catch (error) {
    if (!(error instanceof TallyError) || error.code !== "quotes-unbalanced") throw error;
    return { brokenOn: Number(/line (\d+):/.exec(error.message)![1]) };
  }
}

/** To the library, a row of a single empty field is an empty line, which has none. */
const asLibrary = (parsed: ReturnType<typeof parse>) =>
  "brokenOn" in parsed
    ? parsed
    : parsed.map(({ line, fields }) => ({
        line,
        fields: fields.length === 1 && fields[0] === "" ? [] : fields,
      }));

const DELIMITERS = [",", ";", "\t", "|"] as const;
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const LETTERS = [
  "a",
  "7",
  " ",
  "ñ",
  "Ω",
  "٣",
  "中",
  "😀",
  "e\u0301",
  "\u00A0",
  "\u2028",
  "\u0085",
  "\uFEFF",
  "'",
  "\\",
  "=",
  "\0",
];

/** A field and how it stands in the file. */
const fieldOf = (delimiter: string) => {
  const plain = fc
    .string({ unit: fc.constantFrom(...LETTERS), maxLength: 6 })
    .map((text) => [text, text] as const);
  const inch = fc.constantFrom('5" pipe', 'La "Ceiba"', "'\"").map((text) => [text, text] as const);
  const quoted = fc
    .array(fc.constantFrom(...LETTERS, ...DELIMITERS, '"', "\n", "\r\n", "\r", delimiter, '"'), {
      maxLength: 8,
    })
    .map((parts) => {
      const raw = parts.join("");
      return [raw.replace(/\r\n?/g, "\n"), `"${raw.replaceAll('"', '""')}"`] as const;
    });
  return fc.oneof(
    { arbitrary: plain, weight: 4 },
    { arbitrary: fc.constant(["", ""] as const), weight: 1 },
    { arbitrary: inch, weight: 1 },
    { arbitrary: quoted, weight: 4 },
  );
};

describe("the tokeniser and the parser above read the same cells on the same lines", () => {
  // The reading library drops a mark in front of the text; the decoder has dropped it before.
  const marked = (text: string) => text.startsWith("\uFEFF");

  test.each(DELIMITERS)("well-formed files, separated by %j", (delimiter) => {
    const row = fc.array(fieldOf(delimiter), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, lineEnd), { maxLength: 8 }),
        row,
        fc.boolean(),
        (rows, last, open) => {
          const written = (fields: typeof last) => fields.map(([, raw]) => raw).join(delimiter);
          const text =
            rows.map(([fields, end]) => written(fields) + end).join("") +
            (open ? written(last) : "");
          fc.pre(!marked(text));
          // CR, nothing and LF are one line end and not two.
          fc.pre(
            rows.every(
              ([fields, end], at) =>
                end !== "\n" || written(fields) !== "" || rows[at - 1]?.[1] !== "\r",
            ),
          );
          const parsed = parse(text, delimiter);
          expect(tokenised(text, delimiter)).toEqual(asLibrary(parsed));
          // And both read what was written; an empty last row is none.
          const meant = [
            ...rows.map(([fields]) => fields),
            ...(open && written(last) !== "" ? [last] : []),
          ];
          expect("brokenOn" in parsed ? parsed : parsed.map(({ fields }) => fields)).toEqual(
            meant.map((fields) => fields.map(([value]) => value)),
          );
        },
      ),
      { numRuns: runs(1500) },
    );
  });

  test.each(DELIMITERS)(
    "any text, read or refused on the same line, separated by %j",
    (delimiter) => {
      // No spaces: those between a closing quote and the delimiter are passed over, see below.
      const unit = fc.constantFrom('"', '"', '"', delimiter, delimiter, "\n", "\r", "a", "0", "é");
      fc.assert(
        fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
          expect(tokenised(text, delimiter)).toEqual(asLibrary(parse(text, delimiter)));
        }),
        { numRuns: runs(5000) },
      );
    },
  );

  test("each line end and each last row", () => {
    const text = 'a,"b\r\nc"\r"d""",e\n\n\r\n""\n"",\n,\n"\r\n\r",z';
    const rows = [
      [1, "a", "b\nc"],
      [3, 'd"', "e"],
      [4],
      [5],
      [6],
      [7, "", ""],
      [8, "", ""],
      [9, "\n\n", "z"],
    ];
    for (const [end, more] of [
      ["", []],
      ["\n", []],
      ["\r\n", []],
      ["\r", []],
      ["\n\n", [[12]]],
      ["\r\n\r\n", [[12]]],
      [",", []],
    ] as const) {
      const expected = [...rows, ...more].map(([line, ...fields]) => ({ line, fields }));
      if (end === ",") expected.at(-1)!.fields.push("");
      expect(tokenised(text + end, ",")).toEqual(expected);
      expect(asLibrary(parse(text + end, ","))).toEqual(expected);
    }
  });

  test("spaces after a closing quote are passed over, spaces before an opening one are not", () => {
    expect(tokenised('"a" ,"b"  \n "c", "d"', ",")).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, fields: [' "c"', ' "d"'] },
    ]);
  });

  test("also at the end of the file", () => {
    expect(tokenised('a,"b" ', ",")).toEqual([{ line: 1, fields: ["a", "b"] }]);
  });

  test("a broken field below a line end in quotes is named by the line of its row", () => {
    expect(tokenised('x\na,"b\nc","d\n', ",")).toEqual({ brokenOn: 2 });
  });
});

describe("readTallies and a reader written here accept and reject the same rows", () => {
  const NAMES = ["station", "roll", "A", "B", "note"] as const;
  type Name = (typeof NAMES)[number];

  interface Sheet {
    readonly station: string;
    readonly roll: number | undefined;
    readonly A: number;
    readonly B: number;
    readonly line: number;
  }

  /** What the documentation says of a file with these columns, over what the parser above reads. */
  function oracle(text: string, delimiter: string) {
    const parsed = parse(text, delimiter);
    if ("brokenOn" in parsed) throw new Error("generated files are well-formed");
    const [header, ...rows] = parsed;
    const names = header!.fields;
    const rejected: number[] = [];
    const blank: number[] = [];
    const sheets = new Map<string, Sheet[]>();
    for (const { line, fields } of rows) {
      if (fields.length === 1 && fields[0] === "") {
        blank.push(line);
        continue;
      }
      const sheet = sheetOf(fields, names, line, delimiter);
      if (sheet === undefined) rejected.push(line);
      else sheets.set(sheet.station, [...(sheets.get(sheet.station) ?? []), sheet]);
    }
    const accepted: Sheet[] = [];
    const duplicate: number[] = [];
    for (const copies of sheets.values()) {
      const rolls = new Set(copies.map(({ roll }) => roll).filter((roll) => roll !== undefined));
      const votes = new Set(copies.map(({ A, B }) => `${A} ${B}`));
      const [first, ...others] = copies;
      if (rolls.size > 1 || votes.size > 1) rejected.push(...copies.map(({ line }) => line));
      else {
        const [roll] = rolls;
        accepted.push({ ...first!, roll });
        duplicate.push(...others.map(({ line }) => line));
      }
    }
    const sorted = (lines: number[]) => lines.sort((a, b) => a - b);
    return { accepted, rejected: sorted(rejected), duplicate: sorted(duplicate), blank };
  }

  function sheetOf(
    fields: readonly string[],
    names: readonly string[],
    line: number,
    delimiter: string,
  ): Sheet | undefined {
    if (fields.length !== names.length) return undefined;
    const swallows = (field: string) =>
      field.includes("\n") && field.split(delimiter).length >= fields.length;
    if (fields.some(swallows)) return undefined;
    const of = (name: Name) => fields[names.indexOf(name)]!;
    const station = of("station").trim().normalize("NFC");
    const counts = (["A", "B"] as const).map((name) => countOf(of(name)));
    const [A, B] = counts;
    const roll = of("roll") === "" ? undefined : countOf(of("roll"));
    if (station === "" || A === undefined || B === undefined) return undefined;
    if (of("roll") !== "" && roll === undefined) return undefined;
    if (A + B > 2_147_483_647 || (roll !== undefined && A + B > roll)) return undefined;
    return { station, roll, A, B, line };
  }

  const countOf = (field: string) =>
    /^[0-9]+$/.test(field) && Number(field) <= 2_147_483_647 ? Number(field) : undefined;

  const cell: Record<Name, fc.Arbitrary<string>> = {
    station: fc.oneof(
      { arbitrary: fc.nat(30).map((number) => `Hall ${number}`), weight: 8 },
      {
        arbitrary: fc.constantFrom(
          "",
          " ",
          "Peña",
          "Pen\u0303a",
          " Hall 1 ",
          "a/b",
          "a\\/b",
          "North, Gate",
          'The "Old" Inn',
          "North\nGate",
          "1;2|3",
          "中",
          "__proto__",
        ),
        weight: 3,
      },
    ),
    roll: fc.oneof(
      { arbitrary: fc.constantFrom("2000", "3000", "2147483647"), weight: 6 },
      {
        arbitrary: fc.constantFrom("", "150", "0", "x", " 2000", "1,000", "2147483648"),
        weight: 2,
      },
    ),
    A: fc.oneof(
      { arbitrary: fc.nat(900).map(String), weight: 12 },
      {
        arbitrary: fc.constantFrom(
          "",
          "-1",
          "1.5",
          "1O",
          "007",
          "2147483647",
          "99999999999",
          "٣",
          "3 ",
          "1,200",
          "1e2",
        ),
        weight: 1,
      },
    ),
    B: fc.oneof(
      { arbitrary: fc.nat(900).map(String), weight: 12 },
      {
        arbitrary: fc.constantFrom("", "+7", "7\n", "O", "0x10", "2147483000", "\uFEFF5"),
        weight: 1,
      },
    ),
    note: fc.constantFrom(
      "",
      "",
      "x",
      "a, b",
      'say "no"',
      "two\nlines",
      "1,2\n3,4,5,6\n7,8",
      "1;2;\n;3;4;5",
      "\r\n",
    ),
  };
  type Cells = Record<Name, string>;
  const cells: fc.Arbitrary<Cells> = fc.record(cell);

  /** A row as it is written: of good or bad cells, too short, too long, empty, or a copy of another. */
  const row = fc.oneof(
    { arbitrary: cells.map((own) => ({ kind: "row" as const, own })), weight: 12 },
    {
      arbitrary: fc.record({
        kind: fc.constant("copy" as const),
        back: fc.nat(6),
        roll: fc.constantFrom("", "3000", undefined),
      }),
      weight: 2,
    },
    { arbitrary: cells.map((own) => ({ kind: "short" as const, own })), weight: 1 },
    { arbitrary: cells.map((own) => ({ kind: "long" as const, own })), weight: 1 },
    { arbitrary: fc.constant({ kind: "blank" as const }), weight: 1 },
  );

  /** Larger than all others, so that no row of a small file can be the total of the others. */
  const ANCHORS: readonly Cells[] = [1, 2, 3].map((number) => ({
    station: `Anchor ${number}`,
    roll: "",
    A: "1000000",
    B: "1000000",
    note: "",
  }));

  const file = fc
    .record({
      delimiter: fc.constantFrom(...DELIMITERS),
      names: fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
      rows: fc.array(row, { maxLength: 25 }),
      // Quotes where there is no need for them: never, always, or here and there.
      quoting: fc.constantFrom("need", "all", "some"),
      ends: fc.array(lineEnd, { minLength: 1, maxLength: 4 }),
      open: fc.boolean(),
    })
    .map(({ delimiter, names, rows, quoting, ends, open }) => {
      let written = 0;
      const write = (value: string) => {
        const must = /["\r\n]/.test(value) || value.includes(delimiter);
        const wants = quoting === "all" || (quoting === "some" && written++ % 3 === 0);
        return must || wants ? `"${value.replaceAll('"', '""')}"` : value;
      };
      const line = (own: Cells) => names.map((name) => write(own[name])).join(delimiter);
      const all: Cells[] = [...ANCHORS];
      const lines = [names.map(write).join(delimiter), ...ANCHORS.map(line)];
      for (const each of rows) {
        if (each.kind === "blank") lines.push("");
        else if (each.kind === "short") lines.push(line(each.own).replace(/[^\n]*?[,;|\t]/, ""));
        else if (each.kind === "long") lines.push(line(each.own) + delimiter);
        else {
          const known = each.kind === "row" ? each.own : all.at(-1 - (each.back % all.length))!;
          const own =
            each.kind === "copy" && each.roll !== undefined ? { ...known, roll: each.roll } : known;
          all.push(own);
          lines.push(line(own));
        }
      }
      const text = lines.map((own, at) => own + ends[at % ends.length]!).join("");
      return { delimiter, text: open ? text.replace(/[\r\n]+$/, "") : text };
    })
    // A row cut short may have lost one quote of two.
    .filter(({ text, delimiter }) => !("brokenOn" in parse(text, delimiter)));

  const layout = (delimiter: (typeof DELIMITERS)[number]) => ({
    delimiter,
    station: [{ column: "station" }],
    candidates: { A: "A", B: "B" },
    registeredVoters: { column: "roll", optional: true },
  });
  const elections = Object.fromEntries(
    DELIMITERS.map((delimiter) => [delimiter, smallElection({ layout: layout(delimiter) })]),
  );

  /** Lines that the issue on empty lines names: "3 (line 4, 6–7)". */
  const blankLines = (issues: readonly Issue[]) => {
    const named = issues.find(({ code }) => code === "row-blank")?.received;
    const ranges = named === undefined ? [] : /line (.*)\)/.exec(named)![1]!.split(", ");
    return ranges.flatMap((range) => {
      const [first, last = first] = range.split("–").map(Number);
      return Array.from({ length: last! - first! + 1 }, (_, at) => first! + at);
    });
  };

  test("generated files", () => {
    const seen = { accepted: 0, rejected: 0, duplicate: 0, blank: 0 };
    tryLaw(
      fc.property(file, ({ delimiter, text }) => {
        const { tallies, issues } = readTallies(text, elections[delimiter]!);
        const linesOf = (...wanted: string[]) =>
          issues
            .filter(({ code, severity }) => wanted.includes(code) || wanted.includes(severity))
            .map(({ line }) => line);
        const expected = oracle(text, delimiter);
        expect({
          accepted: [...tallies].map(({ station, votes, registeredVoters, line }) => ({
            station,
            roll: registeredVoters,
            A: votes["A"],
            B: votes["B"],
            line,
          })),
          rejected: linesOf("error"),
          duplicate: linesOf("duplicate-identical"),
          blank: blankLines(issues),
        }).toEqual(expected);
        for (const name of Object.keys(seen) as (keyof typeof seen)[])
          seen[name] += expected[name].length;
      }),
      3000,
      () => {
        // The generator makes enough of each kind for the comparison to mean something.
        for (const number of Object.values(seen)) expect(number).toBeGreaterThan(runs(300));
      },
    );
  });
});
