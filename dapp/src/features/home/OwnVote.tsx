import type { Proposal } from "../../../../books/coop.ts";
import { ABSTAIN, AGAINST, BLOCK, FOR, type Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

const VOTED: Record<Position, string> = {
  [FOR]: t`you voted for it`,
  [AGAINST]: t`you voted against it`,
  [ABSTAIN]: t`you abstained`,
  [BLOCK]: t`you blocked it`,
};
const VOTED_FOR_YOU: Record<Position, string> = {
  [FOR]: t`your proxy voted for it`,
  [AGAINST]: t`your proxy voted against it`,
  [ABSTAIN]: t`your proxy abstained`,
  [BLOCK]: t`your proxy blocked it`,
};

/** How the reader's vote on a proposal is counted, if there is one. */
export function OwnVote({ proposal }: { proposal: Proposal }) {
  const { member } = useWallet();
  const ballot = member && proposal.ballots.get(member.seat);
  return ballot ? <Chip>{(ballot.byProxy === undefined ? VOTED : VOTED_FOR_YOU)[ballot.support]}</Chip> : null;
}
