// The market as the reader meets it.
import type { Address } from "viem";
import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import { marketFrom } from "../../shared/chain/market.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { holds } from "../../shared/membership/board.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { Viewer } from "./acts.ts";

export function useViewer(): Viewer {
  const { coop, now } = useCoop();
  const { address, member } = useWallet();
  return {
    account: address,
    memberId: member?.id ?? 0,
    suspendedUntil: member && suspensionOf(coop, member.id, now)?.until,
    holds: (role, account) => holds(coop, role, account, now),
  };
}

/** The member id of an account as the market would look it up, zero for non-members. */
export function useMemberIdOf(): (account: string) => number {
  const { coop } = useCoop();
  return (account) => coop.memberOf.get(account.toLowerCase()) ?? 0;
}

/** The number of the newest job that an account began, once the page has read it. */
export function useNewestJob(): (customer: Address) => number | undefined {
  const chain = useChainStore();
  return (customer) => {
    const { reading } = chain.snapshot();
    if (!reading) return undefined;
    const jobs = [...marketFrom(reading.kept).jobs.values()];
    return jobs.findLast(({ job }) => job.customer.toLowerCase() === customer.toLowerCase())?.id;
  };
}

