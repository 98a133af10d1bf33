import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { SheetCounts } from "../model/sheet";
import { SHEET_COUNTS } from "../model/tallies";

/** What a value of the candidate column stands for. */
export type Meaning =
  | { readonly kind: "candidate"; readonly candidate: number }
  | { readonly kind: "count"; readonly name: keyof SheetCounts }
  | { readonly kind: "ignored" };

const COUNTED = ["validVotes", ...SHEET_COUNTS] as const;

/** Every value of the candidate column that the layout explains; none may mean two things. */
export function meaningsOf({ candidates, layout }: Election): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (values: readonly string[], meaning: Meaning) => {
    for (const value of values.map((text) => text.trim().normalize("NFC"))) {
      if (meanings.has(value))
        throw new TallyError(
          "election-invalid",
          `The layout gives the value "${value}" of the candidate column two meanings.`,
        );
      meanings.set(value, meaning);
    }
  };
  for (const [candidate, { code }] of candidates.entries()) {
    const values = layout.candidates[code];
    add(Array.isArray(values) ? values : [String(values)], { kind: "candidate", candidate });
  }
  for (const name of COUNTED) add(layout.rows?.[name] ?? [], { kind: "count", name });
  add(layout.rows?.ignored ?? [], { kind: "ignored" });
  return meanings;
}
