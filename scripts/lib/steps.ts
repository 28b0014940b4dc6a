// Says what a long script is doing: the name of a step when it begins, its time when it is done.
import { performance } from "node:perf_hooks";

/** Takes text as it comes; a step's line is finished in a second piece. */
export type Report = (text: string) => void;

/** Runs one step and reports `label`, then the seconds it took and what the step wants to add. */
export async function step<T>(
  report: Report,
  label: string,
  work: () => Promise<T>,
  detail: (result: T) => string = () => "",
): Promise<T> {
  const started = performance.now();
  report(label.padEnd(32));
  try {
    const result = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const added = detail(result);
    report(`${seconds.padStart(5)} s${added ? `  ${added}` : ""}\n`);
    return result;
  } catch (error) {
    report("\n");
    throw error;
  }
}

/** For scripts whose standard output belongs to their result. */
export const toStderr: Report = (text) => void process.stderr.write(text);
