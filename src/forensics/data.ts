import { halves, hasTurnout } from "./model";
import type { Sheets } from "./sheets";
import { lastDigits } from "./tests/digits";
import { centreChances, homogeneity } from "./tests/homogeneity";

/** Width of a fingerprint's cells, in percentage points of turnout and share. */
export const FINGERPRINT_STEP = 2;

/** How many stations have a turnout and a share in one cell: from these percentages up to the next. */
export interface FingerprintCell {
  readonly turnoutPercent: number;
  readonly sharePercent: number;
  readonly stations: number;
}

/** What charts show of tallies, by candidate. */
export interface ForensicData {
  /** After Klimek, Yegorov, Hanel and Thurner 2012. A picture, and no test. */
  readonly fingerprints: readonly {
    readonly candidate: string;
    readonly cells: readonly FingerprintCell[];
  }[];
  /** How many counts end in each digit from 0 to 9. */
  readonly lastDigits: readonly {
    readonly candidate: string;
    readonly counts: readonly number[];
  }[];
  /** How many centres have a p-value in each twentieth from 0 to 1, after φ. */
  readonly centres: readonly { readonly candidate: string; readonly counts: readonly number[] }[];
}

export function chartDataOf(sheets: Sheets, candidates: readonly string[]): ForensicData {
  const votesOf = (candidate: string) => sheets.votes[sheets.candidates.indexOf(candidate)]!;
  const { ballotsCast, registeredVoters, centres } = sheets;
  return {
    fingerprints:
      ballotsCast && registeredVoters
        ? candidates.map((candidate) => ({
            candidate,
            cells: cellsOf(sheets, votesOf(candidate)),
          }))
        : [],
    lastDigits: candidates.map((candidate) => ({
      candidate,
      counts: [...lastDigits(votesOf(candidate)).counts],
    })),
    centres: centres
      ? candidates.map((candidate) => {
          const found = homogeneity(centres, halves(votesOf(candidate), sheets.validVotes));
          const counts = Array.from({ length: 20 }, () => 0);
          for (const p of centreChances(found, found.robustPhi))
            counts[Math.min(19, Math.floor(20 * p))]!++;
          return { candidate, counts };
        })
      : [],
  };
}

function cellsOf(sheets: Sheets, votes: Int32Array): FingerprintCell[] {
  const { length, validVotes, ballotsCast, registeredVoters } = sheets;
  const stations = new Map<number, number>();
  const cellOf = (part: number, whole: number) =>
    // All of 100 % is in the last cell.
    Math.min(100 / FINGERPRINT_STEP - 1, Math.floor((100 * part) / whole / FINGERPRINT_STEP));
  for (let at = 0; at < length; at++) {
    if (!hasTurnout(sheets, at) || registeredVoters![at] === 0 || validVotes[at] === 0) continue;
    const cell =
      100 * cellOf(ballotsCast![at]!, registeredVoters![at]!) + cellOf(votes[at]!, validVotes[at]!);
    stations.set(cell, (stations.get(cell) ?? 0) + 1);
  }
  return [...stations]
    .sort(([a], [b]) => a - b)
    .map(([cell, number]) => ({
      turnoutPercent: FINGERPRINT_STEP * Math.floor(cell / 100),
      sharePercent: FINGERPRINT_STEP * (cell % 100),
      stations: number,
    }));
}
