import type { Share } from "../../model/share";
import type { Verification } from "../../verification";

/** Where the JSON Schema of that name is. */
export function schemaUrl(name: string): string {
  return `https://unpkg.com/tallyproof/dist/${name}.schema.json`;
}

/** Where the JSON Schema of the document is; every document names it. */
export const SCHEMA_URL = schemaUrl("verification");

/** Goes up when a field is removed, or means something else than before; not when one is added. */
export const SCHEMA_VERSION = 1;

/**
 * Fields of ratios, means and distances, with all that is in them. They are written as decimal text
 * even where they happen to be whole, so that a field is always of one type.
 */
export const DECIMAL_FIELDS = [
  "average",
  "difference",
  "high",
  "largest",
  "low",
  "meanAbsolute",
  "needed",
  "probability",
  "residual",
] as const;

/** Fields whose keys are no fields but codes of candidates, or words of the file. */
export const NAMED_FIELDS = ["candidates", "missing", "shares", "votes"] as const;

/** A {@link Share} in the document. */
export interface WrittenShare {
  readonly votes: number;
  readonly outOf: number;
  /** `votes` / `outOf` with ten decimals, half a unit rounded away from zero; absent of nothing. */
  readonly share?: string;
}

type DecimalField = (typeof DECIMAL_FIELDS)[number];

/** Fields that follow from a claim alone, so that its figures can make them as large as they like. */
type UnlimitedField = "neededVotes" | "impliedBase";

/** Numbers within T as decimal text, or as both where they may be too large for a number. */
type Decimal<T> = T extends number ? string : { readonly [K in keyof T]: Decimal<T[K]> };
type Unlimited<T> = T extends number ? T | string : { readonly [K in keyof T]: Unlimited<T[K]> };

/** What becomes of a value in the document: shares get their decimals, ratios are text. */
export type Written<T> = T extends Share
  ? WrittenShare
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Written<T[K]> }
    : T extends object
      ? {
          readonly [K in keyof T]: K extends DecimalField
            ? Decimal<T[K]>
            : K extends UnlimitedField
              ? Unlimited<T[K]>
              : Written<T[K]>;
        }
      : T;

/**
 * A {@link Verification} as JSON has it, see `toJson`: the parsed text is of this type. All numbers
 * are whole and exact; what is no whole number is decimal text.
 */
export interface VerificationDocument extends Written<Verification> {
  /** Where the JSON Schema of this document is. */
  readonly $schema: string;
  /** Version of the document's form, see `1` for now. */
  readonly schema: typeof SCHEMA_VERSION;
}
