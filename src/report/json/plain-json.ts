import { TallyError } from "../../model/error";
import { Exact, type Share } from "../../model/share";
import type { WrittenShare } from "./document";
import { shareText } from "./share-text";

/** What becomes of a value in such a document: numbers in the fields of D are text. P is the field around it. */
export type Plain<T, D extends string, P extends string = ""> =
  IsShare<T> extends true
    ? WrittenShare
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Plain<T[K], D, P> }
      : T extends object
        ? {
            readonly [K in keyof T]: K extends D
              ? Texts<T[K], D, K>
              : K extends string
                ? `${P}.${K}` extends D
                  ? Texts<T[K], D, K>
                  : Plain<T[K], D, K>
                : never;
          }
        : T;

/** Two counts and nothing beside them. */
type IsShare<T> = T extends Share ? ([keyof T] extends [keyof Share] ? true : false) : false;

type Texts<T, D extends string, P extends string> = T extends number
  ? string
  : T extends readonly number[]
    ? readonly string[]
    : Plain<T, D, P>;

/** The document: its kind and the number of its form before everything else. */
export type PlainDocument<T, Kind extends string, D extends string> = {
  readonly kind: Kind;
  readonly schema: 1;
} & Plain<T, D>;

/**
 * A result as JSON for other programs, after its kind and the version of the form: fields in alphabetical
 * order, and the same bytes for the same result. Counts are whole numbers. Fields named in `decimals`, alone
 * or after the field around them (`figures.covered`), are decimal text even where they happen to be whole, so
 * that a field is always of one type; exact shares have their two counts and the quotient.
 */
export function plainJson(result: object, kind: string, decimals: readonly string[]): string {
  const written = write(result, "", new Set(decimals)) as object;
  return `${JSON.stringify({ kind, schema: 1, ...written }, undefined, 2)}\n`;
}

function write(value: unknown, path: string, decimals: ReadonlySet<string>): unknown {
  if (typeof value === "number") return writeNumber(value, path, decimals);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, path, decimals));
  const { votes, outOf } = value as { votes?: unknown; outOf?: unknown };
  if (typeof votes === "number" && typeof outOf === "number" && Object.keys(value).length === 2) {
    const text = shareText({ votes, outOf });
    return text === undefined ? { outOf, votes } : { outOf, share: text, votes };
  }
  const around = fieldOf(path);
  const entries = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, write(own, `${around}.${key}`, decimals)]);
  return Object.fromEntries(entries);
}

const fieldOf = (path: string) => path.slice(path.indexOf(".") + 1);

function writeNumber(value: number, path: string, decimals: ReadonlySet<string>) {
  if (!Number.isFinite(value))
    throw new TallyError(
      "usage-invalid",
      `A result has only finite numbers, but this one has ${value} in "${fieldOf(path)}". Give it unchanged.`,
    );
  // Twelve digits: more than an estimate is known to, and the same on every machine.
  return decimals.has(path) || decimals.has(fieldOf(path)) || !Number.isSafeInteger(value)
    ? new Exact(value.toPrecision(12)).toFixed()
    : value;
}
