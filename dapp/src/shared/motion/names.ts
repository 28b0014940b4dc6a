// What people and sums are called in sentences.

import type { Address } from "viem";
import type { Coop, Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { formatMoney } from "../format/money.ts";
import { ENDED, memberOfClass } from "../format/words.ts";

/** "member 12 (driver)", a part of the co-op, or the ends of an outsider's address. */
export function nameOf(account: string, coop: Coop): string {
  const member = [...coop.members.values()].findLast((one) => sameAddress(one.account, account));
  return member ? memberName(member, coop) : t`the outside account ${shortAddress(account)}`;
}

export function memberName({ id, class: index, status }: Member, coop: Coop): string {
  const className = memberOfClass(coop.classes[index]?.name ?? "member");
  return t`member ${id} (${className}${ENDED[status] ?? ""})`;
}

export function amountOf(amount: bigint, asset: Address, settlement: Settlement): string {
  if (sameAddress(asset, settlement.address)) return formatMoney(amount, settlement);
  return t`${amount} of another token (${shortAddress(asset)})`;
}
