import { useConfig as useWagmiConfig } from "wagmi";
import type { JobEntry } from "../../../../books/market.ts";
import type { RelayedConfirmation } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { RelayedNote } from "../../shared/relay/RelayedNote.tsx";
import { SignButton } from "../../shared/relay/SignButton.tsx";
import { confirmationPlace } from "../../shared/relay/signedPapers.ts";
import { isLost, useRelayed } from "../../shared/relay/useRelayed.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";
import { kilometres } from "./distance.ts";
import { confirmationWords } from "./relayWords.ts";
import { confirmationPaper, signConfirmation } from "./signConfirmation.ts";

const SILENT = {
  what: t`The relay does not answer, so it is not certain that it has your confirmation.`,
  next: t`Hand it in again, or send your confirmation yourself.`,
};

type Props = { relay: string; entry: JobEntry; distance: number | undefined };

/** The way without coin: the confirmation is signed here and handed in by the relay. */
export function ConfirmThroughRelay({ relay, entry, distance }: Props) {
  const { now } = useCoop();
  const { chainId } = useConfig();
  const { address } = useWallet();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const place = address && confirmationPlace(entry.market, entry.id, address);
  const relayed = useRelayed<RelayedConfirmation>(relay, place, SILENT);
  const { signed, where, sign } = relayed;
  const hint = distance
    ? t`Your wallet signs that job ${entry.id} is done, over ${kilometres(distance)}, and nothing else. It sends nothing and costs nothing: the co-op's relay hands it in and pays for it.`
    : t`Your wallet signs that job ${entry.id} is done, and nothing else. It sends nothing and costs nothing: the co-op's relay hands it in and pays for it.`;
  const confirm = () =>
    sign(async (asks) => {
      if (!address || !place || distance === undefined) return undefined;
      asks("wallet");
      const made = await signConfirmation(wagmi, { chainId, account: address, now }, entry, distance);
      return { place, paper: confirmationPaper(entry, made) };
    });
  return (
    <div className="space-y-3">
      <RelayedNote relayed={relayed} closes={signed?.paper.until ?? 0} words={confirmationWords()} />
      <SignButton
        relayed={relayed}
        label={t`Confirm that it is done`}
        disabled={distance === undefined || (signed?.taken !== undefined && !isLost(where))}
        hint={hint}
        onPress={confirm}
      />
    </div>
  );
}
