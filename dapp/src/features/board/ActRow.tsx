import { zeroHash } from "viem";
import type { BoardAct } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useChainState, useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { lapsesAt, mayTakeStep, type NextStep, nextStepOf } from "../../shared/membership/board.ts";
import { inPlainWords } from "../../shared/motion/actions.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Plain } from "../../shared/ui/Plain.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";

const CHIPS: Record<NextStep, { tone: Tone; label: string }> = {
  second: { tone: "coming", label: t`Needs a second member` },
  carryOut: { tone: "active", label: t`To be carried out` },
  lapsed: { tone: "quiet", label: t`Lapsed` },
  "carried-out": { tone: "good", label: t`Carried out` },
  withdrawn: { tone: "quiet", label: t`Taken back` },
};

/** Something that was decided: what it does, who decided it, and the next step for whoever may take it. */
export function ActRow({ act: decided }: { act: BoardAct }) {
  const { coop, modules, settlement, now } = useCoop();
  const { reading } = useChainState();
  const { address } = useWallet();
  const { id, target, data, decidedBy, secondedBy, carriedOutBy, at, reason } = decided;
  const act = useAct(`act:${id}`);
  const step = nextStepOf(coop, decided, now);
  const words = inPlainWords(target, data, "", { coop, settlement, known: reading?.known ?? new Map() });
  const mine = address !== undefined && sameAddress(address, decidedBy);
  const open = step === "second" || step === "carryOut";
  const board = { address: modules.board, abi: ABI_OF.board as never };
  return (
    <li className="border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="text-lg">
          <Plain text={words.sentence} />
        </p>
        <Chip tone={CHIPS[step].tone}>{CHIPS[step].label}</Chip>
      </div>
      {words.detail && <p className="small mt-1 text-muted">{words.detail}</p>}
      <p className="small mt-1 text-muted">{rich`Decided on ${formatDay(at)} by ${<MemberName account={decidedBy} coop={coop} within />}${secondedBy && rich`; ${<MemberName account={secondedBy} coop={coop} within />} agreed`}${carriedOutBy && rich`; ${<MemberName account={carriedOutBy} coop={coop} within />} carried it out`}${open && t`. It lapses on ${formatDay(lapsesAt(decided))}`}.`}</p>
      {reason !== zeroHash && <StatementText label={t`The reason`} hash={reason} author={decidedBy} />}
      {open && mine && <p className="small mt-1">{t`You decided this; another person takes the next step.`}</p>}
      <div className="mt-3 flex flex-wrap gap-3 empty:hidden">
        {mayTakeStep(coop, decided, address, now) && step === "second" && (
          <ActButton
            act={act}
            label={t`I agree`}
            call={() => ({ ...board, functionName: "second", args: [BigInt(id)] })}
          />
        )}
        {mayTakeStep(coop, decided, address, now) && step === "carryOut" && (
          <ActButton
            act={act}
            label={t`Carry it out`}
            call={() => ({ ...board, functionName: "carryOut", args: [BigInt(id), target, data] })}
          />
        )}
        {open && mine && (
          <ActButton
            act={act}
            quiet
            label={t`Take it back`}
            call={() => ({ ...board, functionName: "withdraw", args: [BigInt(id)] })}
          />
        )}
      </div>
      <ActStatus act={act} />
    </li>
  );
}
