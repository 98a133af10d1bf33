import type { ColumnProfile } from "./columns";
import type { Thousands } from "./format";
import type { Roles } from "./roles";

interface Format {
  readonly encoding: string | undefined;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly thousands: Thousands | undefined;
}

/**
 * An election that reads the file as the guesses say. What the file cannot tell is marked EDIT, and is
 * refused until somebody has put it in: no bound may rest on an invented number.
 */
export function draftElection(
  name: string,
  columns: readonly ColumnProfile[],
  roles: Roles,
  rows: readonly (readonly string[])[],
  { encoding, delimiter, headerLine, thousands }: Format,
): object {
  const byLabel = new Map(columns.map((column) => [column.label, column]));
  // A column without a name of its own is given by position.
  const place = (label: string) => {
    const { name: own, position } = byLabel.get(label)!;
    return own === label ? label : { position };
  };
  const { contest } = roles.rows ?? {};
  const ofContest = (all: readonly (readonly string[])[]) =>
    contest === undefined
      ? all
      : all.filter(
          (row) => row[byLabel.get(contest.column)!.position - 1]!.trim() === contest.first,
        );
  const columnOf = (at: string | { position: number }) =>
    typeof at === "string" ? { column: at } : at;
  const values = roles.rows
    ? [
        ...new Set(
          ofContest(rows).map((row) =>
            row[byLabel.get(roles.rows!.candidate)!.position - 1]!.trim(),
          ),
        ),
      ]
    : roles.candidates;
  const counts = ["validVotes", "invalidVotes", "blankVotes", "registeredVoters"] as const;
  return {
    id: "draft",
    name: `EDIT: the election in ${name}`,
    date: "EDIT: YYYY-MM-DD",
    candidates: values.map((label) => ({ code: label, name: label })),
    universe: {
      stations: "EDIT: how many stations there are in all",
      registeredVoters: "EDIT: how many voters there are in all",
    },
    layout: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === "," ? {} : { delimiter }),
      ...(headerLine === 1 ? {} : { header: headerLine }),
      ...(thousands === undefined ? {} : { values: { thousands } }),
      station:
        roles.station.length === 0
          ? [{ column: "EDIT: the column that names the station" }]
          : roles.station.map((label) => {
              const at = place(label);
              return typeof at === "string" ? { column: at } : at;
            }),
      candidates: Object.fromEntries(
        values.map((label) => [label, roles.rows ? [label] : place(label)]),
      ),
      ...(roles.rows
        ? {
            rows: { candidate: place(roles.rows.candidate), votes: place(roles.rows.votes) },
            ...(roles.rows.contest
              ? {
                  skip: [
                    {
                      ...columnOf(place(roles.rows.contest.column)),
                      notIn: [roles.rows.contest.first],
                      reason: "other contest",
                    },
                  ],
                }
              : {}),
          }
        : {}),
      ...Object.fromEntries(
        counts.flatMap((role) => (roles[role] === undefined ? [] : [[role, place(roles[role])]])),
      ),
      ...(roles.regions.length === 0
        ? {}
        : {
            regions: roles.regions.map((label) => {
              const at = place(label);
              return typeof at === "string" ? at : { name: label, ...at };
            }),
          }),
    },
    claims: [
      {
        id: "claim-1",
        title: "EDIT: what is claimed",
        by: "EDIT: who claims it",
        shares: { [values[0] ?? "EDIT"]: "EDIT: percent, such as 52 or 51.95" },
      },
    ],
  };
}
