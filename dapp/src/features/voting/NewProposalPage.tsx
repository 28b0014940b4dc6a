import { Link, useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { t } from "../../../../books/say.ts";
import { BringSheet } from "../../shared/act/BringSheet.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { isOnBoard, secondersNeeded } from "../../shared/motion/rolls.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { KeptSheet } from "./KeptSheet.tsx";
import { type Mistakes, mistakesIn, motionOf, type Written } from "./newProposal.ts";
import { Preview } from "./Preview.tsx";
import { useDisposal } from "./useDisposal.ts";
import { useUnposted } from "./useUnposted.ts";
import { useWriting } from "./useWriting.ts";
import { WritingFields } from "./WritingFields.tsx";

export function NewProposalPage() {
  const { coop, settlement, modules, now } = useCoop();
  const { address } = useWallet();
  const store = useChainStore();
  const navigate = useNavigate();
  const writing = useWriting();
  const { written } = writing;
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const act = useAct("draft");
  const onBoard = isOnBoard(coop, address, now);
  const [atOnce, setAtOnce] = useState(false);
  const asBoard = onBoard && atOnce;
  const disposal = useDisposal();
  const more = { book: useCommons(), market: useMarket(), disposal, unposted: useUnposted() };
  const motion = motionOf(written, { coop, settlement, modules, now, ...more });
  const needed = secondersNeeded(coop, now, motion);

  const change = (part: Partial<Written>) => {
    writing.write({ ...written, ...part });
    const left = Object.entries(mistakes).filter(([name]) => !(name in part));
    setMistakes(Object.fromEntries(left));
    if (act.state.step !== "idle" && !act.busy) act.dismiss();
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = mistakesIn(written, coop, settlement, now, more);
    setMistakes(found);
    const [first] = Object.keys(found);
    if (first) event.currentTarget.querySelector<HTMLElement>(`[data-part="${first}"]`)?.focus();
    if (!motion) return;
    const content = [motion.targets, motion.values, motion.calldatas, motion.description];
    const done = await act.run({
      address: modules.assembly,
      abi: wholeAssemblyAbi as never,
      functionName: asBoard ? "propose" : "draft",
      args: asBoard ? content : [...content, 0],
    });
    if (done) goToIt(motion.description);
  };
  const goToIt = (description: string) => {
    const books = store.snapshot().reading?.coop;
    if (!books) return;
    const list = asBoard ? numberedProposals(books) : numberedDrafts(books);
    const made = list.findLast((one) => one.description === description);
    if (!made) return;
    writing.drop();
    act.dismiss();
    const params = { number: String(made.number) };
    if (asBoard) navigate({ to: "/proposals/$number", params });
    else navigate({ to: "/drafts/$number", params });
  };
  const label = asBoard ? t`Give notice now` : t`Open it for seconding`;

  return (
    <>
      <p className="small mb-3">
        <Link to="/proposals" className="link">{t`All proposals`}</Link>
      </p>
      <PageHead
        title={t`Write a proposal`}
        lead={t`It starts as a draft. Once ${needed} other ${plural(needed, t`member`, t`members`)} ${plural(needed, t`seconds`, t`second`)} it, it goes to the vote.`}
      />
      <form onSubmit={submit} noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Sheet title={t`Your proposal`}>
          <WritingFields
            written={written}
            mistakes={mistakes}
            disposal={disposal}
            unposted={more.unposted}
            onChange={change}
          />
        </Sheet>
        <div className="space-y-6">
          <Preview what={written.what} motion={motion} />
          <BringSheet
            title={t`Bring it`}
            act={act}
            label={label}
            board={
              onBoard
                ? { label: t`As the board, give notice at once, without seconders`, chosen: atOnce, choose: setAtOnce }
                : undefined
            }
            warning={t`The text is public and stays so. Leave out what is private.`}
          />
          <KeptSheet writing={writing} onReplaced={() => setMistakes({})} />
        </div>
      </form>
    </>
  );
}
