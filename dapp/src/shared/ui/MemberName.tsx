import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { ENDED, memberOfClass } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { useWallet } from "../wallet/useWallet.ts";

type Props = {
  account: string;
  coop: Coop;
  /** Not at the beginning of a sentence. */
  within?: boolean;
};

/** A person as the co-op knows them: by number and class. */
export function MemberName({ account, coop, within }: Props) {
  const { address } = useWallet();
  const id = coop.memberOf.get(account.toLowerCase());
  const member =
    id === undefined
      ? [...coop.members.values()].findLast((one) => sameAddress(one.account, account))
      : coop.members.get(id);
  if (!member) return <span title={account}>{rich`${shortAddress(account)}, not a member`}</span>;
  const className = coop.classes[member.class]?.name ?? "";
  const you = address && sameAddress(address, account);
  const yourself = you && t` (you)`;
  const asWhat = (
    <span className="text-muted">
      , <bdi>{memberOfClass(className)}</bdi>
      {ENDED[member.status]}
    </span>
  );
  return (
    <span className="wrap-anywhere">
      {within ? rich`member ${member.id}${yourself}${asWhat}` : rich`Member ${member.id}${yourself}${asWhat}`}
    </span>
  );
}
