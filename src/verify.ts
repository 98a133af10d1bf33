import { showingVerdict } from "./judge/display";
import { showing } from "./model/display";
import type { Election } from "./model/election";
import { TallyError } from "./model/error";
import { parseElection } from "./model/parse-election";
import type { Tallies } from "./model/tallies";
import { electionIn } from "./model/texts";
import { toHtmlFragment } from "./report/html";
import { toText } from "./report/text";
import { languageOf, type Verification, verificationOf, type VerifyOptions } from "./verification";

/**
 * The whole pipeline after reading: counts the tallies, bounds what the uncovered stations can
 * change, and judges every claim of the election.
 *
 * Verdicts are deductions from the tallies. They hold if the tallies are authentic, and say nothing
 * of whether they are.
 *
 * @throws TallyError `election-invalid`, `candidate-unknown` when the tallies are of other
 * candidates, `universe-exceeded` when they do not fit the universe, `region-unknown`
 * @example
 * ```ts
 * import { readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const verification = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * verification.remainder.maxValidVotes; // => 21391964
 * verification.verdicts[0]?.outcome; // => "undecided"
 * ```
 */
export function verify(
  election: Election,
  tallies: Tallies,
  options: VerifyOptions = {},
): Verification {
  if (!(tallies?.columns && tallies.rows))
    throw new TallyError(
      "usage-invalid",
      "verify needs the `tallies` of what readTallies returns: verify(election, result.tallies). " +
        "A result of readTalliesFile must be awaited first.",
    );
  return showingItself(verificationOf(parseElection(election), tallies, options));
}

/** In a notebook: the report, and each verdict by itself. */
function showingItself(verification: Verification): Verification {
  const { verdicts, election, options } = verification;
  const language = languageOf(options);
  const { claims } = electionIn(election, language);
  for (const [at, verdict] of verdicts.entries()) showingVerdict(verdict, claims[at]!, language);
  return showing(verification, () => ({
    "text/plain": toText(verification),
    "text/html": toHtmlFragment(verification, { pictures: [] }),
  }));
}
