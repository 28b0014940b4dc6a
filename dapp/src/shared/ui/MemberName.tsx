import type { Coop, Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { ENDED, memberOfClass } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { doubledBy, earlierOf, personOf } from "../membership/persons.ts";
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
  const member = id === undefined ? personOf(coop, account) : coop.members.get(id);
  if (member) {
    const you = address && sameAddress(address, account);
    return <Numbered member={member} coop={coop} said={you ? t` (you)` : ""} within={within} />;
  }
  const before = earlierOf(coop, account);
  if (!before) return <Outsider account={account} coop={coop} />;
  return <Numbered member={before} coop={coop} said={t` (by an earlier account)`} within={within} />;
}

type NumberedProps = { member: Member; coop: Coop; said: string; within: boolean | undefined };

function Numbered({ member, coop, said, within }: NumberedProps) {
  const asWhat = (
    <span className="text-muted">
      , <bdi>{memberOfClass(coop.classes[member.class]?.name ?? "")}</bdi>
      {ENDED[member.status]}
    </span>
  );
  return (
    <span className="wrap-anywhere">
      {within ? rich`member ${member.id}${said}${asWhat}` : rich`Member ${member.id}${said}${asWhat}`}
    </span>
  );
}

/** Known by its account alone: all of it where its ends are those of a member's. */
function Outsider({ account, coop }: Pick<Props, "account" | "coop">) {
  const double = doubledBy(coop, account);
  if (!double) return <span title={account}>{rich`${shortAddress(account)}, not a member`}</span>;
  return (
    <span className="wrap-anywhere">{rich`${account}, ${<strong className="text-bad">{t`not member ${double.id}, whose account looks like it`}</strong>}`}</span>
  );
}
