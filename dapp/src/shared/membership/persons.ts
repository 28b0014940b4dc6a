import type { Coop, Member } from "../../../../books/coop.ts";
import { sameAddress, shortAddress } from "../format/address.ts";

/** The member, present or former, for whom an account speaks. */
export const personOf = (coop: Coop, account: string | undefined): Member | undefined =>
  account === undefined ? undefined : [...coop.members.values()].findLast((one) => sameAddress(one.account, account));

/** Who had this account before another took its place (M6). It speaks for nobody now. */
export const earlierOf = (coop: Coop, account: string): Member | undefined =>
  [...coop.members.values()].findLast(({ formerAccounts }) =>
    formerAccounts.some((one) => sameAddress(one.account, account)),
  );

/** A member whose account begins and ends as this one, which is another: where only the ends are shown it passes for it. */
export function doubledBy(coop: Coop, account: string): Member | undefined {
  if (personOf(coop, account) ?? earlierOf(coop, account)) return undefined;
  const ends = shortAddress(account).toLowerCase();
  return [...coop.members.values()].find(({ account: present, formerAccounts }) =>
    [present, ...formerAccounts.map((one) => one.account)].some((one) => shortAddress(one).toLowerCase() === ends),
  );
}
