// How far the rows go: the supervisor compares the last event's block with the chain before it lets anybody read.
import { count, desc } from "ponder";
import { refusals } from "../../books/projection/house.ts";
import { EVENTS, fromDatabase } from "./columns.ts";
import { type Known, type Selecting, tableIn } from "./database.ts";

export async function lastEvent(db: Selecting, known: Known) {
  const table = tableIn(known, EVENTS) as Record<string, never>;
  const [found] = await db
    .select()
    .from(table)
    .orderBy(desc(table.block as never), desc(table.log as never))
    .limit(1);
  if (!found) return null;
  const { block, log, blockHash } = fromDatabase(EVENTS, found);
  return { block: String(block), log, blockHash };
}

export async function counts(db: Selecting, known: Known) {
  const of = async (shape: { name: string }) => {
    const [found] = await db.select({ rows: count() }).from(tableIn(known, shape));
    return Number(found?.rows ?? 0);
  };
  return { events: await of(EVENTS), refusals: await of(refusals) };
}
