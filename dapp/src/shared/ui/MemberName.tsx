import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { ENDED, memberOfClass } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { useWallet } from "../wallet/useWallet.ts";

/** A person as the co-op knows them: by number and class. */
export function MemberName({ account, coop }: { account: string; coop: Coop }) {
  const { address } = useWallet();
  const id = coop.memberOf.get(account.toLowerCase());
  const member =
    id === undefined
      ? [...coop.members.values()].findLast((one) => sameAddress(one.account, account))
      : coop.members.get(id);
  if (!member) return <span title={account}>{rich`${shortAddress(account)}, not a member`}</span>;
  const className = coop.classes[member.class]?.name ?? "";
  const you = address && sameAddress(address, account);
  return (
    <span>{rich`Member ${member.id}${you && t` (you)`}${(
      <span className="text-muted">
        , {memberOfClass(className)}
        {ENDED[member.status]}
      </span>
    )}`}</span>
  );
}
