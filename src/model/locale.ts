import { Exact, percentOf, type Share } from "./share";

/** Languages of reports. */
export type Language = "en" | "es";

/** How numbers are written in a language: `7,156,462` and `67.14 %`, or `7.156.462` and `67,14 %`. */
export interface Locale {
  readonly language: Language;
  /** A whole number with its thousands apart, rounded half up. */
  count(value: number): string;
  /** Exact decimal text, such as `-1234.5`, as written in the language. */
  decimal(text: string): string;
  /** Digits with an exponent, such as `7.4e-9`. */
  scientific(text: string): string;
  /** A share in percent, rounded half up from the exact ratio; `–` for a share of nothing. */
  share(share: Share, digits?: number): string;
  /** A share from 0 to 1 in percent. */
  percent(share: number, digits?: number): string;
  /** A difference of shares in percentage points, without a unit. */
  points(share: Share | number, digits?: number): string;
}

const MINUS = "−";

function localeOf(language: Language, thousands: string, point: string): Locale {
  const decimal = (text: string) => {
    const isNegative = text.startsWith("-");
    const [whole = "", decimals] = (isNegative ? text.slice(1) : text).split(".");
    let grouped = whole.slice(-3);
    for (let end = whole.length - 3; end > 0; end -= 3)
      grouped = `${whole.slice(Math.max(0, end - 3), end)}${thousands}${grouped}`;
    const sign = isNegative && /[1-9]/.test(text) ? MINUS : "";
    return `${sign}${grouped}${decimals === undefined ? "" : `${point}${decimals}`}`;
  };
  const hundredfold = (value: Exact, digits: number) => decimal(value.times(100).toFixed(digits));
  return {
    language,
    decimal,
    scientific: (text) => {
      const [digits = "", exponent] = text.split("e");
      return exponent === undefined ? decimal(digits) : `${decimal(digits)}e${exponent}`;
    },
    count: (value) => decimal(`${Math.round(value)}`),
    share: (share, digits = 2) =>
      share.outOf === 0 ? "–" : `${decimal(percentOf(share, digits))} %`,
    percent: (share, digits = 1) => `${hundredfold(new Exact(share), digits)} %`,
    points: (share, digits = 2) => {
      if (typeof share === "number") return hundredfold(new Exact(share), digits);
      return share.outOf === 0 ? "–" : decimal(percentOf(share, digits));
    },
  };
}

export const LOCALES: Readonly<Record<Language, Locale>> = {
  en: localeOf("en", ",", "."),
  es: localeOf("es", ".", ","),
};
