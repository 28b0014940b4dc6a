import { t } from "../../../books/say.ts";
import { usePage } from "../shared/config/useConfig.ts";
import { rich } from "../shared/language/rich.ts";

/** While the page shows another co-op than its own: whose page it is, and the way back. */
export default function OtherCoopBanner() {
  const { name, host, directory } = usePage();
  if (!host) return null;
  return (
    <section aria-label={t`Another co-op is shown`} className="border-b border-line bg-act-soft text-on-act-soft">
      <div className="small mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 sm:px-6">
        <p className="min-w-0">{rich`${<strong>{rich`This page belongs to ${host.name} and shows ${<bdi>{name}</bdi>}`}</strong>}, another co-op that was founded with the same code. ${host.name} does not answer for it. It stands at ${<code className="break-all">{directory}</code>}.`}</p>
        <a className="font-semibold underline underline-offset-4" href="/">{t`Back to ${host.name}`}</a>
      </div>
    </section>
  );
}
