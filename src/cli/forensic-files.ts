import type { Forensics } from "../forensics/forensics";
import type { Language } from "../model/locale";
import { writeOutput } from "../node/files";
import { forensicCharts } from "../report/charts/forensics";
import { forensicsToHtml } from "../report/forensics/outputs";
import { picturesOf, writeCharts } from "./outputs";
import type { Values } from "./usage";

/** The page and the charts of forensic findings. */
export async function writeForensicFiles(
  found: Forensics,
  { html, charts }: Values,
  language: Language,
  err: (text: string) => void,
): Promise<void> {
  if (html !== undefined) {
    const style = { language, theme: "page", titled: false } as const;
    const narrow = await picturesOf(forensicCharts(found, { ...style, width: 340 }));
    const wide = await picturesOf(forensicCharts(found, { ...style, width: 760 }));
    const pictures = narrow?.map((picture, at) => ({ ...picture, wide: wide![at]!.svg }));
    writeOutput(html, forensicsToHtml(found, { language, ...(pictures ? { pictures } : {}) }));
  }
  if (charts !== undefined) {
    const made = forensicCharts(found, { language });
    writeCharts(charts, made, await picturesOf(made), err);
  }
}
