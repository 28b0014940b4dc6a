import type { RelayedPaper } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import type { Relayed } from "./useRelayed.ts";

type Props<P extends RelayedPaper> = {
  relayed: Relayed<P>;
  label: string;
  disabled: boolean;
  /** Why it can not be pressed, or what pressing it does. */
  hint?: string | undefined;
  onPress: () => void;
};

/** Signs something and hands it to the relay; says whom it waits for, and what went wrong. */
export function SignButton<P extends RelayedPaper>({ relayed, label, disabled, hint, onPress }: Props<P>) {
  const { busy, trouble } = relayed;
  const words = busy === "wallet" ? t`Waiting for your wallet` : busy === "relay" ? t`Handing it to the relay` : label;
  return (
    <>
      <button
        type="button"
        className="button button-main"
        disabled={disabled}
        aria-disabled={busy !== undefined || undefined}
        onClick={onPress}
      >
        {words}
      </button>
      {hint && <p className="small text-muted">{hint}</p>}
      {trouble && (
        <div role="alert" className="small rounded-xl bg-bad-soft px-4 py-2.5 text-bad">
          <p className="font-semibold">{trouble.what}</p>
          {trouble.next && <p>{trouble.next}</p>}
        </div>
      )}
    </>
  );
}
