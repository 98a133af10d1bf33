import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import { nameInputs, type TallyInputs } from "./input";
import { Interpreter } from "./interpret";
import { forEachRow, openInput } from "./open";
import { TallyTable } from "./table";

/** Reads tallies by an election that has been checked; see `readTallies`, which checks it. */
export function readInputs(
  inputs: TallyInputs,
  election: Election,
  register: StationRegister | undefined,
): Tallies {
  const table = new TallyTable(election);
  for (const input of nameInputs(inputs)) {
    const { rows, source } = openInput(input, election.layout, (issue) => table.issues.push(issue));
    table.sources.push(source);
    const interpreter = new Interpreter(election, table, register, rows, source.name);
    forEachRow(rows, source.name, () => interpreter.readRow());
  }
  const tallies = table.finish(register);
  if (tallies.length === 0) throw noneAccepted(tallies);
  return tallies;
}

function noneAccepted(tallies: Tallies): TallyError {
  const { rows, issues } = tallies;
  const first = issues.find(({ severity }) => severity === "error");
  return new TallyError(
    "rows-none-accepted",
    `None of the ${rows.read} rows could be accepted, so there is nothing to count.` +
      (first ? ` The first problem: ${first.message}` : ""),
  );
}
