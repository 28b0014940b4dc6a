// The logs that were read, in a file that only grows: whoever reads on takes them up instead of asking again. After the logs of
// each piece comes a mark: up to which block, its hash, and the hash of the file so far. What has no mark behind it is dropped.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ChainLog } from "../audit/logs.ts";

export type DatedLog = ChainLog & { time: number };
export type Mark = { upTo: number; hash: string };
/** Of which co-op the logs are, and from which block on. */
export type Origin = { chain: number; coop: string; from: number };

/** A mark, how many logs stand before it, and where its line ends. */
type Kept = Mark & { logs: number; bytes: number };

export class LogFile {
  private readonly path: string;
  private marks: Kept[] = [];
  private kept: DatedLog[] = [];
  private sum = createHash("sha256");
  private bytes = 0;

  /** Opens what is there, or begins. A file of another co-op counts for nothing, nor does one from where it was changed. */
  constructor(path: string, origin: Origin) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.take(existsSync(path) ? readFileSync(path, "utf8") : "", JSON.stringify(origin));
    this.backTo(this.marks.length, origin);
  }

  /** The ends of the pieces, in order. */
  get ends(): readonly Mark[] {
    return this.marks;
  }

  get logs(): readonly DatedLog[] {
    return this.kept;
  }

  append(logs: readonly DatedLog[], mark: Mark): void {
    if (logs.length > 0) this.write(logs.map((log) => JSON.stringify(log)).join("\n"));
    this.write(markLine(mark, this.sum));
    for (const log of logs) this.kept.push(log);
    this.marks.push({ ...mark, logs: this.kept.length, bytes: this.bytes });
  }

  /** Forgets all but the first `count` pieces. */
  backTo(count: number, origin: Origin): void {
    this.marks = this.marks.slice(0, count);
    const last = this.marks.at(-1);
    this.kept = this.kept.slice(0, last?.logs ?? 0);
    if (!last) writeFileSync(this.path, "");
    else truncateSync(this.path, last.bytes);
    this.sum = createHash("sha256").update(readFileSync(this.path));
    this.bytes = last?.bytes ?? 0;
    if (!last) this.write(JSON.stringify(origin));
  }

  private write(lines: string): void {
    const text = `${lines}\n`;
    appendFileSync(this.path, text);
    this.sum.update(text);
    this.bytes += Buffer.byteLength(text);
  }

  private take(text: string, origin: string): void {
    const [first, ...lines] = text.split("\n").slice(0, -1);
    if (first !== origin) return;
    const sum = createHash("sha256").update(`${first}\n`);
    let bytes = Buffer.byteLength(first) + 1;
    for (const line of lines) {
      const found = parsed(line);
      const isMark = found !== undefined && "upTo" in found;
      if (!found || (isMark && line !== markLine(found, sum))) break;
      sum.update(`${line}\n`);
      bytes += Buffer.byteLength(line) + 1;
      if (isMark) this.marks.push({ upTo: found.upTo, hash: found.hash, logs: this.kept.length, bytes });
      else this.kept.push(found);
    }
  }
}

const markLine = ({ upTo, hash }: Mark, sum: ReturnType<typeof createHash>): string =>
  JSON.stringify({ upTo, hash, sum: sum.copy().digest("hex") });

function parsed(line: string): DatedLog | Mark | undefined {
  try {
    return JSON.parse(line) as DatedLog | Mark;
  } catch {
    return undefined;
  }
}
