// The money: funds, what is really held, and every account of the journal beside the contract that has it.

import { balanceOf } from "../../../../../books/apply/treasury.ts";
import { fundSaid } from "../../../../../books/fund-names.ts";
import { t } from "../../../../../books/say.ts";
import { capitalised } from "../../../../../books/words.ts";
import { ask, askAll, balanceIn, type Check, Comparison } from "./check.ts";

export const funds: Check = {
  title: t`Funds of the treasury`,
  of: t`What each fund holds by the movements of money, and what the treasury answers.`,
  run: async (subject) => {
    const { coop, settlement } = subject;
    const comparison = new Comparison(subject);
    const held = await askAll([...coop.funds.keys()], (fund) =>
      ask(subject, "treasury", "balanceOf", [fund, settlement.address]),
    );
    for (const [fund, answer] of held) {
      comparison.money(capitalised(fundSaid(fund)), balanceOf(coop, fund, settlement.address), answer);
    }
    const booked = await ask(subject, "treasury", "booked", [settlement.address]);
    comparison.money(t`All funds together`, coop.booked.get(settlement.address.toLowerCase()) ?? 0n, booked);
    return comparison;
  },
};

export const holdings: Check = {
  title: t`Money that is really there`,
  of: t`What treasury and reserve hold by the books, and what the money's own contract says that they have.`,
  run: async (subject) => {
    const { coop, modules, settlement } = subject;
    const comparison = new Comparison(subject);
    const [treasury, reserve, booked] = await Promise.all([
      balanceIn(subject, modules.treasury),
      balanceIn(subject, modules.reserve),
      ask(subject, "reserve", "booked"),
    ]);
    comparison.covers(t`Treasury`, coop.booked.get(settlement.address.toLowerCase()) ?? 0n, treasury);
    comparison.money(t`Reserve, by its own book`, coop.reserve.booked, booked);
    comparison.covers(t`Reserve`, coop.reserve.booked, reserve);
    return comparison;
  },
};
