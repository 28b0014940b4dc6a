import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { numberToHex } from "viem";
import { useConnection, useConfig as useWagmiConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { t } from "../../../../books/say.ts";
import { queryClient } from "../chain/queries.ts";
import { usePage } from "../config/useConfig.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";

/** Whether the wallet takes several calls as one act, all or none (EIP-5792). `ready`: it does once the person lets it change the
 * account for that. */
export type Batching = "supported" | "ready" | "unsupported";

/** Said where a wallet is `ready`. */
export const MAY_CHANGE = t`It may first ask to make your account able to do that.`;

/** One that does not know the question may not answer at all. */
const PATIENCE_MS = 3_000;
const ALL_CHAINS = "0x0";

type Capabilities = Record<string, { atomic?: { status?: string } } | undefined>;

/** Undefined until the wallet has said. `apart` notes that it did not do what it said. */
export function useBatching(): { batching: Batching | undefined; apart: () => void } {
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const { chainId } = usePage();
  const { address, connector, status } = useConnection();
  const connected = status === "connected";
  const queryKey = ["batching", connector?.uid, address, chainId];
  const query = {
    queryKey,
    enabled: connected,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Batching> => {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
      const said = await Promise.race([
        capabilitiesOf(wagmi, address, numberToHex(chainId)).catch(() => undefined),
        late,
      ]);
      return said === "supported" || said === "ready" ? said : "unsupported";
    },
  };
  const { data } = useQuery(query, queryClient);
  return {
    batching: connected ? data : "unsupported",
    apart: () => queryClient.setQueryData(queryKey, "unsupported" satisfies Batching),
  };
}

async function capabilitiesOf(
  wagmi: WagmiConfig,
  account: Address | undefined,
  chain: Hex,
): Promise<string | undefined> {
  const client = await getConnectorClient(wagmi, { account });
  const params = [client.account.address, [chain]] as const;
  const said = (await client.request({ method: "wallet_getCapabilities", params })) as Capabilities;
  return (said[chain] ?? said[ALL_CHAINS])?.atomic?.status;
}
