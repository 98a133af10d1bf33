import type { Estimate } from "../../estimate/estimate";

/** Candidates with a column of their own. */
const COLUMNS = 4;

/** The candidates with the most votes, by their place. */
export const largestOf = ({ count: { candidates } }: Estimate, columns = COLUMNS) =>
  candidates
    .map(({ votes }, index) => ({ votes, index }))
    .sort((a, b) => b.votes - a.votes || a.index - b.index)
    .slice(0, columns)
    .map(({ index }) => index);
