import type { Address } from "viem";
import { useConfig as useWagmiConfig } from "wagmi";
import type { Proposal } from "../../../../books/coop.ts";
import type { RelayedBallot, RelayedKeyBallot } from "../../../../books/relay.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import type { Sentence } from "../../shared/errors.ts";
import { ballotPlace } from "../../shared/relay/signedPapers.ts";
import { type Relayed, useRelayed } from "../../shared/relay/useRelayed.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";
import { type BallotKey, useBallotKey } from "./useBallotKey.ts";

/** Loaded when somebody first signs. */
const signing = () => import("../../shared/relay/signBallot.ts");

const SILENT: Sentence = {
  what: t`The relay does not answer, so it is not certain that it has your ballot.`,
  next: t`Hand it in again, or send your vote yourself.`,
};

type Ballot = RelayedBallot | RelayedKeyBallot;
export type RelayedVote = {
  relayed: Relayed<Ballot>;
  /** With the ballot key if there is one for this vote, else in the wallet. */
  sign: (support: Position) => Promise<void>;
  key: BallotKey;
};

/** A member's ballot on its way through the co-op's relay. */
export function useRelayedVote(relay: string, proposal: Proposal): RelayedVote {
  const { address, own, connect } = useWallet();
  const { chainId } = useConfig();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const key = useBallotKey(relay, proposal);
  const relayed = useRelayed<Ballot>(relay, address && ballotPlace(proposal.id, address), SILENT);
  const inWallet = async (account: Address, support: Position) => {
    const { signBallot } = await signing();
    const { assembly, id } = proposal;
    return signBallot(wagmi, { assembly, chainId, proposal: id, support, account });
  };
  return {
    relayed,
    key,
    sign: (support) =>
      relayed.sign(async (asks) => {
        const account = own ?? (await connect());
        if (!account) return undefined;
        asks(key.sign ? "relay" : "wallet");
        const paper = key.sign ? await key.sign(support) : await inWallet(account, support);
        return { place: ballotPlace(proposal.id, account), paper };
      }),
  };
}
