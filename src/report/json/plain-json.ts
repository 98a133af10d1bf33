import { TallyError } from "../../model/error";
import { Exact } from "../../model/share";
import { shareText } from "./share-text";

/**
 * A result as JSON for other programs, after its kind and the version of the form: fields in alphabetical
 * order, and the same bytes for the same result. Counts are whole numbers. Fields named in `decimals` are
 * decimal text even where they happen to be whole, so that a field is always of one type; exact shares have
 * their two counts and the quotient.
 */
export function plainJson(result: object, kind: string, decimals: ReadonlySet<string>): string {
  const written = write(result, "", decimals) as object;
  return `${JSON.stringify({ kind, schema: 1, ...written }, undefined, 2)}\n`;
}

function write(value: unknown, field: string, decimals: ReadonlySet<string>): unknown {
  if (typeof value === "number") return writeNumber(value, field, decimals);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, field, decimals));
  const { votes, outOf } = value as { votes?: unknown; outOf?: unknown };
  if (typeof votes === "number" && typeof outOf === "number" && Object.keys(value).length === 2) {
    const text = shareText({ votes, outOf });
    return text === undefined ? { outOf, votes } : { outOf, share: text, votes };
  }
  const entries = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, write(own, key, decimals)]);
  return Object.fromEntries(entries);
}

function writeNumber(value: number, field: string, decimals: ReadonlySet<string>) {
  if (!Number.isFinite(value))
    throw new TallyError(
      "usage-invalid",
      `A result has only finite numbers, but this one has ${value} in "${field}". Give it unchanged.`,
    );
  // Twelve digits: more than an estimate is known to, and the same on every machine.
  return decimals.has(field) || !Number.isSafeInteger(value)
    ? new Exact(value.toPrecision(12)).toFixed()
    : value;
}
