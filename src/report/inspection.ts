import { countOf, formatCount } from "../model/format";
import { table, wrap } from "./layout";
import type { Inspection } from "../inspect/inspect";

const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** An inspection for a terminal: what was seen, what is proposed, and what to do next. */
export function inspectionToText(inspection: Inspection): string {
  const { name, bytes, encoding, delimiter, headerLine, rows, columns, roles, notes } = inspection;
  const role = (label: string, value: string | readonly string[] | undefined) =>
    value === undefined || value.length === 0
      ? []
      : wrap(`${label}: ${typeof value === "string" ? value : value.join(", ")}`, "  ");
  return [
    ...wrap(name, ""),
    ...wrap(
      `${countOf(bytes, "byte")}, ${encoding}, fields separated by ${DELIMITER_NAMES[delimiter]}, header ` +
        `on line ${headerLine}, ${countOf(rows, "row")} below it`,
      "  ",
    ),
    "",
    "Columns",
    ...table(
      [
        { heading: "", align: "right" },
        { heading: "name", align: "left" },
        { heading: "holds", align: "left" },
        { heading: "distinct", align: "right" },
        { heading: "missing", align: "right" },
        { heading: "examples", align: "left" },
      ],
      columns.map(({ position, name: own, kind, distinct, missing, examples }) => [
        `${position}`,
        own,
        kind,
        formatCount(distinct),
        formatCount(missing),
        examples.join(" · "),
      ]),
    ),
    "",
    "Proposed, to be checked by you",
    ...role("a station is named by", roles.station),
    ...role("candidates", roles.candidates),
    ...role("candidate of each row", roles.rows?.candidate),
    ...role("votes of each row", roles.rows?.votes),
    ...role("valid votes", roles.validVotes),
    ...role("invalid votes", roles.invalidVotes),
    ...role("blank votes", roles.blankVotes),
    ...role("registered voters", roles.registeredVoters),
    ...role("regions", roles.regions),
    "",
    "Why",
    ...notes.flatMap((note) => wrap(note, "  ")),
    "",
    ...wrap(
      "Next: tallyproof inspect FILE --draft election.json saves a draft; put in the stations and voters " +
        "of the whole election, the claims, and who the candidates are; then tallyproof verify FILE " +
        "--election election.json.",
      "",
    ),
  ].join("\n");
}
