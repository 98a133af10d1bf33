import { spawn } from "node:child_process";
import Papa from "papaparse";
import type { SqlRow } from "../../src/sql/index";

/** What `psql` prints for NULL; no generated text is so. */
const NULL = "\\NULL";

/** Runs statements by `psql` on the server that `.ci/postgresql.sh` has started; every value is a text. */
export async function psql(sql: string): Promise<SqlRow[]> {
  const { SQL_POSTGRES_SOCKET: host = "", SQL_POSTGRES_CLIENT: client = "psql" } = process.env;
  const args = ["-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-P", `null=${NULL}`, "-f", "-"];
  const child = spawn(client, args, {
    env: { ...process.env, PGHOST: host, PGUSER: "tallyproof", PGDATABASE: "postgres" },
  });
  const read = async (stream: AsyncIterable<Buffer>) => {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts).toString("utf8");
  };
  child.stdin.end(sql);
  const [out, err, status] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  if (status !== 0) throw new Error(`psql: ${err}`);
  const { data } = Papa.parse<Record<string, string>>(out.replace(/\n$/, ""), { header: true });
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === NULL ? null : value]),
    ),
  );
}
