import { keyOf } from "../../../../books/apply/ballot-keys.ts";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** What signs one's ballots without the wallet, and how to end it. */
export function BallotKeySheet({ member }: { member: Member }) {
  const { coop, modules } = useCoop();
  const { relay } = useConfig();
  const act = useAct(`end-ballot-key:${member.id}`);
  const key = keyOf(coop, member.id);
  if (!key && !relay) return null;
  return (
    <Sheet title={t`Your ballot key`}>
      <div className="max-w-[46rem] space-y-3">
        {key ? (
          <>
            <p>{t`You made it on ${formatDay(key.since)}. A browser that has it signs your ballots with one tap, without your wallet.`}</p>
            <p className="text-muted">{t`End it if somebody else can use such a browser. It then signs nothing more, in no browser and on no vote, open ones included. Votes that are on chain stay counted. A ballot that the relay has not posted yet does not count: cast it again with your wallet.`}</p>
          </>
        ) : (
          <p>{t`You have none, so your wallet signs every ballot.`}</p>
        )}
        {relay && (
          <p className="text-muted">{t`You can make a new one whenever you vote: choose “Vote with one tap from now on” under a proposal and sign in your wallet. It costs nothing, and serves votes of which notice is given after that.`}</p>
        )}
        {key && (
          <ActButton
            act={act}
            quiet
            label={t`End my ballot key`}
            call={() => ({
              address: modules.ballotKeys,
              abi: ABI_OF.ballotKeys as never,
              functionName: "revoke",
              args: [],
            })}
          />
        )}
        <ActStatus act={act} done={t`Your wallet signs your ballots from now on.`} />
      </div>
    </Sheet>
  );
}
