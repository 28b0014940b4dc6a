import { useEffect, useState, useSyncExternalStore } from "react";
import type { Address, Hex } from "viem";
import { useConfig as useWagmiConfig } from "wagmi";
import { keyOf, keysRegistered } from "../../../../books/apply/ballot-keys.ts";
import type { Proposal } from "../../../../books/coop.ts";
import type { RelayedKeyBallot } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { KEPT } from "../../shared/config/kept.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { isDeclined } from "../../shared/errors.ts";
import type { Standing } from "../../shared/relay/ballotKey.ts";
import { handIn, kindsOf } from "../../shared/relay/client.ts";
import { keepSecret, keptSecret, onPapers } from "../../shared/relay/signedPapers.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";

/** Loaded when somebody makes or uses a key. */
const curve = () => import("../../shared/relay/ballotKey.ts");

const AGAIN_MS = 5_000;
const REGISTERED = t`Your ballot key is being registered. Votes of which notice is given from now on take one tap.`;

export type BallotKey = {
  /** Signs without the wallet; undefined while this vote can not be signed so. */
  sign: ((support: number) => Promise<RelayedKeyBallot>) | undefined;
  /** Makes and registers a key; undefined when there is one here that counts, or the relay takes none. */
  setUp: (() => Promise<void>) | undefined;
  /** The member has one, only not in this browser. */
  elsewhere: boolean;
  busy: boolean;
  words: string | undefined;
};

/** The ballot key of whoever is here, kept in this browser only. */
export function useBallotKey(relay: string, proposal: Proposal): BallotKey {
  const { directory, chainId } = useConfig();
  const { address, member } = useWallet();
  const { coop, now } = useCoop();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const place = address && `${KEPT.ballotKey}${directory.toLowerCase()}.${address.toLowerCase()}`;
  const secret = useSyncExternalStore(onPapers, () => (place ? keptSecret(place) : undefined));
  const [standing, setStanding] = useState<Standing>();
  const [takesKeys, setTakesKeys] = useState(false);
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState<string>();
  /** Handed in, and not on chain as far as is known. */
  const [awaited, setAwaited] = useState<Hex>();
  const memberId = member?.id;
  const present = memberId === undefined ? undefined : keyOf(coop, memberId)?.key;

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked again when the member's key on chain is another
  useEffect(() => {
    let current = true;
    setStanding(undefined);
    if (!secret || !address || memberId === undefined) return;
    const owner = { directory, chainId, account: address, memberId };
    curve()
      .then(({ standingOf }) => standingOf(wagmi, owner, secret, proposal.noticeAt))
      .then((found) => {
        if (!current) return;
        setStanding(found);
        if (found !== "missing") setAwaited(undefined);
      })
      // Without an answer of the chain the wallet signs.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [secret, address, memberId, present, directory, chainId, wagmi, proposal.noticeAt]);

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
      const registered = keysRegistered(coop, memberId ?? 0);
      const made = await makeKey(wagmi, owner(account), { registered, present }, now);
      const answer = made.paper && (await handIn(relay, made.paper));
      if (answer === "silent") setWords(t`The relay does not answer. Try again later.`);
      else if (answer && "refused" in answer) setWords(answer.refused);
      else {
        keepSecret(to, made.secret);
        setAwaited(answer && made.secret);
        setWords(answer ? REGISTERED : t`Your ballot key is in this browser again.`);
      }
    } catch (error) {
      setWords(
        isDeclined(error) ? t`You declined in your wallet. Nothing was registered.` : t`That did not work. Try again.`,
      );
    } finally {
      setBusy(false);
    }
  };
  const lacks = !secret || (standing === "missing" && awaited !== secret);
  return {
    sign: address && secret && standing === "serves" ? signWith(address, secret) : undefined,
    setUp: address && place && memberId !== undefined && lacks && takesKeys ? make(address, place) : undefined,
    elsewhere: present !== undefined,
    busy,
    words,
  };
}
