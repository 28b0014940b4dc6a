import { t } from "../../../../books/say.ts";
import { usePage } from "../config/useConfig.ts";
import { rich } from "../language/rich.ts";
import { useWallet } from "../wallet/useWallet.ts";
import type { Call } from "./perform.ts";
import { wordsOf } from "./state.ts";
import type { Act } from "./useAct.ts";

type ActButtonProps = {
  act: Act;
  /** What pressing it does: "Cast my vote". */
  label: string;
  /** May first take a while; nothing is sent when it gives none. */
  call: () => Call | undefined | Promise<Call | undefined>;
  disabled?: boolean;
  quiet?: boolean;
  onDone?: () => void;
};

/** The button of an act. Without a wallet, or on another network, it says what it will do about that first. */
export function ActButton({ act, label, call, disabled, quiet, onDone }: ActButtonProps) {
  const { own, wrongNetwork } = useWallet();
  const config = usePage();
  const press = async () => {
    const made = await call();
    if (made && (await act.run(made))) onDone?.();
  };
  const lower = label.charAt(0).toLowerCase() + label.slice(1);
  const words = !own ? t`Connect a wallet and ${lower}` : wrongNetwork ? t`Switch network and ${lower}` : label;
  return (
    <>
      <button
        type="button"
        className={`button ${quiet ? "button-quiet" : "button-main"}`}
        disabled={disabled}
        aria-disabled={act.busy || undefined}
        onClick={press}
      >
        {act.busy ? wordsOf(act.state) : words}
      </button>
      {wrongNetwork && (
        <p className="small mt-2 text-muted">{rich`Your wallet is on another network; ${config.name} is not there. Your wallet will ask once to change.`}</p>
      )}
    </>
  );
}
