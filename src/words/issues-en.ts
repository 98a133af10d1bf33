import { ISSUES, type IssueCode, type IssueSeverity } from "../model/issue";

/** What to do about each issue; apart from what it means, which is in every message. */
const ACTIONS: Readonly<Record<IssueCode, string>> = {
  "row-width": "Look for a comma inside a name without quotes, or for a row cut short.",
  "row-swallowed":
    "Look for a stray quote on this line, or one that is missing, and for the rows after it.",
  "centre-exceeds-registered":
    "Compare the centre's sheets and its number of voters; the rows are counted as they are.",
  "region-differs": "Compare how the region is written in both, and the number of its stations.",
  "station-missing": "Fill in the key from the sheet, or remove a row that is not a station.",
  "station-malformed": "Compare the code with the sheet; check `digits` in the election's layout.",
  "station-unknown": "Check the station code, or get a newer register.",
  "count-missing": "Read the number from the sheet.",
  "count-malformed":
    "Correct the number from the sheet; signs, decimals and separators are not read.",
  "count-too-large": "Look for two columns run together.",
  "valid-votes-mismatch": "Compare the row with the sheet, candidate by candidate.",
  "ballots-cast-mismatch": "Compare the row with the sheet.",
  "ballots-exceed-registered": "Compare the row with the sheet and with the register.",
  "duplicate-identical": "Nothing, if the same sheet was transcribed or published twice.",
  "duplicate-conflicting": "Keep the row that agrees with the sheet and remove the others.",
  "duplicate-rejected": "Compare both rows with the sheet.",
  "region-missing":
    "Fill the column in; where cells were merged, add `fillDown` to it in the layout.",
  "header-repeated": "Nothing, if files were put together.",
  "quote-stray": "Remove the quote, or put the missing one in.",
  "votes-none":
    "If they are placeholders for sheets not there yet, skip them by a rule in the layout.",
  "station-lookalike":
    "If they are one station, correct one of them, or give the key its `digits` in the layout.",
  "row-total": "Nothing, or skip such rows by a rule in the layout.",
  "registered-differs":
    "The lower one is used, which leaves more room for uncovered votes; check both.",
  "row-blank": "Nothing.",
  "row-skipped": "Nothing, if the rule in the layout is meant for these rows.",
  "candidate-unknown":
    "Add the name to the candidate's values in the layout, or to those that are ignored.",
  "station-incomplete":
    "Correct the other row; if candidates without votes have no row, say so in the layout.",
  "column-absent": "Nothing, or name the column in the layout if it is there under another name.",
  "encoding-assumed": "If names look wrong, save the file as UTF-8. Counts are not affected.",
};

/**
 * What each issue code means, and what to do. `error`: the row is not counted. `warning`: nothing is
 * lost, but somebody should look. `notice`: a choice the reader made and announces.
 */
export const ISSUE_CODES = Object.fromEntries(
  Object.entries(ISSUES).map(([code, [severity, meaning]]) => [
    code,
    { severity, meaning, action: ACTIONS[code as IssueCode] },
  ]),
) as Readonly<
  Record<
    IssueCode,
    { readonly severity: IssueSeverity; readonly meaning: string; readonly action: string }
  >
>;
