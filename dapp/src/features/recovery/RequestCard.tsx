import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { RecoveryRequest } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatDay, formatMoment, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { vetoLapsesAt, vouchingOf } from "../../shared/membership/recoveries.ts";
import { memberName } from "../../shared/motion/names.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Address } from "../../shared/ui/Address.tsx";
import { Bar } from "../../shared/ui/Bar.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { RequestActs } from "./RequestActs.tsx";

/** One request to take over a membership: where it stands, and what whoever is here can do. */
export function RequestCard({ request }: { request: RecoveryRequest }) {
  const { coop, now } = useCoop();
  const { address } = useWallet();
  const { memberId, newAccount, requestedAt, statement } = request;
  const found = recoveryOf(coop, memberId, now);
  const recovery = found && sameAddress(found.newAccount, newAccount) ? found : undefined;
  const member = coop.members.get(memberId);
  const own = address !== undefined && sameAddress(address, newAccount);
  const { byBoard, board, members, membersNeeded } = vouchingOf(coop, request, now);
  const needed = membersNeeded + (board || byBoard ? 1 : 0);
  const chip = chipOf();
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">{member ? capitalised(memberName(member, coop)) : t`Member ${memberId}`}</h3>
        <Chip tone={chip.tone}>{chip.label}</Chip>
      </div>
      <p className="small text-muted">{rich`${own ? t`You asked` : t`A new account asked`} on ${formatDay(requestedAt)}. New account: ${<Address value={newAccount} />}`}</p>
      {!recovery && (
        <>
          <Bar
            label={t`People who vouch`}
            text={`${vouchedWords()}`}
            parts={[{ share: Math.min(1, (members + (byBoard ? 1 : 0)) / needed), fill: "bg-act" }]}
          />
          {own && <p className="small text-muted">{t`Send this page to a director and to members who know you.`}</p>}
        </>
      )}
      {recovery && recovery.vetoedAt === undefined && (
        <p>
          {now < recovery.readyAt
            ? rich`Vouched for. The old account can object until ${<strong>{formatMoment(recovery.readyAt)}</strong>}, ${formatRelative(recovery.readyAt, now)}.`
            : t`The wait is over and nobody objected: anyone can complete it now.`}
        </p>
      )}
      {recovery?.vetoedAt !== undefined && (
        <p>{rich`The old account objected on ${formatDay(recovery.vetoedAt)}. Now only the members can decide it, in a proposal. If they have not by ${formatDay(vetoLapsesAt(recovery))}, it comes to nothing.`}</p>
      )}
      {address !== undefined && <StatementText label={t`What the person wrote`} hash={statement} author={newAccount} />}
      <RequestActs request={request} recovery={recovery} />
    </div>
  );

  function vouchedWords(): string {
    const others = t`${members} of ${membersNeeded} members`;
    if (!board && !byBoard) return t`${others}; there is no board in office`;
    return `${byBoard ? t`a director` : t`no director yet`}, ${others}`;
  }

  function chipOf(): { tone: Tone; label: string } {
    if (!recovery) return { tone: "coming", label: t`Needs people who vouch` };
    if (recovery.vetoedAt !== undefined) return { tone: "bad", label: t`Objected to` };
    return now < recovery.readyAt ? { tone: "coming", label: t`Waiting` } : { tone: "active", label: t`Ready` };
  }
}
