// What an event of the commons or of the market tells, beside what follows from the events before it.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Disagreement, Told } from "../model/commons.ts";
import { readBigInt, readNumber } from "../read.ts";

export const toldBy = ({ timestamp, transactionHash, blockNumber, logIndex }: BookEvent): Told => ({
  at: timestamp,
  tx: transactionHash,
  block: blockNumber,
  logIndex,
});

/** Notes where an event disagrees. The books go on with what it tells: money moved by that. */
export function compare<Subject>(
  { compared, disagreements }: { compared: Map<Subject, number>; disagreements: Disagreement<Subject>[] },
  about: Subject,
  event: BookEvent,
  figures: Record<string, readonly [told: unknown, follows: unknown]>,
): void {
  for (const [what, [told, follows]] of Object.entries(figures)) {
    compared.set(about, (compared.get(about) ?? 0) + 1);
    const [one, other] = [String(told), String(follows)];
    if (one.toLowerCase() !== other.toLowerCase()) {
      disagreements.push({ about, what: `${whereOf(event)}, ${what}`, told: one, follows: other });
    }
  }
}

/** A whole number that the ABI gives more room than it needs. */
export const readCount = (args: BookEvent["args"], name: string): number =>
  readNumber({ [name]: readBigInt(args, name) }, name);

export const refusal = (event: BookEvent) => (why: string) => new BooksError(`${whereOf(event)} ${why}.`);
