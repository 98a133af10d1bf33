import { main } from "./main";

// A reader that stops early (`| head`) is no error; nowhere to write to (a full disk) is.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 4;
    if (stream === process.stdout) process.stderr.write(`tallyproof: ${error.message}\n`);
  });

// The status is set, not forced: process.exit would cut off output that is still being written.
process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  color: process.stdout.isTTY === true && !process.env["NO_COLOR"],
  watched: process.stderr.isTTY === true,
});
