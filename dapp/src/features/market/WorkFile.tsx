import { type WorkLine, workCsv } from "../../../../books/work.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { saveAsFile } from "../../shared/documents/handover.ts";

/** Takes one's jobs along, as a table. */
export function WorkFile({ lines }: { lines: WorkLine[] }) {
  const { settlement } = useCoop();
  return (
    <button
      type="button"
      className="link small"
      onClick={() => saveAsFile("my-work.csv", workCsv({ lines }, settlement))}
    >
      Save as a table (CSV)
    </button>
  );
}
