import type { Issue } from "../../model/issue";
import type { Verification } from "../../verification";
import type { PackagedTable } from "./package";
import { candidatesTable, regionsTable, type TableField } from "./tables";

const ISSUE_FIELDS = [
  { name: "severity", type: "string", description: "How much it matters." },
  { name: "code", type: "string", description: "Stable code of the rule." },
  { name: "source", type: "string", description: "Name of the file or input." },
  { name: "line", type: "integer", description: "Line on which the row starts." },
  { name: "station", type: "string", description: "Key of the station." },
  { name: "field", type: "string", description: "Name of the column." },
  { name: "expected", type: "string", description: "What should be there." },
  { name: "received", type: "string", description: "What is there." },
  { name: "message", type: "string", description: "All of it in one sentence." },
] as const satisfies readonly (TableField & { readonly name: keyof Issue })[];

/** What a data package says of each table that can be exported. */
interface Packaged {
  readonly title: string;
  readonly description: string;
  readonly fields: (verification: Verification) => readonly TableField[];
}

/** The tables that a data package can hold. */
export const PACKAGED: Readonly<Record<PackagedTable["table"], Packaged>> = {
  candidates: {
    title: "Candidates",
    description:
      "Votes and shares on the covered stations, and what they can be over all stations.",
    fields: (verification) => candidatesTable(verification).fields,
  },
  regions: {
    title: "Regions",
    description: "Totals by region over the covered stations.",
    fields: (verification) => regionsTable(verification).fields,
  },
  issues: {
    title: "Issues",
    description: "Broken rules of the input, and choices in reading.",
    fields: () => ISSUE_FIELDS,
  },
};
