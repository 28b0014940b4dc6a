import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import { useConfig as useWagmiConfig } from "wagmi";
import { useChainStore } from "../chain/useCoop.ts";
import { KEPT } from "../config/kept.ts";
import { usePage } from "../config/useConfig.ts";
import { useWallet } from "../wallet/useWallet.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";
import type { ActTools, Call } from "./perform.ts";
import { type ActState, ActStore, IDLE, isBusy } from "./state.ts";

/** Loaded when somebody first acts. */
const performing = () => import("./perform.ts");
const following = () => import("./follow.ts");

const ActsContext = createContext(new ActStore());

export type Act = {
  state: ActState;
  busy: boolean;
  /** Goes through with it; asks for a wallet first when there is none. */
  run: (call: Call) => Promise<boolean>;
  /** Asks again after something that took too long. */
  lookAgain: () => void;
  dismiss: () => void;
};

/** One thing a person can do, by a key of its own: "vote:12". */
export function useAct(key: string): Act {
  const tools = useActTools();
  const { own, connect } = useWallet();
  const state = useSyncExternalStore(tools.acts.subscribe, () => tools.acts.of(key));
  return {
    state,
    busy: isBusy(state),
    run: async (call) => {
      const account = own ?? (await connect());
      return account ? (await performing()).perform(tools, key, account, call) : false;
    },
    lookAgain: async () => {
      if (state.step === "slow") await (await following()).followAgain(tools, key);
    },
    dismiss: () => tools.acts.set(key, IDLE),
  };
}

export function useAnnouncement(): string {
  const acts = useContext(ActsContext);
  return useSyncExternalStore(acts.subscribe, acts.announcement);
}

/** Once, in the shell: what was sent before a reload is waited for again. */
export function useResumedActs(): void {
  const tools = useActTools();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per page load
  useEffect(() => {
    const waits = Object.keys(sessionStorage).some((name) => name.startsWith(KEPT.pending));
    if (waits) following().then(({ resumePending }) => resumePending(tools));
  }, []);
}

export function useActTools(): ActTools {
  const acts = useContext(ActsContext);
  const chain = useChainStore();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const { chainId, directory = "" } = usePage();
  return { acts, chain, wagmi, chainId, coop: directory };
}
