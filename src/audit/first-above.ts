/** The first place whose value is above a number, of values that never fall. */
export function firstAbove<T extends number | bigint>(
  values: { readonly length: number; readonly [at: number]: T },
  number: T,
): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
