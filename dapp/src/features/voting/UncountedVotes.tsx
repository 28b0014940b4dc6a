import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { inWords, plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { uncounted } from "../../shared/motion/proxies.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { positionName } from "./positions.ts";

/** Proxies who voted before they spoke for somebody: anyone can have their vote counted for those members too. */
export function UncountedVotes({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const { coop } = useCoop();
  const act = useAct(`count:${proposal.id}`);
  const waiting = state === "open" ? uncounted(coop, proposal) : [];
  if (waiting.length === 0 && act.state.step === "idle") return null;
  return (
    <Sheet title={t`Votes still to be counted`}>
      <ul className="space-y-5">
        {waiting.map(({ proxy, ballot, members }) => (
          <li key={proxy.id}>
            <p className="mb-3">{rich`Member ${proxy.id} voted ${<strong>{positionName(ballot.support).toLowerCase()}</strong>} and now also speaks for ${members.length === 1 ? t`member ${members[0]?.id}` : t`${inWords(members.length)} more members`}, who ${plural(members.length, t`has`, t`have`)} not voted. Anyone can have it counted for them.`}</p>
            <ActButton
              act={act}
              label={t`Count member ${proxy.id}'s vote for ${plural(members.length, t`member ${members[0]?.id}`, t`them`)}`}
              quiet
              call={() => ({
                address: proposal.assembly,
                abi: wholeAssemblyAbi as never,
                functionName: "countPrincipals",
                args: [proposal.id, proxy.account],
              })}
            />
          </li>
        ))}
      </ul>
      {waiting.length === 0 && act.state.step === "done" && (
        <p className="text-muted">{t`Every vote by proxy is counted now.`}</p>
      )}
      <ActStatus act={act} done={t`The vote is counted for them.`} />
    </Sheet>
  );
}
