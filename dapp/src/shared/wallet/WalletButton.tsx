import { t } from "../../../../books/say.ts";
import { useChainState } from "../chain/useCoop.ts";
import { memberOfClass } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { useWallet } from "./useWallet.ts";

/** Who you are here, or the way to say so. */
export function WalletButton() {
  const { own, member, connect } = useWallet();
  const { reading } = useChainState();
  if (!own) {
    return (
      <button
        type="button"
        className="button button-main small"
        onClick={connect}
      >{rich`Connect${<span className="max-sm:sr-only">{t` a wallet`}</span>}`}</button>
    );
  }
  const className = member && reading?.coop.classes[member.class]?.name;
  // Who is a member is known when the records are read.
  const who = member ? t`Member ${member.id}` : reading ? t`Not a member` : t`Wallet`;
  return (
    <button
      type="button"
      className="button button-quiet small max-sm:gap-1.5! max-sm:px-3!"
      onClick={connect}
      aria-haspopup="dialog"
    >
      <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${member ? "bg-good" : "bg-wait"}`} />
      {who}
      {className && (
        <span className="hidden max-w-40 truncate font-normal text-muted sm:block lg:hidden xl:block">
          {memberOfClass(className)}
        </span>
      )}
      <span className="sr-only">{t`, open wallet`}</span>
    </button>
  );
}
