/**
 * Prints what every contestant prints, from one record per region: its name, how many of its
 * stations count, and the totals of `names`; and from how many rows do not count.
 */
export function printTotals(regions, names, failed) {
  const named = (totalOf) =>
    Object.fromEntries(["stations", ...names].map((name) => [name, totalOf(name)]));
  const overall = named((name) => regions.reduce((sum, region) => sum + region[name], 0));
  const byRegion = Object.fromEntries(
    regions.map((region) => [region.region, named((name) => region[name])]),
  );
  console.log(JSON.stringify({ failed, overall, byRegion }));
}

/** One record per region from records of one region and choice, as `printTotals` wants them. */
export function byRegion(records, names) {
  const regions = new Map();
  for (const { region, choice, rows, votes } of records) {
    const record = regions.get(region) ?? { region };
    regions.set(region, record);
    record[names[choice]] = votes;
    // Stations that count have one row for each choice.
    record.stations = rows;
  }
  return [...regions.values()];
}
