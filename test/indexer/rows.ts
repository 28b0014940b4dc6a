// Rows of the projection as text, from wherever they are kept: so that hosts can be compared line by line.
import { type BookEvent, byChainOrder } from "../../books/event.ts";
import { events } from "../../books/projection/events.ts";
import { MemoryStore } from "../../books/projection/memory.ts";
import { Projection } from "../../books/projection/projection.ts";
import type { Row, Shape } from "../../books/projection/table.ts";
import { TABLES } from "../../books/projection/tables.ts";
import { connect } from "../../scripts/audit/chain.ts";
import { decodeLogs } from "../../scripts/audit/decode.ts";
import { findHouse } from "../../scripts/audit/house.ts";
import { logsOf } from "../../scripts/audit/logs.ts";

export const SHAPES: readonly Shape[] = [events, ...TABLES];

/** By table: its rows as lines, sorted. */
export type Lines = Record<string, string[]>;

export const linesOf = (shape: Shape, rows: Iterable<Row>): string[] =>
  [...rows].map((row) => lineOf(shape, row)).sort();

const lineOf = ({ columns }: Shape, row: Row): string =>
  JSON.stringify(
    Object.keys(columns).map((name) => [name, row[name]]),
    (_, value) => (typeof value === "bigint" ? `${value}` : value),
  );

/** What the audit reads of a co-op with ethers, in the order of the chain. */
export async function eventsOf(rpc: string, directory: `0x${string}`) {
  const chain = await connect(rpc, undefined);
  try {
    const house = await findHouse(chain, directory);
    const logs = await logsOf(chain, [...house.contractAt.keys()], house.born);
    const told = await decodeLogs(chain, logs, house.contractAt);
    return { events: told.sort(byChainOrder), token: { address: house.token, symbol: "tEUR", decimals: 6 } };
  } finally {
    chain.provider.destroy();
  }
}

/** The rows of a stream in memory. */
export async function inMemory({
  events,
  token,
}: {
  events: readonly BookEvent[];
  token: Projection["state"]["token"];
}) {
  const projection = new Projection(token);
  const store = new MemoryStore();
  for (const event of events) await projection.apply(event, store);
  const lines: Lines = Object.fromEntries(SHAPES.map((shape) => [shape.name, linesOf(shape, store.all(shape.name))]));
  return { projection, store, lines };
}
