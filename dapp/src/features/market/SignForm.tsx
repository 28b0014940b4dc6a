import { useState } from "react";
import { useConfig as useWagmiConfig } from "wagmi";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { sentenceFor } from "../../shared/documents/tools.ts";
import { formatMoment } from "../../shared/format/time.ts";

import { Field } from "../../shared/ui/Field.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import type { WagmiConfig } from "../../shared/wallet/wagmi.ts";
import { Fold } from "./Fold.tsx";
import { signConfirmation } from "./signConfirmation.ts";
import { toText } from "./signed.ts";
import { useAgreement } from "./useAgreement.tsx";

/** The customer signs the confirmation, and somebody else hands it in. */
export function SignForm({ entry }: { entry: JobEntry }) {
  return (
    <Fold label={t`Sign a confirmation for somebody else to hand in`}>
      <SignFields entry={entry} />
    </Fold>
  );
}

function SignFields({ entry }: { entry: JobEntry }) {
  const { now } = useCoop();
  const { chainId } = useConfig();
  const wagmi = useWagmiConfig() as unknown as WagmiConfig;
  const { address } = useWallet();
  const { distance, field } = useAgreement(entry);
  const [made, setMade] = useState<{ link: string; until: number }>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    if (!address || distance === undefined || busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const signed = await signConfirmation(wagmi, { chainId, account: address, now }, entry, distance);
      const text = toText({ job: entry.id, ...signed });
      setMade({ link: `${window.location.origin}/market/${entry.name}#${text}`, until: signed.until });
    } catch (error) {
      setTrouble(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="space-y-4 py-2">
      <p className="small text-muted">{t`Your wallet signs that the job is done. It sends nothing and costs nothing. Give the link to the provider: who hands it in, has the job paid at once.`}</p>
      {field}
      <button
        type="button"
        className="button button-quiet"
        disabled={distance === undefined}
        aria-disabled={busy || undefined}
        onClick={sign}
      >
        {busy ? t`Waiting for your wallet` : t`Sign the confirmation`}
      </button>
      <p role="status" className="small text-bad empty:hidden">
        {trouble}
      </p>
      {made && <Signed {...made} />}
    </div>
  );
}

function Signed({ link, until }: { link: string; until: number }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="space-y-2">
      <Field label={t`Your signed confirmation`} hint={t`Good until ${formatMoment(until)}.`}>
        {(ids) => (
          <textarea
            {...ids}
            readOnly
            rows={4}
            className="field small break-all"
            value={link}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <button type="button" className="button button-quiet small" onClick={copy}>
        {copied ? t`Copied` : t`Copy the link`}
      </button>
    </div>
  );
}
