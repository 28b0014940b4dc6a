// Reads which co-op this is, then shows it.
import "../shared/config/storage.ts";
import "../shared/styles/index.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Client } from "viem";
import { WagmiProvider } from "wagmi";
import { t } from "../../../books/say.ts";
import { ChainStore, NOTHING_TO_READ } from "../shared/chain/store.ts";
import { ChainStoreProvider } from "../shared/chain/useCoop.ts";
import { type CoopFile, fetchCoopFile, type PageFile } from "../shared/config/coopFile.ts";
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
    root.render(<NoCoop title={t`This page has no co-op yet`} why={answer.missing} />);
  }
}

async function show(own: PageFile): Promise<void> {
  forgetIfOther(own.instance);
  watchInstance(own.instance);
  let connectedAs = false;
  const local = import.meta.env.VITE_LOCAL === "1" && own.local;
  if (local) {
    const { installDemoWallet } = await import("../shared/local/demoWallet.ts");
    connectedAs = installDemoWallet(own);
  }
  const wagmi = makeWagmiConfig(own);
  if (local && connectedAs) {
    const { connectDemoWallet } = await import("../shared/local/connectDemo.ts");
    await connectDemoWallet(wagmi);
  }
  const client = wagmi.getClient() as Client;
  const config = await shownOn(own, client);
  if (!config) return;
  const chain = config.directory ? new ChainStore(client, config as CoopFile) : undefined;
  chain?.follow();
  root.render(
    <StrictMode>
      <ConfigProvider value={config}>
        <WagmiProvider config={wagmi}>
          <ChainStoreProvider value={chain ?? NOTHING_TO_READ}>
            <RouterProvider router={router} />
          </ChainStoreProvider>
        </WagmiProvider>
      </ConfigProvider>
    </StrictMode>,
  );
}

/** The page's own co-op, or the one that its address names; undefined once it was said why that one is not shown. */
async function shownOn(own: PageFile, client: Client): Promise<PageFile | undefined> {
  const named = new URL(location.href).searchParams.get("coop");
  if (named === null || named.toLowerCase() === own.directory?.toLowerCase()) return own;
  const { otherCoop } = await import("../shared/config/other-coop.ts");
  const answer = await otherCoop(client, own, named);
  if ("found" in answer) return answer.found;
  const { NoCoop } = await import("./NoCoop.tsx");
  root.render(<NoCoop title={t`This page does not show that co-op`} why={answer.missing} home={own.name} />);
  return undefined;
}

start();
