import { keccak256, toHex } from "viem";
import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { executionWindow, type ProposalState } from "../../../../books/state.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";

/** A passed resolution, once its waiting time is over: anyone can carry it out. */
export function CarryOut({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop, now } = useCoop();
  const act = useAct(`carry-out:${proposal.id}`);
  const { opens, ends } = executionWindow(coop, proposal);
  if (state === "carried-out" && act.state.step === "done") {
    return (
      <Sheet title={t`Carried out`}>
        <p>{t`The resolution has been carried out, and the books show it.`}</p>
      </Sheet>
    );
  }
  if (state === "waiting") {
    return (
      <Sheet title={t`Passed`}>
        <p>{rich`Anyone can carry it out ${<When at={opens} now={now} />}. The time in between is there to notice mistakes.`}</p>
      </Sheet>
    );
  }
  if (state !== "ready") return null;
  return (
    <Sheet title={t`Ready to carry out`}>
      <p className="mb-4">{rich`The members have decided. Anyone may carry it out now, once; nobody needs an office for it. It lapses ${<When at={ends} now={now} />}.`}</p>
      <ActButton
        act={act}
        label={t`Carry it out`}
        call={() => ({
          address: proposal.assembly,
          abi: wholeAssemblyAbi as never,
          functionName: "execute",
          args: [proposal.targets, proposal.values, proposal.calldatas, keccak256(toHex(proposal.description))],
        })}
      />
      <ActStatus act={act} done={t`The resolution has been carried out.`} />
    </Sheet>
  );
}
