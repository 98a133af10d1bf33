import { TallyError } from "../model/error";

/** A row as databases' clients give them: values by name of the column. */
export type SqlRow = Readonly<Record<string, unknown>>;

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A sum of the result, which clients give as a bigint, a number or a text, and NULL of nothing. */
export function sumIn(row: SqlRow, name: string): number {
  const value = valueIn(row, name);
  if (value === null) return 0;
  const sum =
    typeof value === "bigint"
      ? value
      : typeof value === "number" && Number.isInteger(value)
        ? BigInt(value)
        : typeof value === "string" && /^[0-9]+$/.test(value)
          ? BigInt(value)
          : undefined;
  if (sum === undefined || sum < 0n)
    throw new TallyError(
      "usage-invalid",
      `The query gave ${shown(value)} for the sum ${name}. Return it as a bigint, a whole number or a ` +
        "text of digits.",
    );
  return exact(name, sum);
}

/** @throws TallyError `universe-exceeded` for a sum that JavaScript does not hold exactly */
export function exact(name: string, sum: bigint): number {
  if (sum <= SAFE) return Number(sum);
  throw new TallyError(
    "universe-exceeded",
    `The sum ${name} is ${sum}, more than 9,007,199,254,740,991, which no election has. ` +
      "Do the columns of the layout hold counts?",
  );
}

export function textIn(row: SqlRow, name: string): string {
  const value = valueIn(row, name);
  if (typeof value === "string") return value;
  throw new TallyError("usage-invalid", `The query gave ${shown(value)} for the text ${name}.`);
}

function valueIn(row: SqlRow, name: string): unknown {
  if (typeof row !== "object" || row === null || !Object.hasOwn(row, name))
    throw new TallyError(
      "usage-invalid",
      `A row that the query gave has no column ${name}. Return rows as objects, ` +
        "with the values by the names that the statement gives its columns.",
    );
  return row[name];
}

const shown = (value: unknown) =>
  typeof value === "string"
    ? JSON.stringify(value.slice(0, 40))
    : `a value of type ${typeof value}`;
