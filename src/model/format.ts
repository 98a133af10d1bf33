/** A count as text: `1,830,358`. By hand, because making an Intl.NumberFormat takes 10 ms. */
export const formatCount = (count: number) =>
  Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");

/** A count with its noun: `1 station`, `2 stations`. */
export const countOf = (count: number, noun: string) =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
