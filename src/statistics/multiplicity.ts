/**
 * p-values adjusted after Holm 1979, in the order given: those at most α are the ones that hold when the
 * chance of even one false alarm in the family is to be at most α. `tests` is the size of the family.
 */
export function holm(values: readonly number[], tests = values.length): number[] {
  const order = ascending(values);
  const adjusted = values.map(() => 1);
  let largest = 0;
  for (const [rank, at] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (tests - rank) * values[at]!));
    adjusted[at] = largest;
  }
  return adjusted;
}

/**
 * p-values adjusted after Benjamini and Hochberg 1995, in the order given: of those at most α, a share of
 * at most α is expected to be false alarms.
 */
export function benjaminiHochberg(values: ArrayLike<number>): Float64Array {
  const order = ascending(values);
  const adjusted = new Float64Array(values.length);
  let smallest = 1;
  for (let rank = values.length - 1; rank >= 0; rank--) {
    const at = order[rank]!;
    smallest = Math.min(smallest, (values[at]! * values.length) / (rank + 1));
    adjusted[at] = smallest;
  }
  return adjusted;
}

function ascending(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, at) => at).sort(
    (a, b) => values[a]! - values[b]!,
  );
}
