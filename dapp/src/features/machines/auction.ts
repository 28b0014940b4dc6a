// Bidding in an auction: what is the least, and what one hands over now (K6).

import type { Auction } from "../../../../books/commons.ts";
import { leastBid } from "../../../../books/leases.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress } from "../../shared/format/address.ts";

/** What a bid takes from an account: all of it, or what it adds to an own bid that leads. */
export function dueFor({ bids }: Pick<Auction, "bids">, bidder: string, amount: bigint): bigint {
  const best = bids.at(-1);
  return best && sameAddress(best.bidder, bidder) ? amount - best.amount : amount;
}

export function mistakeInAuctionBid(
  auction: Auction,
  bidder: string,
  amount: bigint | undefined,
  money: bigint,
  say: (amount: bigint) => string,
): string | undefined {
  if (amount === undefined) return t`Write an amount of money, such as 250 or 250.50.`;
  const least = leastBid(auction);
  if (amount < least) return t`Bid at least ${say(least)}.`;
  return dueFor(auction, bidder, amount) > money
    ? t`There is not enough money in your account for so much.`
    : undefined;
}

/** What ending the auction does now that it has closed. */
export function outcomeOf({
  kind,
  toAnyone,
  bids,
}: Pick<Auction, "kind" | "toAnyone" | "bids">): "let" | "sell" | "sell-next" | "anyone-next" | "nothing" {
  if (bids.length > 0) return kind === "rent" ? "let" : "sell";
  if (kind === "rent") return "sell-next";
  return toAnyone ? "nothing" : "anyone-next";
}
