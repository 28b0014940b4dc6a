// Holds the wallet dialog and hands out `connect`, which opens it and waits for an answer.
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";
import type { Address } from "viem";
import { type Connect, ConnectProvider } from "./useWallet.ts";

const WalletDialog = lazy(() => import("./WalletDialog.tsx"));

export function ConnectGate({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<Element>(null);
  const answer = useRef<(address: Address | undefined) => void>(undefined);

  const connect = useCallback<Connect>(() => {
    opener.current = document.activeElement;
    setOpen(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = useCallback((address?: Address) => {
    setOpen(false);
    const { current } = opener;
    // After the dialog has gone and the page can be reached again.
    if (current instanceof HTMLElement) setTimeout(() => current.focus());
    answer.current?.(address);
  }, []);

  return (
    <ConnectProvider value={connect}>
      {children}
      <Suspense>{open && <WalletDialog onClose={close} />}</Suspense>
    </ConnectProvider>
  );
}
