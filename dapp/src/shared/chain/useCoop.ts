// What components read: the co-op, its clock and its modules.
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Address } from "viem";
import type { Coop } from "../../../../books/coop.ts";
import { MODULE_AT, type ModuleName } from "./places.ts";
import type { Head } from "./reader.ts";
import type { Settlement } from "./settlement.ts";
import type { Chain, ChainState } from "./store.ts";

const StoreContext = createContext<Chain | undefined>(undefined);
export const ChainStoreProvider = StoreContext.Provider;

export type Modules = Record<ModuleName, Address>;
export type CoopView = { coop: Coop; head: Head; now: number; modules: Modules; settlement: Settlement };

export function useChainStore(): Chain {
  const store = useContext(StoreContext);
  if (!store) throw new Error("useChainStore needs a ChainStoreProvider above it.");
  return store;
}

export function useChainState(): ChainState {
  const store = useChainStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** Only below the shell, which shows pages once the co-op was read. */
export function useCoop(): CoopView {
  const { reading } = useChainState();
  if (!reading) throw new Error("useCoop is for pages, which are shown once the co-op was read.");
  const { coop, head, settlement } = reading;
  return { coop, head, now: head.timestamp, modules: modulesOf(coop), settlement };
}

function modulesOf(coop: Coop): Modules {
  const modules: Partial<Modules> = { directory: coop.directory };
  for (const { place, module } of coop.placements) {
    const name = MODULE_AT[place];
    if (name) modules[name] = module;
  }
  return modules as Modules;
}
