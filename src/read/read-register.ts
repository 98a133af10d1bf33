import type { Election } from "../model/election";
import { parseElection } from "../model/parse-election";
import type { StationRegister } from "../model/register";
import type { AnyInput } from "./input";
import { type RegisterOptions, registerOf } from "./register-of";

/**
 * Reads how many voters are registered at each station, from a CSV with the station and
 * registered-voter columns of the election's layout (a file of tallies that has them will do).
 *
 * A station listed twice with different numbers is left out, and the register then cannot be
 * complete. Registered voters are counts of persons.
 *
 * @throws TallyError as {@link readTallies} does
 * @example
 * ```ts
 * import { readRegister } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const register = readRegister("CENTRO,MESA,RE\n10101001,1,666\n10101001,2,\n", venezuela2024);
 * register.registeredVoters.get("010101001/01"); // => 666
 * register.complete; // => false
 * register.issues[0]?.code; // => "count-missing"
 * ```
 */
export function readRegister(
  input: AnyInput,
  election: Election,
  options: RegisterOptions = {},
): StationRegister {
  return registerOf(input, parseElection(election), options);
}
