/**
 * Every way a call can fail, and whose move it is: `usage` is a wrong call (exit status 2 on the
 * command line), `input` is a file that cannot give a trustworthy count (exit status 3).
 */
const ERROR_KINDS = {
  "usage-invalid": "usage",
  "election-unknown": "usage",
  "election-invalid": "usage",
  "region-unknown": "usage",
  "candidate-unknown": "usage",
  "share-invalid": "usage",
  "claim-invalid": "usage",
  "plan-invalid": "usage",
  "peer-missing": "usage",
  "universe-exceeded": "usage",
  "file-unwritable": "usage",
  "audit-invalid": "usage",
  "audit-bound": "usage",
  "audit-impossible": "usage",
  "audit-seed": "usage",
  "audit-commitment": "input",
  "audit-reading": "input",
  "qr-invalid": "input",
  "file-missing": "input",
  "file-directory": "input",
  "file-unreadable": "input",
  "input-empty": "input",
  "input-binary": "input",
  "input-too-large": "input",
  "input-repeated": "input",
  "encoding-unsupported": "input",
  "quotes-unbalanced": "input",
  "column-missing": "input",
  "column-ambiguous": "input",
  "rows-none": "input",
  "rows-none-accepted": "input",
} as const;

/** The stable code of a {@link TallyError}. */
export type TallyErrorCode = keyof typeof ERROR_KINDS;

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
    this.kind = ERROR_KINDS[code];
    Object.defineProperty(this, BRAND, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): value is TallyError {
    return typeof value === "object" && value !== null && BRAND in value;
  }
}
