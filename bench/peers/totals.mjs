export const CANDIDATES = ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"];

/** Columns that are totalled. */
export const COUNTED = ["VOTOS_VALIDOS", ...CANDIDATES];

/** Columns that must hold digits only. */
export const DIGITS = ["CENTRO", "MESA", "VOTOS_NULOS", ...COUNTED];

/** Prints what every contestant prints, from one record per EDO. */
export function printTotals(regions) {
  const total = (name) => regions.reduce((sum, region) => sum + region[name], 0);
  const stations = ["stations", ...COUNTED];
  const totals = {
    failed: total("rows") - total("stations"),
    overall: Object.fromEntries(stations.map((name) => [name, total(name)])),
    byEdo: Object.fromEntries(
      regions.map((region) => [
        region.EDO,
        Object.fromEntries(stations.map((name) => [name, region[name]])),
      ]),
    ),
  };
  console.log(JSON.stringify(totals));
}
