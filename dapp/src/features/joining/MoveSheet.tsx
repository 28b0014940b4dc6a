import { hasOwnBallot } from "../../../../books/apply/ballots.ts";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { stateOf } from "../../../../books/state.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Accepted in another class: the move itself, and what it does to votes that are open. */
export function MoveSheet({ application }: { application: Application }) {
  const { coop, modules, now } = useCoop();
  const { member } = useWallet();
  const act = useAct(`move:${application.account}`);
  const to = coop.classes[application.class]?.name;
  const open = [...coop.proposals.values()].filter((one) => ["open", "notice"].includes(stateOf(coop, one, now)));
  const voted = member ? open.filter((one) => hasOwnBallot(one, member.seat)).length : 0;
  return (
    <Sheet title={t`You can move to ${to}`} aside={<Chip tone="good">{t`Accepted`}</Chip>}>
      <div className="max-w-[46rem] space-y-4">
        <p>{rich`The board agreed. It holds until ${formatMoment(application.until)}.`}</p>
        {open.length > 0 && (
          <Note tone="wait">{rich`${
            voted > 0
              ? t`Your ballots in ${voted} open ${plural(voted, t`vote`, t`votes`)} stay counted in your old class; once you have moved they can not be changed. `
              : ""
          }In the votes that are under way now you can not vote any more after the move: their rolls are closed. Vote first where you still want to.`}</Note>
        )}
        <p className="text-muted">{t`Your member number, shares and money stay yours. Whom you named as proxy ends, because a proxy is of your own class.`}</p>
        <ActButton
          act={act}
          label={t`Move to ${to}`}
          call={() => ({
            address: modules.register,
            abi: ABI_OF.register as never,
            functionName: "join",
            args: [0n, 0n, NO_PERMIT],
          })}
        />
        <ActStatus act={act} done={t`You have moved.`} />
      </div>
    </Sheet>
  );
}
