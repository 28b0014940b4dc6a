// What people and sums are called in sentences.

import type { Address } from "viem";
import type { Coop, Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../chain/settlement.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { formatMoney } from "../format/money.ts";
import { ENDED, memberOfClass } from "../format/words.ts";
import { earlierOf, personOf } from "../membership/persons.ts";

/** "member 12 (driver)", an account that a member had before, or the ends of an outsider's address. */
export function nameOf(account: string, coop: Coop): string {
  const member = personOf(coop, account);
  if (member) return memberName(member, coop);
  const before = earlierOf(coop, account);
  if (before) return t`an earlier account of ${memberName(before, coop)}`;
  return t`the outside account ${shortAddress(account)}`;
}

export function memberName({ id, class: index, status }: Member, coop: Coop): string {
  const className = memberOfClass(coop.classes[index]?.name ?? "member");
  return t`member ${id} (${className}${ENDED[status] ?? ""})`;
}

export function amountOf(amount: bigint, asset: Address, settlement: Settlement): string {
  if (sameAddress(asset, settlement.address)) return formatMoney(amount, settlement);
  return t`${amount} of another token (${shortAddress(asset)})`;
}
