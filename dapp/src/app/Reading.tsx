import { t } from "../../../books/say.ts";
import { useChainState, useChainStore } from "../shared/chain/useCoop.ts";
import { rich } from "../shared/language/rich.ts";
import { BlocksRead } from "../shared/ui/BlocksRead.tsx";
import { LOSS } from "./loss-words.ts";

/** Before the first reading: that it reads and how far it is, or why it can not. */
export function Reading() {
  const { lost, progress } = useChainState();
  const store = useChainStore();
  if (!lost) {
    return (
      <div className="mx-auto max-w-xs py-24 text-center text-muted">
        <p role="status" className="pulse">{t`Reading the co-op's records`}</p>
        {progress && <BlocksRead progress={progress} />}
      </div>
    );
  }
  const { title, advice } = LOSS[lost.kind];
  return (
    <div role="alert" className="mx-auto max-w-xl py-20">
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-3">{advice}</p>
      <button type="button" className="button button-main mt-5" onClick={() => store.refresh()}>{t`Try now`}</button>
      <p className="small mt-5 wrap-anywhere text-muted">{rich`What the page was told: ${lost.why}`}</p>
    </div>
  );
}
