// What the co-op owes, beside what it holds for that: from the balances of the journal.

import {
  type Account,
  bondsPayable,
  CARRIED,
  claimOn,
  couponsPayable,
  DIVIDENDS,
  DIVIDENDS_HELD,
  ESCROW,
  ESCROW_HELD,
  held,
  WAITING,
  WAITING_HELD,
} from "../../../../books/chart.ts";
import type { CommonsBook, Series } from "../../../../books/commons.ts";
import {
  AUCTIONS,
  BOND_BIDS,
  BOND_SERVICE,
  INTEREST_PAYABLE,
  MEMBER_INCOME,
  SHARE_CAPITAL,
  WITHDRAWALS_PAYABLE,
} from "../../../../books/funds.ts";
import { balancesOf, type Entry } from "../../../../books/journal.ts";
import { t } from "../../../../books/say.ts";

export type Obligation = {
  what: string;
  /** To whom, and when it can be asked for. */
  note: string;
  owed: bigint;
  held: bigint;
  /** What is repaid over time out of rent, and not held yet: the rest can be taken at once or after notice. */
  overTime?: true;
};

/** Those of which anything is owed. */
export function obligationsOf(
  entries: readonly Entry[],
  asset: string,
  { series, machines }: Pick<CommonsBook, "series" | "machines">,
) {
  const balances = balancesOf(entries).get(asset.toLowerCase());
  const all = [...(balances?.values() ?? [])];
  const of = (...accounts: Account[]): bigint =>
    all.reduce(
      (sum, { account, amount }) => (accounts.some(({ path }) => path === account.path) ? sum + amount : sum),
      0n,
    );
  const ids = [...series.keys()];
  const sunk = [...series.values()].reduce((sum, one) => sum + one.sunk, 0n);
  const bids = ids.map((id) => claimOn(BOND_BIDS + id));
  const list: Obligation[] = [
    {
      what: t`Member shares`,
      note: t`To the members who hold them, at par, after notice and in the order of asking.`,
      owed: of(claimOn(SHARE_CAPITAL)),
      held: of(held(SHARE_CAPITAL)),
    },
    {
      what: t`Withdrawals, interest and income not taken yet`,
      note: t`To members, at any time. It never lapses.`,
      owed: of(claimOn(WITHDRAWALS_PAYABLE), claimOn(INTEREST_PAYABLE), claimOn(MEMBER_INCOME)),
      held: of(held(WITHDRAWALS_PAYABLE), held(INTEREST_PAYABLE), held(MEMBER_INCOME)),
    },
    {
      what: t`Dividends not taken yet`,
      note: t`To members, by their points, at any time. It never lapses.`,
      owed: of(DIVIDENDS, CARRIED),
      held: of(DIVIDENDS_HELD),
    },
    {
      what: t`Jobs under way`,
      note: t`To the provider when the job is done, or back to the customer.`,
      owed: of(ESCROW, WAITING),
      held: of(ESCROW_HELD, WAITING_HELD),
    },
    {
      what: t`Bids and deposits`,
      note: t`To those who bid, until bids are counted or an auction is over.`,
      owed: of(claimOn(AUCTIONS), ...bids),
      held: of(held(AUCTIONS), ...ids.map((id) => held(BOND_BIDS + id))),
    },
    {
      what: t`Coupons not taken yet`,
      note: t`To holders of bonds, at any time.`,
      owed: of(...ids.map(couponsPayable)),
      held: of(...ids.map((id) => held(BOND_SERVICE + id))) - sunk,
    },
    {
      what: t`Bonds`,
      note: t`To their holders by their dates, out of the rent of the machine that they paid for and of nothing else.`,
      owed: of(...ids.map(bondsPayable)),
      held: [...series.values()].reduce((sum, one) => sum + heldFor(one, machines), 0n),
      overTime: true,
    },
  ];
  return list.filter(({ owed, held: there }) => owed !== 0n || there !== 0n);
}

/** Set aside to repay a series; and what it raised, until its machine is bought. */
function heldFor({ id, sunk, state, target }: Series, machines: CommonsBook["machines"]): bigint {
  return state === "live" && machines.get(id)?.state === "ordered" ? sunk + target : sunk;
}

/** What can be taken at once or after notice, and what is repaid over time. */
export function coverageIn(obligations: readonly Obligation[]) {
  const sum = (of: (one: Obligation) => bigint, overTime: boolean) =>
    obligations.filter((one) => (one.overTime ?? false) === overTime).reduce((all, one) => all + of(one), 0n);
  return {
    owed: sum(({ owed }) => owed, false),
    held: sum(({ held: there }) => there, false),
    missing: sum(({ owed, held: there }) => (owed > there ? owed - there : 0n), false),
    overTime: sum(({ owed }) => owed, true),
    setAside: sum(({ held: there }) => there, true),
  };
}
