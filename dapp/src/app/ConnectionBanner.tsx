import { t } from "../../../books/say.ts";
import { useChainState, useChainStore } from "../shared/chain/useCoop.ts";
import { rich } from "../shared/language/rich.ts";
import { LOSS } from "./loss-words.ts";

/** When the chain can not be read, or not be believed: what that means, and that the page keeps trying. */
export function ConnectionBanner() {
  const { reading, lost } = useChainState();
  const store = useChainStore();
  if (!lost || !reading) return null;
  return (
    <div role="alert" className="sticky top-0 z-30 border-b border-line bg-bad-soft text-bad">
      <div className="small mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-6">
        <p>{rich`${<strong>{LOSS[lost.kind].short}</strong>} You see the records as of block ${reading.head.number.toString()}; the page tries again every few seconds.${lost.kind === "untrue" && ` ${lost.why}.`}`}</p>
        <button
          type="button"
          className="font-semibold underline underline-offset-4"
          onClick={() => store.refresh()}
        >{t`Try now`}</button>
      </div>
    </div>
  );
}
