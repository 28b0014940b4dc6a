// Says what a long script is doing: one line per step, with its time.
import { performance } from "node:perf_hooks";

export type Report = (line: string) => void;

/** Runs one step and reports `label` with the seconds it took and what the step wants to add. */
export async function step<T>(
  report: Report,
  label: string,
  work: () => Promise<T>,
  detail: (result: T) => string = () => "",
): Promise<T> {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const added = detail(result);
  report(`${label.padEnd(28)} ${seconds.padStart(5)} s${added ? `  ${added}` : ""}`);
  return result;
}

/** A step that does nothing but be told. */
export const toStderr: Report = (line) => console.error(line);
