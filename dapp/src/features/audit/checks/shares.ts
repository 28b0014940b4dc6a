// Member shares: holdings one by one, and the funds that stand for them.

import { INTEREST_PAYABLE, SHARE_CAPITAL, WITHDRAWALS_PAYABLE } from "../../../../../books/funds.ts";
import { t } from "../../../../../books/say.ts";
import { holdingOf, settleAll } from "../../../../../books/share-ledger.ts";
import { PARTS } from "../../../../../books/share-math.ts";
import { ask, askAll, type Check, Comparison, sum } from "./check.ts";

export const shares: Check = {
  title: t`Member shares and interest, member by member`,
  of: t`Every holding worked out from what was bought, withdrawn, written down and the days between, beside the contract's; and all of them together against the funds that stand for them.`,
  run: async (subject) => {
    const { coop, head, settlement } = subject;
    const comparison = new Comparison(subject);
    const now = head.timestamp;
    const stored = await askAll([...coop.members.keys()], (id) => ask(subject, "shares", "holdingOf", [id]));
    for (const [id, answer] of stored) {
      const found = answer as Record<string, bigint>;
      const { units, promised, queued, interest, due } = holdingOf(coop, id, now);
      comparison.same(t`Member ${id}, shares`, units, found.units);
      if (promised + queued + BigInt(found.promised ?? 0) + BigInt(found.queued ?? 0) !== 0n) {
        comparison.same(
          t`Member ${id}, promised and in the queue`,
          `${promised}, ${queued}`,
          `${found.promised}, ${found.queued}`,
        );
      }
      comparison.money(t`Member ${id}, interest`, interest, found.interest);
      if (due !== 0n || found.due !== 0n) comparison.money(t`Member ${id}, withdrawn and not taken`, due, found.due);
    }
    const fund = (number: number) => ask(subject, "treasury", "balanceOf", [number, settlement.address]);
    const all = settleAll(coop, now);
    const par = all.terms?.par ?? 0n;
    const supply = (await ask(subject, "shares", "totalSupply")) as bigint;
    comparison.same(
      t`Shares in issue`,
      sum(all.holdings.values(), ({ units }) => units),
      supply,
    );
    comparison.money(t`Shares at par, and the share-capital fund`, supply * par, await fund(SHARE_CAPITAL));
    const due = sum(all.holdings.values(), ({ due: one }) => one);
    comparison.money(t`Withdrawn and not taken, and its fund`, due, await fund(WITHDRAWALS_PAYABLE));
    const owed = sum(all.holdings.values(), ({ interest }) => interest) + all.carried;
    comparison.money(t`Interest owed, and its fund`, owed / PARTS, await fund(INTEREST_PAYABLE));
    return comparison;
  },
};
