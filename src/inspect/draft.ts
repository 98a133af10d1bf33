import type { ColumnProfile } from "./columns";
import type { Roles } from "./roles";

interface Format {
  readonly encoding: string | undefined;
  readonly delimiter: string;
  readonly headerLine: number;
}

/**
 * An election that reads the file as the guesses say. It is valid as it stands, so that it can be
 * tried at once; what the file cannot tell is marked EDIT.
 */
export function draftElection(
  name: string,
  columns: readonly ColumnProfile[],
  roles: Roles,
  rows: readonly (readonly string[])[],
  { encoding, delimiter, headerLine }: Format,
): object {
  const byLabel = new Map(columns.map((column) => [column.label, column]));
  // A column without a name of its own is given by position.
  const place = (label: string) => {
    const { name: own, position } = byLabel.get(label)!;
    return own === label ? label : { position };
  };
  const sumOf = (label: string) =>
    rows.reduce((sum, row) => sum + (Number(row[byLabel.get(label)!.position - 1]) || 0), 0);

  const values = roles.rows
    ? [...new Set(rows.map((row) => row[byLabel.get(roles.rows!.candidate)!.position - 1]!.trim()))]
    : roles.candidates;
  const registered = roles.registeredVoters ? sumOf(roles.registeredVoters) : undefined;
  const votes = roles.rows
    ? sumOf(roles.rows.votes)
    : values.reduce((sum, label) => sum + sumOf(label), 0);
  const counts = ["validVotes", "invalidVotes", "blankVotes", "registeredVoters"] as const;
  return {
    id: "draft",
    name: `EDIT: the election in ${name}`,
    date: "2000-01-01",
    candidates: values.map((label) => ({ code: label, name: label })),
    universe: {
      stations: rows.length,
      registeredVoters: Math.max(1, registered ?? 2 * votes),
      source: "EDIT: stations and voters of the whole election; these are only those of the file",
    },
    layout: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === "," ? {} : { delimiter }),
      ...(headerLine === 1 ? {} : { header: headerLine }),
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
        ? { rows: { candidate: place(roles.rows.candidate), votes: place(roles.rows.votes) } }
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
        winner: values[0] ?? "EDIT",
      },
    ],
  };
}
