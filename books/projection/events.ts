// Every event as a row of its own: what all other rows are made from, and made again from after a restart.
import type { Address, BookContract, BookEvent, Hex } from "../event.ts";
import { type AbiParameter, argsFrom } from "../normalise.ts";
import { jsonOf } from "./read.ts";
import type { Row, Shape } from "./table.ts";

export const events: Shape = {
  name: "events",
  key: ["block", "log"],
  columns: {
    block: "amount",
    log: "number",
    at: "time",
    tx: "text",
    address: "text",
    contract: "text",
    name: "text",
    args: "json",
  },
};

export const eventRow = (event: BookEvent): Row => ({
  block: event.blockNumber,
  log: event.logIndex,
  at: event.timestamp,
  tx: event.transactionHash,
  address: event.address,
  contract: event.contract,
  name: event.name,
  args: jsonOf(event.args),
});

/** The event that a row was made from; `inputs` are those of its ABI, which say what each value is. */
export function eventFrom(row: Row, inputs: readonly AbiParameter[]): BookEvent {
  const args = row.args as Record<string, unknown>;
  return {
    contract: row.contract as BookContract,
    name: String(row.name),
    args: argsFrom(
      inputs,
      inputs.map(({ name }, i) => args[name || String(i)]),
    ),
    address: row.address as Address,
    blockNumber: BigInt(row.block as bigint),
    logIndex: Number(row.log),
    timestamp: Number(row.at),
    transactionHash: row.tx as Hex,
  };
}
