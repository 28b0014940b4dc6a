import { useQuery } from "@tanstack/react-query";
import type { Client, Hex } from "viem";
import { useClient } from "wagmi";
import type { FiledOpinion } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress, shortAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { CopyButton } from "../../shared/ui/CopyButton.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { hashOfBlock } from "./blocks.ts";
import { OPINION_TONES, OPINIONS } from "./opinions.ts";

/** Every opinion on the books, the latest first, and whether the block that it is about still is the chain's. */
export function Opinions() {
  const { coop } = useCoop();
  return (
    <Sheet title={t`Opinions on the books`}>
      {coop.opinions.length === 0 && (
        <Empty>{t`No opinion on the books has been filed yet. The auditor in office files it here.`}</Empty>
      )}
      <ul>
        {[...coop.opinions].reverse().map((opinion) => (
          <Opinion key={opinion.id} {...opinion} />
        ))}
      </ul>
    </Sheet>
  );
}

function Opinion({ id, opinion, at, blockNumber, blockHash, report, auditor }: FiledOpinion) {
  const { coop } = useCoop();
  return (
    <li className="border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="figures font-semibold">{rich`No. ${id}`}</span>
        <Chip tone={OPINION_TONES[opinion] ?? "quiet"}>{OPINIONS[opinion]?.title}</Chip>
        <span>{formatDay(at)}</span>
        <span className="text-muted">{rich`by ${<MemberName account={auditor} coop={coop} within />}`}</span>
      </p>
      <p className="mt-1 text-muted">{OPINIONS[opinion]?.means}</p>
      <p className="small mt-2">{rich`On the books at block ${<span className="figures">{blockNumber.toString()}</span>}, ${<code title={blockHash}>{shortAddress(blockHash)}</code>} ${<CopyButton text={blockHash} what={t`the block's hash`} />}`}</p>
      <StillThere blockNumber={blockNumber} blockHash={blockHash} />
      <StatementText label={t`The report`} hash={report} author={auditor} />
    </li>
  );
}

/** Asks the chain which block it has at that number today. */
function StillThere({ blockNumber, blockHash }: Pick<FiledOpinion, "blockNumber" | "blockHash">) {
  const client = useClient() as Client;
  const { head } = useCoop();
  const query = {
    // Only another newest block can mean another block there.
    queryKey: ["block", String(blockNumber), head.hash],
    placeholderData: (before: { hash: Hex | undefined } | undefined) => before,
    queryFn: async () => ({ hash: await hashOfBlock(client, blockNumber) }),
  };
  const { data, isError } = useQuery(query, queryClient);
  if (isError) return <p className="small text-muted">{t`The chain could not be asked for this block just now.`}</p>;
  if (!data) return <p className="small pulse text-muted">{t`Asking the chain for this block`}</p>;
  if (data.hash !== undefined && sameAddress(data.hash, blockHash)) {
    return <p className="small font-semibold text-good">{t`✓ The chain has this very block.`}</p>;
  }
  return (
    <Note tone="bad">{rich`${<strong>{t`This is not the chain's block any more.`}</strong>} The opinion names ${shortAddress(blockHash)}; the chain ${data.hash === undefined ? t`has no such block` : t`has ${shortAddress(data.hash)} there`}. The books that the auditor saw may be others.`}</Note>
  );
}
