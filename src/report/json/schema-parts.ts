import * as z from "zod";
import type { WrittenShare } from "./document";

/** A sentence for each field, and names for what stands in several places; for the JSON Schema only. */
export const sentences = z.registry<{ id?: string; description: string }>();

/** The schema with its sentence, and with a name if others refer to it. */
export function described<T extends z.ZodType>(schema: T, description: string, id?: string): T {
  sentences.add(schema, id === undefined ? { description } : { id, description });
  return schema;
}

/** The same for a schema that stands elsewhere too, with another sentence or with none. */
export const about = <T extends z.ZodType>(schema: T, description: string): T =>
  described(schema.clone(), description);

/** One schema per field of T, optional ones for optional fields: none too many, none too few. */
type Shape<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? z.ZodExactOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>;
};

/** An object of type T and nothing else in it; the compiler holds its fields against the type. */
export const object = <T extends object>(
  description: string,
  shape: Shape<T>,
  id?: string,
): z.ZodType<T> => described(z.strictObject(shape), description, id) as unknown as z.ZodType<T>;

/** Text that is one of a few words, each with what it means. */
export function oneOf<T extends string>(
  description: string,
  meanings: Readonly<Record<T, string>>,
): z.ZodType<T> {
  const words = Object.keys(meanings) as T[];
  const listed = words.map((word) => `\`${word}\`: ${meanings[word]}`).join("; ");
  return described(z.enum(words), `${description} ${listed}.`);
}

export const list = <T>(item: z.ZodType<T>, description: string) =>
  described(z.array(item).readonly(), description);

// Made once, because making one takes time.
const TEXT = z.string();
const COUNT = z.int().min(0);
const DECIMAL = z.string().regex(/^-?\d+(\.\d+)?$/);

export const text = (description: string) => about(TEXT, description);

export const flag = (description: string) => described(z.boolean(), description);

/** A whole number of votes, ballots, voters, stations, rows or bytes. */
export const count = (description: string) => about(COUNT, description);

/** A whole number that can be below 0. */
export const difference = (description: string) => described(z.int(), description);

export const decimal = (description: string) => about(DECIMAL, description);

/** A whole number that is too large for most readers of JSON numbers, or may be. */
export const digits = (description: string) => described(z.string().regex(/^-?\d+$/), description);

export const unlimited = (description: string): z.ZodType<number | string> =>
  described(z.union([COUNT, z.string().regex(/^\d{16,}$/)]), description);

/** From `min` to `max`, both included. */
export const range = (description: string) =>
  object<{ readonly min: number; readonly max: number }>(description, {
    min: count("The lower end, included."),
    max: count("The upper end, included."),
  });

export const share = object<WrittenShare>(
  "A share: a count out of another, and their quotient.",
  {
    votes: difference("What the share is of the whole, in votes; a lead can be below 0."),
    outOf: count("The whole, in votes."),
    share: described(
      z.string().regex(/^-?\d\.\d{10}$/),
      "`votes` / `outOf` with ten decimals, half a unit rounded away from zero; absent if `outOf` is 0.",
    ).exactOptional(),
  },
  "Share",
);
