// The market as the reader meets it.
import { useNavigate } from "@tanstack/react-router";
import type { Address } from "viem";
import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import type { JobEntry, MarketState } from "../../../../books/market.ts";
import { stateOf } from "../../../../books/markets.ts";
import { marketFrom, useMarket } from "../../shared/chain/market.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
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

/** The market that a job is in, and whether another has taken its place: then it begins nothing more, and gives no points. */
export function useMarketOf(entry: Pick<JobEntry, "market">): MarketState & { isFormer: boolean } {
  const book = useMarket();
  const state = stateOf(book, entry);
  return { ...state, isFormer: state !== book };
}

/** The member id of an account as the market would look it up, zero for non-members. */
export function useMemberIdOf(): (account: string) => number {
  const { coop } = useCoop();
  return (account) => coop.memberOf.get(account.toLowerCase()) ?? 0;
}

/** To the page of the job that an account began last. */
export function useOpenNewest(): (customer: Address) => void {
  const chain = useChainStore();
  const navigate = useNavigate();
  return (customer) => {
    const { reading } = chain.snapshot();
    const jobs = reading ? [...marketFrom(reading).jobs.values()] : [];
    const newest = jobs.findLast(({ job }) => sameAddress(job.customer, customer));
    if (newest) navigate({ to: "/market/$id", params: { id: newest.name } });
  };
}
