import type { Style } from "./chart";

/** How an axis writes votes or stations: whole, or in thousands or millions, as its title then says. */
export function countAxis(title: string, most: number, { words, locale }: Style) {
  const [unit, named] =
    most >= 2_000_000
      ? [1_000_000, words.inMillions(title)]
      : most >= 200_000
        ? [1000, words.inThousands(title)]
        : [1, title];
  return { title: named, label: (value: number) => locale.decimal(`${value / unit}`) };
}
