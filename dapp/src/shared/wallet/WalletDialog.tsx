import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { Address } from "viem";
import { type Connector, useConfig, useConnection, useConnectors } from "wagmi";
import { connect, disconnect } from "wagmi/actions";
import { said, t } from "../../../../books/say.ts";
import { isDeclined } from "../errors.ts";
import { shortAddress } from "../format/address.ts";
import { getPeople } from "./people.ts";
import { WalletChoices } from "./WalletChoices.tsx";

export default function WalletDialog({ onClose }: { onClose: (address?: Address) => void }) {
  const { address, connector: current } = useConnection();
  const connectors = useConnectors();
  const wagmi = useConfig();
  const [waiting, setWaiting] = useState<string>();
  const [trouble, setTrouble] = useState<string>();

  const choose = async (connector: Connector, person?: string) => {
    if (waiting) return;
    setTrouble(undefined);
    setWaiting(connector.name);
    try {
      if (current) await disconnect(wagmi, { connector: current });
      if (person) getPeople()?.choose(person);
      const { accounts } = await connect(wagmi, { connector });
      onClose(accounts[0]);
    } catch (error) {
      setTrouble(
        isDeclined(error)
          ? t`You declined in your wallet. Nothing was connected.`
          : t`${connector.name} did not connect. Open the wallet itself, unlock it, and try again.`,
      );
    } finally {
      setWaiting(undefined);
    }
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal className="max-h-[88dvh] w-full max-w-md overflow-y-auto rounded-t-2xl border border-line bg-surface p-6 sm:rounded-2xl">
        <Dialog className="outline-none">
          <Heading slot="title" className="font-serif text-2xl">
            {current ? t`Your wallet` : t`Connect a wallet`}
          </Heading>
          <p className="small mt-1 mb-4 text-muted">
            {address
              ? t`You speak for ${shortAddress(address)} through ${said(current?.name ?? "")}.`
              : t`Your wallet says who you are. Connecting costs nothing and lets nobody move your money.`}
          </p>
          {address && (
            <p className="mb-4">
              <Link to="/you" className="link" onClick={() => onClose(address)}>{t`Your membership and shares`}</Link>
            </p>
          )}
          <WalletChoices connectors={connectors} waiting={waiting} onChoose={choose} />
          <p aria-live="polite" className="small mt-3 text-bad empty:hidden">
            {trouble}
          </p>
          <div className="mt-5 flex flex-wrap gap-3">
            <button type="button" className="button button-quiet" onClick={() => onClose()}>{t`Close`}</button>
            {current && (
              <button
                type="button"
                className="button button-quiet"
                onClick={async () => {
                  await disconnect(wagmi, { connector: current });
                  onClose();
                }}
              >{t`Disconnect`}</button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
