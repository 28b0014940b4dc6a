import { t } from "../../../books/say.ts";
import { rich } from "../shared/language/rich.ts";
import { Address } from "../shared/ui/Address.tsx";
import { useWallet } from "../shared/wallet/useWallet.ts";

/** While a visitor without a wallet looks at the pages as somebody else would: as whom, and the way back. */
export default function LookingBanner() {
  const { address, own, member } = useWallet();
  if (own || !address) return null;
  const whom = member ? t`member ${member.id}` : t`an account that is no member`;
  return (
    <section
      aria-label={t`You look at the pages as somebody else`}
      className="border-b border-line bg-act-soft text-on-act-soft"
    >
      <div className="small mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 sm:px-6">
        <p className="min-w-0">{rich`You see the pages as ${<strong>{whom}</strong>} sees them (${<Address value={address} />}). Only who has that wallet can act.`}</p>
        <a className="font-semibold underline underline-offset-4" href="/">{t`Look as a visitor`}</a>
      </div>
    </section>
  );
}
