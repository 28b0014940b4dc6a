// Answers that must be there: an RPC that stands behind several nodes may say null for what it has, and is asked again.
import { setTimeout as wait } from "node:timers/promises";
import type { Rpc } from "./rpc.ts";

const WAIT_MS = 250;

/** In the order of the questions; `without` makes the error of a question whose answer stays null. */
export async function answersOf(
  rpc: Rpc,
  method: string,
  questions: readonly unknown[],
  without: (index: number) => Error,
): Promise<unknown[]> {
  const found: unknown[] = new Array(questions.length).fill(null);
  for (let again = 1; ; again++) {
    const missing = found.flatMap((answer, i) => (answer === null ? [i] : []));
    const asked = missing.map((i) => questions[i]);
    for (const [i, answer] of (await rpc.callAll(method, asked)).entries())
      found[missing[i] as number] = answer ?? null;
    const first = found.indexOf(null);
    if (first < 0) return found;
    if (again >= rpc.tries) throw without(first);
    await wait(WAIT_MS * 2 ** (again - 1));
  }
}
