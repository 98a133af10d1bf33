/** Text that a spreadsheet would run as a formula. */
export const FORMULA = /^[=+\-@\t\r\n]/;

/** The same text for a spreadsheet, with an apostrophe in front where it would be run as a formula. */
export const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
