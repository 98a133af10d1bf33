import type { Readable } from "node:stream";
import { TallyError } from "../model/error";

/**
 * Unpacks all members of a gzip stream. Node leaves out what follows zero bytes, and does not say so:
 * here that is an error, since it would be lost.
 */
export async function* gunzipAll(
  stored: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  // Loaded here, because most files are not packed.
  const { createGunzip } = await import("node:zlib");
  const { Readable: Stream } = await import("node:stream");
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  /** Pieces that may not have been unpacked yet, and where the first of them starts. */
  const pending: Uint8Array[] = [];
  let start = 0;
  async function* packed() {
    for await (const piece of stored) {
      // Its memory is used again for the next one, and unpacking goes on meanwhile.
      const own = piece.slice();
      pending.push(own);
      while (pending.length > 1 && start + pending[0]!.length <= gunzip.bytesWritten)
        start += pending.shift()!.length;
      yield own;
    }
  }
  const source: Readable = Stream.from(packed());
  source.on("error", (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof TallyError) throw error;
    const reason = "it is cut short or damaged. Fetch it again.";
    throw new TallyError("file-unreadable", `${name} is gzip, but ${reason}`, { cause: error });
  } finally {
    source.destroy();
  }
  let at = start;
  for (const piece of pending) {
    const rest = piece.subarray(Math.max(0, gunzip.bytesWritten - at));
    if (!rest.every((byte) => byte === 0))
      throw new TallyError(
        "file-unreadable",
        `${name} is gzip with something else behind it, which would be lost. Pack it anew.`,
      );
    at += piece.length;
  }
}
