import type { Seconding } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../act/ActButton.tsx";
import { ActStatus } from "../act/ActStatus.tsx";
import type { Call } from "../act/perform.ts";
import { useAct } from "../act/useAct.ts";
import { wholeAssemblyAbi } from "../chain/abis.ts";
import { useCoop } from "../chain/useCoop.ts";
import { sameAddress } from "../format/address.ts";
import { plural } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { MemberName } from "../ui/MemberName.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { useWallet } from "../wallet/useWallet.ts";

type Props = {
  draft: Seconding;
  needed: number;
  /** What seconding says, and what it does not. */
  meaning: string;
  /** What anyone can do once enough members back it. */
  next: { label: string; words: string; done: string; call: () => Omit<Call, "address" | "abi">; onDone: () => void };
  /** Why somebody is not asked to second it, though a member. */
  notYou?: string;
};

/** Who backs a draft; what a member can do about it. */
export function SecondingSheet({ draft, needed, meaning, next, notYou }: Props) {
  const { coop, modules } = useCoop();
  const { address, member } = useWallet();
  const second = useAct(`second:${draft.id}`);
  const go = useAct(`notice:${draft.id}`);
  const withdraw = useAct(`withdraw:${draft.id}`);
  const mine = address !== undefined && sameAddress(address, draft.proposer);
  const backed = address !== undefined && draft.seconders.some((one) => sameAddress(one, address));
  const missing = Math.max(0, needed - draft.seconders.length);
  const call = (made: Omit<Call, "address" | "abi">): Call => ({
    address: modules.assembly,
    abi: wholeAssemblyAbi as never,
    ...made,
  });

  if (draft.state === "withdrawn") {
    return (
      <Sheet title={t`Withdrawn`}>
        <p>{t`Its author gave this draft up.`}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={t`Seconders`}>
      <p className="mb-4">{rich`${draft.seconders.length} of ${needed} ${plural(needed, t`member`, t`members`)} needed ${draft.seconders.length === 1 ? t`backs` : t`back`} it. ${missing > 0 ? meaning : next.words}`}</p>
      <div className="flex flex-wrap gap-3">
        {missing === 0 && <ActButton act={go} label={next.label} onDone={next.onDone} call={() => call(next.call())} />}
        {!mine && !backed && !notYou && (member || !address) && (
          <ActButton
            act={second}
            label={t`Second this draft`}
            quiet={missing === 0}
            call={() => call({ functionName: "second", args: [draft.id] })}
          />
        )}
        {mine && (
          <ActButton
            act={withdraw}
            label={t`Withdraw this draft`}
            quiet
            call={() => call({ functionName: "withdrawDraft", args: [draft.id] })}
          />
        )}
      </div>
      {backed && <p className="small mt-2 text-muted">{t`You back this draft.`}</p>}
      {notYou && <p className="small text-muted">{notYou}</p>}
      <ActStatus act={second} done={t`You back this draft.`} />
      <ActStatus act={go} done={next.done} />
      <ActStatus act={withdraw} done={t`The draft is withdrawn.`} />
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
