// Reads which co-op this is, then shows it.
import "../shared/config/storage.ts";
import "../shared/styles/index.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Client } from "viem";
import { WagmiProvider } from "wagmi";
import { ChainStore } from "../shared/chain/store.ts";
import { ChainStoreProvider } from "../shared/chain/useCoop.ts";
import { type CoopFile, fetchCoopFile } from "../shared/config/coopFile.ts";
import { ConfigProvider } from "../shared/config/useConfig.ts";
import { forgetIfOther, watchInstance } from "../shared/config/watchInstance.ts";
import { makeWagmiConfig } from "../shared/wallet/wagmi.ts";
import { router } from "./router.tsx";

const root = createRoot(document.getElementById("root") as HTMLElement);

async function start(): Promise<void> {
  const answer = await fetchCoopFile();
  if ("found" in answer) await show(answer.found);
  else {
    const { NoCoop } = await import("./NoCoop.tsx");
    root.render(<NoCoop why={answer.missing} />);
  }
}

async function show(config: CoopFile): Promise<void> {
  forgetIfOther(config.instance);
  watchInstance(config.instance);
  let connectedAs = false;
  const local = import.meta.env.VITE_LOCAL === "1" && config.local;
  if (local) {
    const { installDemoWallet } = await import("../shared/local/demoWallet.ts");
    connectedAs = installDemoWallet(config);
  }
  const wagmi = makeWagmiConfig(config);
  if (local && connectedAs) {
    const { connectDemoWallet } = await import("../shared/local/connectDemo.ts");
    await connectDemoWallet(wagmi);
  }
  const chain = new ChainStore(wagmi.getClient() as Client, config);
  chain.follow();
  root.render(
    <StrictMode>
      <ConfigProvider value={config}>
        <WagmiProvider config={wagmi}>
          <ChainStoreProvider value={chain}>
            <RouterProvider router={router} />
          </ChainStoreProvider>
        </WagmiProvider>
      </ConfigProvider>
    </StrictMode>,
  );
}

start();
