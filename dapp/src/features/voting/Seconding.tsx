import { useNavigate } from "@tanstack/react-router";
import type { Draft } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { expelledBy } from "../../shared/motion/expulsion.ts";
import { numberedProposals } from "../../shared/motion/numbering.ts";
import { secondersNeeded } from "../../shared/motion/rolls.ts";
import { SecondingSheet } from "../../shared/motion/SecondingSheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** A draft on its way to notice. */
export function Seconding({ draft }: { draft: Draft }) {
  const { coop, now } = useCoop();
  const { member } = useWallet();
  const store = useChainStore();
  const navigate = useNavigate();
  const goToProposal = () => {
    const books = store.snapshot().reading?.coop;
    const made = books && numberedProposals(books).find(({ draftId }) => draftId === draft.id);
    if (made) navigate({ to: "/proposals/$number", params: { number: String(made.number) } });
  };
  const aboutYou = member !== undefined && expelledBy(draft, coop) === member.id;
  return (
    <SecondingSheet
      draft={draft}
      needed={secondersNeeded(coop, now, draft)}
      meaning={t`Seconding means: this deserves a vote. It is not a vote for it.`}
      notYou={aboutYou ? t`This draft is about you. If it goes to the vote, you are heard on its page.` : undefined}
      next={{
        label: t`Give notice`,
        words: t`It can go on notice now.`,
        done: t`Notice was given.`,
        onDone: goToProposal,
        call: () => ({
          functionName: "giveNotice",
          args: [draft.proposer, draft.targets, draft.values, draft.calldatas, draft.description],
        }),
      }}
    />
  );
}
