export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Of what was measured in the same rounds, the median of the ratios. */
export const medianRatio = (above, below) =>
  median(above.map((value, round) => value / below[round]));
