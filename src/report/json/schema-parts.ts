import * as z from "zod";
import type { WrittenShare } from "./document";

// All of these are without side effects but for a table that only the JSON Schema needs, so that a bundler
// leaves out the schemas of a program that does not ask for it.

/** A sentence for each field, and names for what stands in several places; for the JSON Schema only. */
export const sentences = z.registry<{ id?: string; description: string }>();

/** The schema with its sentence, and with a name if others refer to it. */
/* @__NO_SIDE_EFFECTS__ */
export function described<T extends z.ZodType>(schema: T, description: string, id?: string): T {
  sentences.add(schema, id === undefined ? { description } : { id, description });
  return schema;
}

/** The same for a schema that stands elsewhere too, with another sentence or with none. */
/* @__NO_SIDE_EFFECTS__ */
export function about<T extends z.ZodType>(schema: T, description: string): T {
  return described(schema.clone(), description);
}

/** One schema per field of T, optional ones for optional fields: none too many, none too few. */
type Shape<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? z.ZodExactOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>;
};

/** An object of type T and nothing else in it; the compiler holds its fields against the type. */
/* @__NO_SIDE_EFFECTS__ */
export function object<T extends object>(
  description: string,
  shape: Shape<T>,
  id?: string,
): z.ZodType<T> {
  return described(z.strictObject(shape), description, id) as unknown as z.ZodType<T>;
}

/** Text that is one of a few words, each with what it means. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<T extends string>(
  description: string,
  meanings: Readonly<Record<T, string>>,
): z.ZodType<T> {
  const words = Object.keys(meanings) as T[];
  const listed = words.map((word) => `\`${word}\`: ${meanings[word]}`).join("; ");
  return described(z.enum(words), `${description} ${listed}.`);
}

/** A field that may be absent, but not undefined. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.exactOptional();
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(item: z.ZodType<T>, description: string) {
  return described(z.array(item).readonly(), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function pair<T>(item: z.ZodType<T>, description: string) {
  return described(z.tuple([item, item]).readonly(), description);
}

/** One of two. */
/* @__NO_SIDE_EFFECTS__ */
export function either<A, B>(
  first: z.ZodType<A>,
  second: z.ZodType<B>,
  description: string,
  id?: string,
) {
  return described(z.union([first, second]), description, id);
}

/* @__NO_SIDE_EFFECTS__ */
export function literal<T extends string | number>(value: T, description: string) {
  return described(z.literal(value), description);
}

/** Any number; only where a document has no exact ones. */
/* @__NO_SIDE_EFFECTS__ */
export function number(description: string) {
  return described(z.number(), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function nullable<T>(item: z.ZodType<T>) {
  return z.union([item, z.null()]);
}

/** Text that is one of many words, which are described elsewhere. */
/* @__NO_SIDE_EFFECTS__ */
export function among<T extends string>(words: readonly T[], description: string): z.ZodType<T> {
  return described(z.enum(words), description) as unknown as z.ZodType<T>;
}

/* @__NO_SIDE_EFFECTS__ */
export function matching(pattern: RegExp, description: string) {
  return described(z.string().regex(pattern), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function names(description: string) {
  return list(TEXT, description);
}

/* @__NO_SIDE_EFFECTS__ */
export function numbers(description: string) {
  return list(COUNT, description);
}

/* @__NO_SIDE_EFFECTS__ */
export function decimals(description: string) {
  return list(DECIMAL, description);
}

/** A figure of a claim. */
/* @__NO_SIDE_EFFECTS__ */
export function claimed() {
  return either(
    count("A count."),
    matching(/^\d{1,3}(\.\d{1,8})?$/, "A percentage."),
    "The figure as published: a count, or a percentage as text with its digits.",
  );
}

/** Texts by name. */
/* @__NO_SIDE_EFFECTS__ */
export function record(description: string) {
  return described(z.record(TEXT, TEXT), description);
}

/** Lists of texts by name. */
/* @__NO_SIDE_EFFECTS__ */
export function listsByName(description: string) {
  return described(z.record(TEXT, z.array(TEXT).readonly()), description);
}

/** Counts by the code of a candidate. */
/* @__NO_SIDE_EFFECTS__ */
export function counts(description: string) {
  return described(z.record(TEXT, COUNT), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function positive(description: string) {
  return described(z.int().min(1), description);
}

// Made once, because making one takes time.
const TEXT = z.string();
const COUNT = z.int().min(0);
const DECIMAL = z.string().regex(/^-?\d+(\.\d+)?$/);

/* @__NO_SIDE_EFFECTS__ */
export function text<T extends string = string>(description: string): z.ZodType<T> {
  return about(TEXT, description) as unknown as z.ZodType<T>;
}

/* @__NO_SIDE_EFFECTS__ */
export function flag(description: string) {
  return described(z.boolean(), description);
}

/** A whole number of votes, ballots, voters, stations, rows or bytes. */
/* @__NO_SIDE_EFFECTS__ */
export function count(description: string) {
  return about(COUNT, description);
}

/** A whole number that can be below 0. */
/* @__NO_SIDE_EFFECTS__ */
export function difference(description: string) {
  return described(z.int(), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function decimal(description: string) {
  return about(DECIMAL, description);
}

/** A whole number that is too large for most readers of JSON numbers, or may be. */
/* @__NO_SIDE_EFFECTS__ */
export function digits(description: string) {
  return described(z.string().regex(/^-?\d+$/), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function unlimited(description: string): z.ZodType<number | string> {
  return described(z.union([COUNT, z.string().regex(/^\d{16,}$/)]), description);
}

/** From `min` to `max`, both included. */
/* @__NO_SIDE_EFFECTS__ */
export function range(description: string) {
  return object<{ readonly min: number; readonly max: number }>(description, {
    min: count("The lower end, included."),
    max: count("The upper end, included."),
  });
}

export const share = object<WrittenShare>(
  "A share: a count out of another, and their quotient.",
  {
    votes: difference("What the share is of the whole, in votes; a lead can be below 0."),
    outOf: count("The whole, in votes."),
    share: optional(
      matching(
        /^-?\d\.\d{10}$/,
        "`votes` / `outOf` with ten decimals, half a unit rounded away from zero; absent if `outOf` is 0.",
      ),
    ),
  },
  "Share",
);
