import { useEffect, useState, useSyncExternalStore } from "react";
import type { Address, Hex } from "viem";
import { useConfig as useWagmiConfig } from "wagmi";
import type { Proposal } from "../../../../books/coop.ts";
import type { RelayedKeyBallot } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { KEPT } from "../../shared/config/kept.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { isDeclined } from "../../shared/errors.ts";
import { handIn, kindsOf } from "../../shared/relay/client.ts";
import { keepSecret, keptSecret, onBallots } from "../../shared/relay/signedBallots.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";

/** Loaded when somebody makes or uses a key. */
const curve = () => import("../../shared/relay/ballotKey.ts");

const AGAIN_MS = 5_000;

export type BallotKey = {
  /** Signs without the wallet; undefined while this vote can not be signed so. */
  sign: ((support: number) => Promise<RelayedKeyBallot>) | undefined;
  /** Makes and registers a key; undefined when there is one here or the relay takes none. */
  setUp: (() => Promise<void>) | undefined;
  busy: boolean;
  words: string | undefined;
};

/** The ballot key of whoever is here, kept in this browser only. */
export function useBallotKey(relay: string, proposal: Proposal): BallotKey {
  const { directory, chainId } = useConfig();
  const { address, member } = useWallet();
  const { now } = useCoop();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const place = address && `${KEPT.ballotKey}${directory.toLowerCase()}.${address.toLowerCase()}`;
  const secret = useSyncExternalStore(onBallots, () => (place ? keptSecret(place) : undefined));
  const [serves, setServes] = useState(false);
  const [takesKeys, setTakesKeys] = useState(false);
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  const memberId = member?.id;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    // A relay that is starting answers later.
    const ask = async () => {
      const kinds = await kindsOf(relay);
      if (!current) return;
      setTakesKeys(kinds.includes("bls-key"));
      if (kinds.length === 0) timer = setTimeout(ask, AGAIN_MS);
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [relay]);
  useEffect(() => {
    let current = true;
    setServes(false);
    if (!secret || !address || memberId === undefined) return;
    const owner = { directory, chainId, account: address, memberId };
    curve()
      .then(({ keyServes }) => keyServes(wagmi, owner, secret, proposal.noticeAt))
      .then((yes) => current && setServes(yes))
      // Without an answer of the chain the wallet signs.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [secret, address, memberId, directory, chainId, wagmi, proposal.noticeAt]);

  const owner = (account: Address) => ({ directory, chainId, account, memberId: memberId ?? 0 });
  const signWith = (account: Address, key: Hex) => async (support: number) => {
    const { signWithKey } = await curve();
    return signWithKey(wagmi, owner(account), key, { assembly: proposal.assembly, proposal: proposal.id, support });
  };
  const make = (account: Address, to: string) => async () => {
    if (busy) return;
    setBusy(true);
    setWords(undefined);
    try {
      const { makeKey } = await curve();
      const made = await makeKey(wagmi, owner(account), now);
      const answer = await handIn(relay, made.paper);
      if (answer !== "silent" && "taken" in answer) {
        keepSecret(to, made.secret);
        setWords(t`Your ballot key is being registered. Votes of which notice is given from now on take one tap.`);
      } else setWords(answer === "silent" ? t`The relay does not answer. Try again later.` : answer.refused);
    } catch (error) {
      setWords(
        isDeclined(error) ? t`You declined in your wallet. Nothing was registered.` : t`That did not work. Try again.`,
      );
    } finally {
      setBusy(false);
    }
  };
  return {
    sign: address && secret && serves ? signWith(address, secret) : undefined,
    setUp: address && place && memberId !== undefined && !secret && takesKeys ? make(address, place) : undefined,
    busy,
    words,
  };
}
