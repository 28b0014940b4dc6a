import { useEffect, useState, useSyncExternalStore } from "react";
import type { Address } from "viem";
import { useConfig as useWagmiConfig } from "wagmi";
import type { Proposal } from "../../../../books/coop.ts";
import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { isDeclined, type Sentence, sentenceOf } from "../../shared/errors.ts";
import { handIn, type Whereabouts, whereIs } from "../../shared/relay/client.ts";
import { ballotKey, keepBallot, onBallots, type SignedBallot, signedBallot } from "../../shared/relay/signedBallots.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";
import { type BallotKey, useBallotKey } from "./useBallotKey.ts";

/** Loaded when somebody first signs. */
const signing = () => import("../../shared/relay/signBallot.ts");

const EVERY_MS = 3_000;
const OTHER: Sentence = {
  what: t`Your wallet changed accounts meanwhile, so nothing was handed in.`,
  next: t`Look at who you speak for now, and try again.`,
};
const DECLINED: Sentence = { what: t`You declined in your wallet. Nothing was handed in.`, next: "" };
const SILENT: Sentence = {
  what: t`The relay does not answer, so it is not certain that it has your ballot.`,
  next: t`Hand it in again, or send your vote yourself.`,
};

export type RelayedVote = {
  /** Signed in this browser, and not on chain as far as is known. */
  ballot: SignedBallot | undefined;
  where: Whereabouts | undefined;
  busy: "wallet" | "relay" | undefined;
  trouble: Sentence | undefined;
  /** With the ballot key if there is one for this vote, else in the wallet. */
  sign: (support: Position) => Promise<void>;
  key: BallotKey;
  handInAgain: () => Promise<void>;
};

/** A member's ballot on its way through the co-op's relay. It stays kept here: a reorganisation can take back what was on chain. */
export function useRelayedVote(relay: string, proposal: Proposal): RelayedVote {
  const { address, connect } = useWallet();
  const { chainId } = useConfig();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const key = address && ballotKey(proposal.id, address);
  const ballot = useSyncExternalStore(onBallots, () => (key ? signedBallot(key) : undefined));
  const ballotKeyHere = useBallotKey(relay, proposal);
  const [busy, setBusy] = useState<"wallet" | "relay">();
  const [trouble, setTrouble] = useState<Sentence>();
  const [where, setWhere] = useState<Whereabouts>();
  const id = ballot?.taken?.id;

  useEffect(() => {
    setWhere(undefined);
    if (!id) return;
    const look = async () => {
      if (document.visibilityState === "visible") setWhere(await whereIs(relay, id));
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, [relay, id]);

  const give = async (to: string, paper: SignedBallot["paper"]) => {
    setBusy("relay");
    const answer = await handIn(relay, paper);
    if (answer === "silent") setTrouble(SILENT);
    else if ("taken" in answer) keepBallot(to, { paper, taken: answer.taken });
    else {
      setTrouble({ what: answer.refused, next: "" });
      keepBallot(to, undefined);
    }
  };
  const inWallet = async (account: Address, support: Position) => {
    const { signBallot } = await signing();
    const { assembly, id: proposalId } = proposal;
    return signBallot(wagmi, { assembly, chainId, proposal: proposalId, support, account });
  };
  const within = async (work: () => Promise<void>) => {
    if (busy) return;
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      const { OTHER_ACCOUNT } = await signing();
      setTrouble(error === OTHER_ACCOUNT ? OTHER : isDeclined(error) ? DECLINED : sentenceOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  return {
    ballot,
    key: ballotKeyHere,
    where,
    busy,
    trouble,
    sign: (support) =>
      within(async () => {
        const account = address ?? (await connect());
        if (!account) return;
        setBusy(ballotKeyHere.sign ? "relay" : "wallet");
        const paper = ballotKeyHere.sign ? await ballotKeyHere.sign(support) : await inWallet(account, support);
        const to = ballotKey(proposal.id, account);
        // Kept before it is handed in: a tab that is closed now loses nothing.
        keepBallot(to, { paper });
        await give(to, paper);
      }),
    handInAgain: () => within(async () => void (key && ballot && (await give(key, ballot.paper)))),
  };
}
