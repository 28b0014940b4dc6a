// The Ponder process that reads the chain and keeps the rows: started, watched, stopped.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { type Settings, toEnvironment } from "../host/settings.ts";

const HOST = "127.0.0.1";
const INDEXER = fileURLToPath(new URL("..", import.meta.url));
const PONDER = fileURLToPath(new URL("../../node_modules/ponder/dist/esm/bin/ponder.js", import.meta.url));
const LINES_KEPT = 40;
const KILL_AFTER_MS = 5_000;

export type Child = {
  url: string;
  /** Whether all that the chain had at the start is read. */
  isReady(): Promise<boolean>;
  ended: Promise<number | null>;
  hasEnded(): boolean;
  /** The last lines that it wrote. */
  said(): string;
  stop(): Promise<void>;
  /** As a power cut would end it. */
  kill(): Promise<void>;
};

export async function startChild(settings: Settings, schema: string, databaseUrl: string | undefined): Promise<Child> {
  const port = await freePort();
  const args = ["start", "--root", INDEXER, "--schema", schema, "--port", String(port), "--hostname", HOST];
  // PORT would win over --port, and what else is set may be meant for another Ponder.
  const { PORT: _, DATABASE_URL: __, DATABASE_PRIVATE_URL: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", PONDER, ...args], {
    cwd: INDEXER,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      ...toEnvironment(settings),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      PONDER_TELEMETRY_DISABLED: "1",
    },
  });
  const said = keepLines(child);
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => {
      hasEnded = true;
      resolve(code);
    }),
  );
  const url = `http://${HOST}:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    if (hasEnded) return;
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS);
    await ended;
    clearTimeout(late);
  };
  return {
    url,
    ended,
    hasEnded: () => hasEnded,
    said,
    isReady: () =>
      fetch(`${url}/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function keepLines(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece: Buffer) => {
      text = `${text}${piece}`.split("\n").slice(-LINES_KEPT).join("\n");
      if (process.env.DEBUG) process.stderr.write(piece);
    });
  }
  return () => text;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
