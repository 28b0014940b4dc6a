import { t } from "../../../../books/say.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { useWallet } from "../wallet/useWallet.ts";
import { ActStatus } from "./ActStatus.tsx";
import { wordsOf } from "./state.ts";
import type { Act } from "./useAct.ts";

type BringSheetProps = {
  title: string;
  act: Act;
  /** What the button does. */
  label: string;
  /** The board's short way, for those on it. */
  board?: { label: string; chosen: boolean; choose: (chosen: boolean) => void } | undefined;
  warning: string;
};

/** The end of a form that puts something to the members: at once for the board, with seconders for others. */
export function BringSheet({ title, act, label, board, warning }: BringSheetProps) {
  const { address } = useWallet();
  return (
    <Sheet title={title}>
      {board && (
        <label className="mb-4 flex gap-3">
          <input
            type="checkbox"
            className="mt-1.5 size-4 accent-(--act)"
            checked={board.chosen}
            onChange={(event) => board.choose(event.target.checked)}
          />
          <span>{board.label}</span>
        </label>
      )}
      <button type="submit" className="button button-main w-full" aria-disabled={act.busy || undefined}>
        {act.busy ? wordsOf(act.state) : address ? label : t`Connect a wallet and ${label.toLowerCase()}`}
      </button>
      <ActStatus act={act} />
      <p className="small mt-3 text-muted">{warning}</p>
    </Sheet>
  );
}
