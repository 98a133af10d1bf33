import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Election, parseElection, readTallies } from "../src/index";

const root = new URL("../", import.meta.url);

export const pathOf = (path: string) => fileURLToPath(new URL(path, root));
export const bytesOf = (path: string) => new Uint8Array(readFileSync(pathOf(path)));
export const textOf = (path: string) => readFileSync(pathOf(path), "utf8");

export const tierraClara = parseElection(JSON.parse(textOf("fixtures/tierra-clara.json")));
export const threeVillages = parseElection(JSON.parse(textOf("fixtures/rows/election.json")));

/** Folder of real data, kept outside the project; tests that need it say so when it is not there. */
const real = "../shared/data/venezuela-2024/";
export const hasRealData = existsSync(pathOf(real));

export const realFile = (edition: "V1" | "V2") => `${real}RESULTADOS_2024_CSV_${edition}.csv`;

/** An election of two candidates with the columns `station,roll,A,B,...`, for made-up rows. */
export function smallElection(changes: Partial<Election> = {}): Election {
  return parseElection({
    id: "small",
    name: "Small",
    date: "2025-01-01",
    candidates: [
      { code: "A", name: "Ana" },
      { code: "B", name: "Ben" },
    ],
    universe: { stations: 10, registeredVoters: 1000 },
    layout: {
      station: [{ column: "station" }],
      candidates: { A: "A", B: "B" },
      registeredVoters: { column: "roll", optional: true },
    },
    claims: [],
    ...changes,
  });
}

export const readFixture = (path: string, election: Election) =>
  readTallies({ name: path, data: bytesOf(path) }, election);
