// What Ponder reads: all logs of the co-op's directory, and of every module that it ever placed.
import { createConfig, factory } from "ponder";
import { openGate } from "./host/gate.ts";
import { endWithParent } from "./host/parent.ts";
import { settingsFrom } from "./host/settings.ts";
import { DIRECTORY, directoryEvents, moduleEvents, placedEvent } from "./host/sources.ts";

const { rpc, chainId, directory, fromBlock, folder, pollingMs, rate } = settingsFrom(process.env);
const CHAIN = "coop";
/** Ponder begins with twenty requests a second for each address that it is given, and becomes faster slowly. */
const REQUESTS_A_SECOND = 20;

endWithParent();
const gate = await openGate(rpc);

const modules = factory({ address: directory, event: placedEvent, parameter: "module", startBlock: fromBlock });
const onChain = { chain: CHAIN, startBlock: fromBlock } as const;

export default createConfig({
  ordering: "omnichain",
  database: folder === undefined ? { kind: "postgres" } : { kind: "pglite", directory: folder },
  // What an RPC answered is not kept: a local chain may begin anew, and rows are made from logs once.
  chains: {
    [CHAIN]: {
      id: chainId,
      rpc: Array(Math.ceil(rate / REQUESTS_A_SECOND)).fill(gate),
      disableCache: true,
      pollingInterval: pollingMs,
    },
  },
  contracts: {
    [DIRECTORY]: { ...onChain, abi: directoryEvents, address: directory },
    ...Object.fromEntries(
      Object.entries(moduleEvents).map(([name, abi]) => [name, { ...onChain, abi, address: modules }]),
    ),
  },
});
