// Out of which budgets somebody can have work done for the co-op.
import type { Budget, CommonsBook } from "../../../../books/commons.ts";
import type { Coop } from "../../../../books/coop.ts";
import { OPERATING } from "../../../../books/funds.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { holds } from "../../shared/membership/board.ts";

/** Those on the operating fund, in money, that last and whose office the account holds. */
export const budgetsFor = (
  coop: Coop,
  { budgets }: Pick<CommonsBook, "budgets">,
  account: string,
  settlement: Pick<Settlement, "address">,
  now: number,
): Budget[] =>
  [...budgets.values()].filter(
    ({ role, fund, asset, left, until }) =>
      fund === OPERATING &&
      sameAddress(asset, settlement.address) &&
      left > 0n &&
      now < until &&
      holds(coop, Number(role), account, now),
  );
