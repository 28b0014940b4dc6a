import { useConfig as useWagmiConfig } from "wagmi";
import { signMessage } from "wagmi/actions";
import { useConfig } from "../config/useConfig.ts";
import { useWallet } from "../wallet/useWallet.ts";
import type { DocumentTools } from "./tools.ts";

/** Undefined while no wallet is connected. */
export function useDocumentTools(): DocumentTools | undefined {
  const { chainId, directory } = useConfig();
  const wagmi = useWagmiConfig();
  const { address } = useWallet();
  return (
    address && {
      place: { chainId, directory },
      account: address,
      sign: (message) => signMessage(wagmi, { account: address, message }),
    }
  );
}
