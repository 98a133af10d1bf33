import type { Estimate } from "../estimate/estimate";
import { writeOutput } from "../node/files";
import { estimateCharts } from "../report/charts/estimate";
import { estimateToHtml, type EstimateOutputOptions } from "../report/estimate/outputs";
import { picturesOf, writeCharts } from "./outputs";
import type { Surroundings, Values } from "./usage";

/** Writes the page and the charts that were asked for. */
export async function writeEstimateFiles(
  made: Estimate,
  values: Values,
  report: EstimateOutputOptions,
  { err }: Surroundings,
): Promise<void> {
  const { language = "en" } = report;
  if (values.html !== undefined) {
    const style = { ...report, language, theme: "page", titled: false } as const;
    const narrow = await picturesOf(estimateCharts(made, { ...style, width: 340 }));
    const wide = await picturesOf(estimateCharts(made, { ...style, width: 760 }));
    const pictures = narrow?.map((picture, at) => ({ ...picture, wide: wide![at]!.svg }));
    writeOutput(
      values.html,
      estimateToHtml(made, { ...report, ...(pictures ? { pictures } : {}) }),
    );
  }
  if (values.charts !== undefined) {
    const drawn = estimateCharts(made, report);
    writeCharts(values.charts, drawn, await picturesOf(drawn), err);
  }
}
