import type { Proposal } from "../../../../books/coop.ts";
import { INVESTOR } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { petitionersOf } from "../../../../books/terms.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { isOnRoll } from "../../shared/motion/rolls.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

const ORDINARY = 1;
const LEAST = 3;

/** While notice of an ordinary resolution runs, a class can ask that every class must agree (C3). */
export function Petition({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop } = useCoop();
  const { member } = useWallet();
  const act = useAct(`petition:${proposal.id}`);
  if (state !== "notice" || proposal.kind !== ORDINARY) return null;
  if (proposal.terms.everyClass) {
    return (
      <Sheet title={t`Every class must agree`}>
        <p>{t`A class has asked for it. The proposal now also needs more for than against in every class.`}</p>
      </Sheet>
    );
  }
  const ofClass = member && coop.classes[member.class];
  if (!member || !ofClass || ofClass.kind === INVESTOR || !isOnRoll(member, proposal)) return null;
  const have = petitionersOf(proposal.petitioners, member.class);
  const need = Math.max(LEAST, Math.floor((proposal.rolls[member.class] ?? 0) / 2) + 1);
  const asked = proposal.petitioners.has(member.account.toLowerCase());
  return (
    <Sheet title={t`Should every class agree?`}>
      <p className="mb-4">{rich`If ${need} ${plural(need, t`member`, t`members`)} of your class ask for it before voting opens, this proposal also needs more for than against in every class. ${have === 0 ? t`Nobody of your class has asked yet.` : t`${have} so far.`}`}</p>
      {asked ? (
        <p className="small text-muted">{t`You have asked for it.`}</p>
      ) : (
        <ActButton
          act={act}
          label={t`Ask that every class agree`}
          quiet
          call={() => ({
            address: proposal.assembly,
            abi: wholeAssemblyAbi as never,
            functionName: "petition",
            args: [proposal.id],
          })}
        />
      )}
      <ActStatus act={act} done={t`You have asked that every class agree.`} />
    </Sheet>
  );
}
