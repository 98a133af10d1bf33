const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A count as text: `1,830,358`. */
export const formatCount = (count: number) => counts.format(count);

/** A count with its noun: `1 station`, `2 stations`. */
export const countOf = (count: number, noun: string) =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
