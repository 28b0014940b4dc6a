import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { inWords, plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import type { Numbered } from "../../shared/motion/numbering.ts";
import { countedWith } from "../../shared/motion/proxies.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { positionName } from "./positions.ts";

type Props = { proposal: Numbered<Proposal>; position: Position | undefined; withReason: boolean };

/** What a wallet will ask one to send, before it opens: in words, and as the wallet may show it. */
export function WhatIsSent({ proposal, position, withReason }: Props) {
  const { coop } = useCoop();
  const { member } = useWallet();
  if (position === undefined) return null;
  const others = member ? countedWith(coop, proposal, member.seat).length : 0;
  const words = rich`“On proposal No. ${proposal.number}: ${positionName(position).toLowerCase()}”`;
  return (
    <div className="small mt-3 text-muted">
      <p>{rich`Sending it yourself, you say ${<strong className="text-text">{words}</strong>}${withReason && t`, with your reason`}${others > 0 && t`, for yourself and for ${inWords(others)} ${plural(others, t`member`, t`members`)} who named you their proxy`}. No money goes along but the network's fee.`}</p>
      <Disclosure label={t`What your wallet may show`}>
        <p className="wrap-anywhere">{rich`The function ${<code>{withReason ? "castVoteWithReason" : "castVote"}</code>} of the Assembly, ${<Address value={proposal.assembly} />}, with the proposal ${<code>{String(proposal.id)}</code>} and the position ${<code>{position}</code>}. If it shows anything else, decline.`}</p>
      </Disclosure>
    </div>
  );
}
