import { useNavigate } from "@tanstack/react-router";
import type { Draft } from "../../../../books/coop.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/places.ts";
import { useChainStore, useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { plural } from "../../shared/format/words.ts";
import { numberedProposals } from "../../shared/motion/numbering.ts";
import { secondersMissing, secondersNeeded } from "../../shared/motion/rolls.ts";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Who backs a draft; what a member can do about it. */
export function Seconding({ draft }: { draft: Draft }) {
  const { coop, modules } = useCoop();
  const { address, member } = useWallet();
  const store = useChainStore();
  const navigate = useNavigate();
  const second = useAct(`second:${draft.id}`);
  const notice = useAct(`notice:${draft.id}`);
  const withdraw = useAct(`withdraw:${draft.id}`);
  const mine = address !== undefined && sameAddress(address, draft.proposer);
  const backed = address !== undefined && draft.seconders.some((one) => sameAddress(one, address));
  const missing = secondersMissing(coop, draft);
  const needed = secondersNeeded(coop);
  const call = (functionName: string, args: readonly unknown[]) => () => ({
    address: modules.assembly,
    abi: wholeAssemblyAbi as never,
    functionName,
    args,
  });
  const goToProposal = () => {
    const books = store.snapshot().reading?.coop;
    const made = books && numberedProposals(books).find(({ draftId }) => draftId === draft.id);
    if (made) navigate({ to: "/proposals/$number", params: { number: String(made.number) } });
  };

  if (draft.state === "withdrawn") {
    return (
      <Sheet title="Withdrawn">
        <p>Its author gave this draft up before notice.</p>
      </Sheet>
    );
  }
  return (
    <Sheet title="Seconders">
      <p className="mb-4">
        {draft.seconders.length} of {needed} {plural(needed, "member")} needed{" "}
        {draft.seconders.length === 1 ? "backs" : "back"} it.{" "}
        {missing > 0 ? "Seconding means: this deserves a vote. It is not a vote for it." : "It can go on notice now."}
      </p>
      <div className="flex flex-wrap gap-3">
        {missing === 0 && (
          <ActButton
            act={notice}
            label="Give notice"
            onDone={goToProposal}
            call={call("giveNotice", [draft.proposer, draft.targets, draft.values, draft.calldatas, draft.description])}
          />
        )}
        {!mine && !backed && (member || !address) && (
          <ActButton act={second} label="Second this draft" quiet={missing === 0} call={call("second", [draft.id])} />
        )}
        {mine && (
          <ActButton act={withdraw} label="Withdraw this draft" quiet call={call("withdrawDraft", [draft.id])} />
        )}
      </div>
      {backed && <p className="small mt-2 text-muted">You back this draft.</p>}
      <ActStatus act={second} done="You back this draft." />
      <ActStatus act={notice} done="Notice was given." />
      <ActStatus act={withdraw} done="The draft is withdrawn." />
      {draft.seconders.length > 0 && (
        <ul className="small mt-4 space-y-1">
          {draft.seconders.map((account) => (
            <li key={account}>
              <MemberName account={account} coop={coop} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
