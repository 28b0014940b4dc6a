// wagmi for one chain, with the wallets that announce themselves (EIP-6963).
import type { Chain } from "viem";
import { createConfig, createStorage, http } from "wagmi";
import type { PageFile } from "../config/coopFile.ts";

export function chainOf(config: PageFile): Chain {
  return {
    id: config.chainId,
    name: config.local ? "Local co-op chain" : `Chain ${config.chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [config.rpcUrl] } },
    ...(config.explorer ? { blockExplorers: { default: { name: "Explorer", url: config.explorer } } } : {}),
  };
}

export function makeWagmiConfig(config: PageFile) {
  const chain = chainOf(config);
  return createConfig({
    chains: [chain],
    connectors: [],
    transports: { [chain.id]: http(config.rpcUrl, { batch: { wait: 5 }, retryCount: 1, timeout: 10_000 }) },
    storage: createStorage({ storage: localStorage, key: "rochdale.wallet" }),
    pollingInterval: config.local ? 500 : 4_000,
  });
}

export type WagmiConfig = ReturnType<typeof makeWagmiConfig>;
