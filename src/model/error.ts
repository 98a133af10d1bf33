/** A call that is wrong: exit status 2 on the command line. */
type UsageCode =
  | "usage-invalid"
  | "election-unknown"
  | "election-invalid"
  | "region-unknown"
  | "candidate-unknown"
  | "share-invalid"
  | "claim-invalid"
  | "plan-invalid"
  | "audit-invalid"
  | "audit-bound"
  | "audit-impossible"
  | "audit-seed"
  | "peer-missing"
  | "universe-exceeded"
  | "file-unwritable";

/** A file that cannot give a trustworthy count: exit status 3. */
const INPUT_CODES = [
  "file-missing",
  "file-directory",
  "file-unreadable",
  "input-empty",
  "input-binary",
  "input-too-large",
  "input-repeated",
  "encoding-unsupported",
  "quotes-unbalanced",
  "column-missing",
  "column-ambiguous",
  "rows-none",
  "rows-none-accepted",
  "audit-commitment",
  "audit-reading",
  "qr-invalid",
] as const;

/** The stable code of a {@link TallyError}: every way a call can fail. */
export type TallyErrorCode = UsageCode | (typeof INPUT_CODES)[number];

const BRAND = Symbol.for("tallyproof.TallyError");

/**
 * A call that cannot give a meaningful answer: `code` says which rule it broke, `kind` whether the
 * call (`usage`) or the file (`input`) must change, and `message` what to do about it.
 *
 * Bad rows never throw; they become {@link Issue}s. `instanceof` also holds between the ESM and
 * CommonJS copies of the package, because it looks at a brand and not at the class.
 *
 * @example
 * ```ts
 * import { parseElection, TallyError } from "tallyproof";
 *
 * let code;
 * try {
 *   parseElection({ name: "no candidates" });
 * } catch (error) {
 *   if (error instanceof TallyError) code = error.code;
 * }
 * code; // => "election-invalid"
 * ```
 */
export class TallyError extends Error {
  readonly code: TallyErrorCode;
  readonly kind: "usage" | "input";

  constructor(code: TallyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TallyError";
    this.code = code;
    this.kind = INPUT_CODES.some((input) => input === code) ? "input" : "usage";
    Object.defineProperty(this, BRAND, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): value is TallyError {
    return typeof value === "object" && value !== null && BRAND in value;
  }
}
