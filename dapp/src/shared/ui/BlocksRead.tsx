import { t } from "../../../../books/say.ts";
import type { Progress } from "../chain/reader.ts";
import { rich } from "../language/rich.ts";

/** How far the chain is read. */
export function BlocksRead({ progress: { done, of, events } }: { progress: Progress }) {
  return (
    <>
      <progress aria-label={t`Blocks read`} className="mt-4 h-3 w-full" value={done} max={of} />
      <p className="small figures mt-1">{rich`${done.toLocaleString()} of ${of.toLocaleString()} blocks, ${events.toLocaleString()} events`}</p>
    </>
  );
}
