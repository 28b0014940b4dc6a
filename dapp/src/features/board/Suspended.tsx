import { suspensionOf } from "../../../../books/apply/suspensions.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { isOnBoard } from "../../shared/motion/rolls.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Members who are suspended from services; any director can end it early. */
export function Suspended() {
  const { coop, now } = useCoop();
  const standing = [...coop.members.keys()].flatMap((id) => suspensionOf(coop, id, now) ?? []);
  if (standing.length === 0) return null;
  return (
    <Sheet title={t`Suspended`}>
      <p className="small mb-3 text-muted">{t`From services only. They vote, are paid and are heard like everybody.`}</p>
      <ul>
        {standing.map(({ memberId, until }) => (
          <SuspendedRow key={memberId} memberId={memberId} until={until} />
        ))}
      </ul>
    </Sheet>
  );
}

function SuspendedRow({ memberId, until }: { memberId: number; until: number }) {
  const { coop, modules, now } = useCoop();
  const { address } = useWallet();
  const act = useAct(`lift:${memberId}`);
  return (
    <li className="border-b border-line py-2.5 last:border-b-0">
      <p>{rich`Member ${memberId} ${<span className="text-muted">{rich`until ${formatDay(until)}`}</span>}`}</p>
      {isOnBoard(coop, address, now) && (
        <div className="mt-2">
          <ActButton
            act={act}
            quiet
            label={t`End it now`}
            call={() => ({
              address: modules.register,
              abi: ABI_OF.register as never,
              functionName: "lift",
              args: [memberId],
            })}
          />
        </div>
      )}
      <ActStatus act={act} />
    </li>
  );
}
