// The two lanes in which tests run: each a process that takes one file after the other, and another process for each folder.
import { type ChildProcess, fork, type StdioOptions } from "node:child_process";
import { performance } from "node:perf_hooks";
import { repositoryRoot } from "./files.ts";
import { type Unit, Waiting } from "./test-files.ts";

/** What a lane is told to run. */
export type Order = { files: string[]; grep?: string };
export type Result = { passed: number; failed: number; skipped: number; failures: string[] };
/** What stands in a lane's output where that of a unit ends. */
export const END = "\0\n";

/** As many as a machine of CI has cores. */
const LANES = 2;
const SCRIPT = "scripts/lib/test-lane.ts";

const running = new Set<ChildProcess>();

/** Ends whatever runs: for a script that is told to stop. */
export function stopLanes(): void {
  for (const child of running) child.kill();
}

/** Runs all units. The output of a unit is shown as a whole when it ends; that of a single unit at once. */
export async function runUnits(units: readonly Unit[], grep: string | undefined): Promise<Result> {
  const all: Result = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const add = (result: Result) => {
    for (const count of ["passed", "failed", "skipped"] as const) all[count] += result[count];
    all.failures.push(...result.failures);
  };
  const waiting = new Waiting(units);
  const work = async () => {
    let lane: Lane | undefined;
    let folder: string | undefined;
    for (let unit = waiting.next(folder); unit; unit = waiting.next(folder)) {
      if (lane && unit.folder !== folder) add(await lane.end());
      if (!lane?.isOpen) lane = new Lane(units.length === 1);
      folder = unit.folder;
      add(await lane.run(unit, grep));
    }
    if (lane) add(await lane.end());
  };
  await Promise.all(Array.from({ length: Math.min(LANES, units.length) }, work));
  return all;
}

/** A process for the units of a folder. */
class Lane {
  isOpen = true;
  private readonly child: ChildProcess;
  private readonly showsAtOnce: boolean;
  private readonly closed: Promise<string | number | null>;
  private output = "";
  private result: Result | undefined;
  /** Called whenever something came from the process. */
  private onNews: () => void = () => {};

  constructor(showsAtOnce: boolean) {
    this.showsAtOnce = showsAtOnce;
    const stdio: StdioOptions = showsAtOnce ? "inherit" : ["ignore", "pipe", "pipe", "ipc"];
    this.child = fork(SCRIPT, [], { cwd: repositoryRoot, stdio });
    running.add(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (chunk) => {
        this.output += chunk;
        this.onNews();
      });
    }
    this.child.on("message", (message) => {
      this.result = message as Result;
      this.onNews();
    });
    this.closed = new Promise((resolve) => {
      this.child.once("close", (code, signal) => {
        running.delete(this.child);
        this.isOpen = false;
        resolve(signal ?? code);
        this.onNews();
      });
    });
  }

  async run({ folder, files }: Unit, grep: string | undefined): Promise<Result> {
    const started = performance.now();
    this.child.send({ files, grep } satisfies Order, () => {});
    const result = await this.answer();
    const seconds = Math.round((performance.now() - started) / 1000);
    const name = files.length === 1 ? files[0] : folder;
    if (!this.showsAtOnce) process.stdout.write(`\n== ${name}: ${seconds} s\n${this.take()}`);
    return result ?? failure(`the tests in ${name} ended early (${await this.closed})`);
  }

  /** Lets the process end what its tests shared. */
  async end(): Promise<Result> {
    const failed = { passed: 0, failed: 0, skipped: 0, failures: [] };
    if (!this.isOpen) return failed;
    this.child.send("end", () => {});
    const result = await this.answer();
    const how = await this.closed;
    process.stdout.write(this.take());
    return result ?? failure(`a process of tests did not end well (${how})`);
  }

  /** Undefined when the process ends without one. */
  private async answer(): Promise<Result | undefined> {
    const isThere = () => this.result && (this.showsAtOnce || this.output.split(END).length > 2);
    await new Promise<void>((resolve) => {
      this.onNews = () => {
        if (isThere() || !this.isOpen) resolve();
      };
      this.onNews();
    });
    const { result } = this;
    this.result = undefined;
    return result;
  }

  private take(): string {
    const taken = this.output.replaceAll(END, "");
    this.output = "";
    return taken;
  }
}

const failure = (what: string): Result => ({ passed: 0, failed: 1, skipped: 0, failures: [what] });
