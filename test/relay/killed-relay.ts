// A relay in a process of its own, to be killed: RPC, co-op and store are its arguments, its address the first line it writes.
import type { Address } from "viem";
import { startRelay } from "../../relay/relay.ts";
import { EAGER, RELAY_KEY, storeAt } from "./stand.ts";

const [rpcUrl = "", directory = "", store = ""] = process.argv.slice(2);
const relay = await startRelay({
  rpcUrl,
  directory: directory as Address,
  key: RELAY_KEY,
  store: storeAt(store),
  // It looks all the time, so that it is killed in the middle of something.
  settings: { ...EAGER, tick: 20, depth: 2, patience: 1 },
  host: "127.0.0.1",
  port: 0,
  complain: () => {},
});
await relay.ready();
process.send?.(relay.url);
