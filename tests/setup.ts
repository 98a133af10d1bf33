import { hasRealData } from "./fixtures";

/** Once per run: says which tests cannot run here. */
export default function setup(): void {
  if (!hasRealData)
    console.log("The real tallies are not there (../shared/data): their tests are skipped.");
}
