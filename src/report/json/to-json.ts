import { TallyError } from "../../model/error";
import { Exact, type Share } from "../../model/share";
import type { Verification } from "../../verification";
import { DECIMAL_FIELDS, NAMED_FIELDS, SCHEMA_URL, SCHEMA_VERSION } from "./document";
import { jsonText } from "./json-text";
import { shareText } from "./share-text";

const decimalFields = new Set<string>(DECIMAL_FIELDS);
const namedFields = new Set<string>(NAMED_FIELDS);

/**
 * The whole verification as JSON for other programs, in the form that `verificationJsonSchema`
 * describes. Nothing is left out, and the same verification always gives the same bytes: fields are
 * in alphabetical order, after the two that say what the document is.
 *
 * Every number in it is whole, and exact for any reader. Shares are their two counts with the quotient
 * beside them; ratios, means and distances are decimal text, as is a count beyond 2^53 − 1. Characters
 * that cannot be seen, or turn the direction of text, are written as `\uXXXX`.
 *
 * @returns the text, indented by two spaces, with a line end; parsed it is a `VerificationDocument`
 * @throws TallyError `usage-invalid` for anything but what `verify` returns
 * @example
 * ```ts
 * import { readTallies, toJson, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const json = toJson(verify(venezuela2024, readTallies(csv, venezuela2024).tallies));
 * const { schema, count } = JSON.parse(json);
 * schema; // => 1
 * count.candidates[0].share; // => { votes: 200, outOf: 300, share: "0.6666666667" }
 * ```
 */
export function toJson(verification: Verification): string {
  if (!(verification?.count && verification.verdicts))
    throw new TallyError(
      "usage-invalid",
      "toJson needs what verify returns: toJson(verify(election, tallies)).",
    );
  const written = write(verification, "", false) as object;
  const document = { $schema: SCHEMA_URL, schema: SCHEMA_VERSION, ...written };
  return jsonText(document);
}

/** `field` is the name of the field that the value is in; empty for items of lists, and for names. */
function write(value: unknown, field: string, inDecimals: boolean): unknown {
  const isNamed = namedFields.has(field);
  const asDecimal = inDecimals || decimalFields.has(field);
  if (typeof value === "number") return writeNumber(value, asDecimal, field);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, "", asDecimal));
  if (!isNamed && isShare(value)) return writeShare(value);
  const entries = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, write(own, isNamed ? "" : key, asDecimal)]);
  return Object.fromEntries(entries);
}

/** The shortest decimals that read back as the same number, without an exponent. */
function writeNumber(value: number, asDecimal: boolean, field: string): number | string {
  if (!Number.isFinite(value))
    throw new TallyError(
      "usage-invalid",
      `A verification has only finite numbers, but this one has ${value} in "${field}". Give toJson ` +
        "what verify returned, unchanged.",
    );
  return asDecimal || !Number.isSafeInteger(value) ? new Exact(value).toFixed() : value;
}

/** Two counts and no more; a claim that gives votes to candidates of these codes is a named field. */
function isShare(value: object): value is Share {
  const { votes, outOf } = value as Partial<Share>;
  const isPair = Number.isSafeInteger(votes) && Number.isSafeInteger(outOf);
  return isPair && Object.keys(value).length === 2;
}

function writeShare(share: Share): unknown {
  const { votes, outOf } = share;
  const text = shareText(share);
  return text === undefined ? { outOf, votes } : { outOf, share: text, votes };
}
