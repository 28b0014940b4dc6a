import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { shortAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { doubledBy, earlierOf, personOf } from "../../shared/membership/persons.ts";
import { Address } from "../../shared/ui/Address.tsx";

/** Who applied, for what, and when. */
export function Applicant({ application }: { application: Application }) {
  const { coop } = useCoop();
  const { account, class: index, appliedAt, memberId } = application;
  const member = memberId === undefined ? undefined : coop.members.get(memberId);
  const className = coop.classes[index]?.name ?? "";
  return (
    <p title={account}>
      <strong>{member ? t`Member ${member.id} wants to move` : shortAddress(account)}</strong>{" "}
      {member ? t`from ${coop.classes[member.class]?.name} to ${className}` : t`wants to join as ${className}`}
      <span className="small block text-muted">{rich`applied on ${formatDay(appliedAt)}`}</span>
      {!member && <Before account={account} appliedAt={appliedAt} />}
    </p>
  );
}

/** The whole account, and what the co-op knows of it: whoever decides must not take it for another. */
function Before({ account, appliedAt }: Pick<Application, "account" | "appliedAt">) {
  const { coop } = useCoop();
  const [was, earlier, double] = [personOf(coop, account), earlierOf(coop, account), doubledBy(coop, account)];
  const former = was && was.admittedAt < appliedAt ? was : undefined;
  return (
    <span className="small block">
      <Address value={account} />
      {former && <span className="block">{t`This account was member ${former.id} before.`}</span>}
      {!was && earlier && <span className="block">{t`Member ${earlier.id} had this account before.`}</span>}
      {double && (
        <strong className="block text-bad">{t`It looks like the account of member ${double.id}, and is another.`}</strong>
      )}
    </span>
  );
}
