import { peakMegabytes, time } from "./processes.mjs";

/**
 * Times every contestant once per round, so that whatever slows the machine for a while slows all
 * of them. The warm-up round, which is not counted, fills the disk cache and takes the memory.
 */
export async function runRounds(contestants, file, encoding, rounds) {
  const results = [];
  for (const { command, statuses, ...who } of contestants) {
    const megabytes = await peakMegabytes(command(file, encoding), statuses);
    results.push({ ...who, megabytes, seconds: [] });
  }
  for (let round = 0; round < rounds; round++)
    for (const [index, { command, statuses }] of contestants.entries())
      results[index].seconds.push(await time(command(file, encoding), statuses));
  return results;
}
