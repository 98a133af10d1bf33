import type { Count } from "../../count/count";

/** Places of the two candidates with the most votes, the first of them first. */
export const leaders = ({ candidates }: Count): number[] =>
  candidates
    .map(({ votes }, index) => ({ votes, index }))
    .sort((a, b) => b.votes - a.votes || a.index - b.index)
    .slice(0, 2)
    .map(({ index }) => index);
