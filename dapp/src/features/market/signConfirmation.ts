// A customer's confirmation, signed in the wallet: as the market takes it from anybody.
import type { Address, Hex } from "viem";
import { COUNTERSIGNATURE } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import type { RelayedConfirmation } from "../../../../books/relay.ts";
import { DAY } from "../../shared/format/time.ts";
import { signAs } from "../../shared/relay/signAs.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";

/** So long a signed confirmation is good. */
const LASTS = 7 * DAY;

type Signer = { chainId: number; account: Address; now: number };
type Signed = { distance: number; until: number; signature: Hex };

export async function signConfirmation(
  wagmi: WagmiConfig,
  { chainId, account, now }: Signer,
  { id, job, market }: JobEntry,
  distance: number,
): Promise<Signed> {
  const until = now + LASTS;
  const signature = await signAs(wagmi, chainId, {
    account,
    domain: { name: "Rochdale market", version: "1", chainId, verifyingContract: market },
    types: COUNTERSIGNATURE,
    primaryType: "Countersignature",
    message: { job: BigInt(id), provider: job.provider, distance, until },
  });
  return { distance, until, signature };
}

/** For the relay; numbers beyond 48 bits as text. */
export function confirmationPaper({ id, job }: JobEntry, signed: Signed): RelayedConfirmation {
  const terms = Object.entries(job).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]);
  return { kind: "job", job: String(id), terms: Object.fromEntries(terms), ...signed };
}
