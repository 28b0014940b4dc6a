import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf, formatCents } from "../../shared/format/money.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import { stepsOf } from "./claims.ts";
import { inBooks } from "./inBooks.ts";

/** The way to all of it, for whom several sums wait; what it comes to is what the books say, since trying it out takes a while. */
export function AllAtOnce({ account }: { account: Address }) {
  const { coop, modules, settlement, now } = useCoop();
  const books = { coop, modules, now, book: useCommons(), market: useMarket() };
  const { count, sum, more } = inBooks(stepsOf(books, account), centOf(settlement));
  if (count < 2) return null;
  const money = formatCents(sum, settlement);
  const words = more ? t`More than ${money} is yours: take it all at once` : t`${money} is yours: take it all at once`;
  return (
    <Duty verb={t`Take`} note={t`when you like`}>
      <Link to="/claims" className="link">
        {sum === 0n ? t`All the money that waits for you, at once` : words}
      </Link>
    </Duty>
  );
}
