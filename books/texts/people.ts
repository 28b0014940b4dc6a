// Who stands behind an account or a seat, by member number. No file of ours knows a name.

import type { Coop, Member } from "../model.ts";
import { t } from "../say.ts";

/** The member for whom an account spoke at a moment; where it spoke for nobody then, the last one for whom it ever did. */
export function memberBehind(coop: Coop, account: string, at: number): Member | undefined {
  const key = account.toLowerCase();
  const those = [...coop.members.values()].filter(
    (member) => member.account.toLowerCase() === key || member.formerAccounts.some((one) => isSame(one.account, key)),
  );
  return those.find((member) => spokeFor(member, key, at)) ?? those.at(-1);
}

/** Of a later membership with the same account nothing is asked: members are looked at in the order of their numbers. */
function spokeFor({ account, leftAt, formerAccounts }: Member, key: string, at: number): boolean {
  if (leftAt !== undefined && at > leftAt) return false;
  const formerly = formerAccounts.find((one) => isSame(one.account, key));
  if (formerly) return at <= formerly.until;
  return isSame(account, key) && formerAccounts.every(({ until }) => at >= until);
}

const isSame = (account: string, key: string): boolean => account.toLowerCase() === key;

/** "member 12"; of who never was one, the account in full. */
export function personBehind(coop: Coop, account: string, at: number): string {
  const member = memberBehind(coop, account, at);
  return member ? t`member ${member.id}` : t`the account ${account}`;
}

/** "member 12", by a seat. */
export const personAt = (coop: Coop, seat: number): string => t`member ${coop.memberAt.get(seat) ?? "unknown"}`;
