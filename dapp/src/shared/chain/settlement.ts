// The co-op's one unit of account. Asked with bare selectors, so that the first page needs no encoder.
import type { Address, Client, Hex } from "viem";
import { shortAddress } from "../format/address.ts";
import { asName } from "../format/lookalikes.ts";
import { decodeOne } from "./decode-event.ts";

export type Settlement = { address: Address; name: string; symbol: string; decimals: number };

/** The first four bytes of the hash of each signature; test/dapp/settlement.test.ts compares them. */
export const SELECTORS = {
  "settlementToken()": "0x7b9e618d",
  "name()": "0x06fdde03",
  "symbol()": "0x95d89b41",
  "decimals()": "0x313ce567",
} as const;

export async function readSettlement(client: Client, treasury: Address): Promise<Settlement> {
  const address = await ask(client, treasury, "settlementToken()", "address");
  const called = (signature: "name()" | "symbol()") =>
    ask(client, address as Address, signature, "string").catch(() => "");
  const [name, symbol, decimals] = await Promise.all([
    called("name()"),
    called("symbol()"),
    ask(client, address as Address, "decimals()", "uint8"),
  ]);
  // Money needs neither. Where the node tells how it counts, it is not the node that is silent about the rest.
  const nameless = shortAddress(address as Address);
  return {
    address: address as Address,
    name: asName(String(name)) || nameless,
    symbol: asName(String(symbol)) || nameless,
    decimals: Number(decimals),
  };
}

async function ask(client: Client, to: Address, signature: keyof typeof SELECTORS, type: string): Promise<unknown> {
  const params = [{ to, data: SELECTORS[signature] }, "latest"];
  const data = await client.request({ method: "eth_call" as never, params: params as never });
  return decodeOne(type, data as Hex);
}
