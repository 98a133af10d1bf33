// The main job on a made-up country: read its tallies, count them, judge both sides' claims.
import { fileURLToPath } from "node:url";
import { toText, verify } from "tallyproof";
import { readElectionFile, readTalliesFile } from "tallyproof/node";

const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

const election = await readElectionFile(fixture("tierra-clara.json"));
const { tallies } = await readTalliesFile(fixture("tierra-clara.csv"), election);
console.log(toText(verify(election, tallies)));
