import { useEffect, useState, useSyncExternalStore } from "react";
import type { PublishedKey } from "../../../../documents/envelope/signed.ts";
import { useConfig } from "../config/useConfig.ts";
import { sameAddress } from "../format/address.ts";
import { useWallet } from "../wallet/useWallet.ts";
import { heldKey, onKeys } from "./keyring.ts";
import { publishReadingKey } from "./publishReadingKey.ts";
import { fetchKeys } from "./service.ts";
import { sentenceFor } from "./tools.ts";
import { useDocumentTools } from "./useDocumentTools.ts";

export type ReadingKeyState = {
  /** Undefined until the service has answered. */
  published?: PublishedKey | "none";
  /** The wallet made another key in this tab than the published one: it does not sign the same text twice alike. */
  differs: boolean;
  busy: boolean;
  trouble?: string;
  publish: () => Promise<void>;
};

/** The reading key of whoever is here. */
export function useReadingKey(): ReadingKeyState {
  const place = useConfig();
  const { address } = useWallet();
  const tools = useDocumentTools();
  const [published, setPublished] = useState<PublishedKey | "none">();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const held = useSyncExternalStore(onKeys, () => (address ? heldKey(place, address) : undefined));

  useEffect(() => {
    let current = true;
    setPublished(undefined);
    setTrouble(undefined);
    if (!address) return;
    fetchKeys([address])
      .then((keys) => current && setPublished(keys.find(({ account }) => sameAddress(account, address)) ?? "none"))
      .catch((error) => current && setTrouble(sentenceFor(error)));
    return () => {
      current = false;
    };
  }, [address]);

  return {
    published,
    differs: typeof published === "object" && held !== undefined && held.public !== published.key,
    busy,
    trouble,
    publish: async () => {
      if (!tools || busy) return;
      setBusy(true);
      setTrouble(undefined);
      try {
        setPublished(await publishReadingKey(tools));
      } catch (error) {
        setTrouble(sentenceFor(error));
      } finally {
        setBusy(false);
      }
    },
  };
}
