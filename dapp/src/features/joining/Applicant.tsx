import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { shortAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";

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
    </p>
  );
}
