import { useNavigate } from "@tanstack/react-router";
import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { numberedDrafts } from "../../shared/motion/numbering.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

const WHY: Partial<Record<ProposalState, string>> = {
  held: t`Put again within 90 days it can not be held a second time: a block then counts as a vote against.`,
  adjourned: t`It had its majority and too few ballots. It may be put again once, and then needs fewer of them.`,
  lapsed: t`The members agreed and nobody carried it out in time. It can be put to them again.`,
};

/** A resolution that was held, adjourned or left lying can be drafted again as it stands. */
export function PutAgain({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop } = useCoop();
  const { member, address } = useWallet();
  const store = useChainStore();
  const navigate = useNavigate();
  const act = useAct(`again:${proposal.id}`);
  const why = WHY[state];
  const later = [...coop.proposals.values()].some(
    (one) => one.round > proposal.round && one.description === proposal.description,
  );
  if (!why || later || !member || !address) return null;
  const goToDraft = () => {
    const books = store.snapshot().reading?.coop;
    const made = books && numberedDrafts(books).findLast((draft) => sameAddress(draft.proposer, address));
    if (made) navigate({ to: "/drafts/$number", params: { number: String(made.number) } });
  };
  return (
    <Sheet title={t`Put it again`}>
      <p className="mb-4">{why}</p>
      <ActButton
        act={act}
        label={t`Draft it again`}
        quiet
        onDone={goToDraft}
        call={() => ({
          address: proposal.assembly,
          abi: wholeAssemblyAbi as never,
          functionName: "draft",
          args: [proposal.targets, proposal.values, proposal.calldatas, proposal.description, proposal.kind],
        })}
      />
      <ActStatus act={act} done={t`The draft is open for seconding.`} />
    </Sheet>
  );
}
