import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { saveAsFile } from "../../shared/documents/handover.ts";
import { useViewer } from "./useJobs.ts";
import { workFile } from "./work-file.ts";

/** Takes one's jobs along, as a table. */
export function WorkFile() {
  const { settlement, now } = useCoop();
  const book = useMarket();
  const viewer = useViewer();
  return (
    <button
      type="button"
      className="link small"
      onClick={() => saveAsFile("my-work.csv", workFile(book, viewer, settlement, now))}
    >
      Save as a table (CSV)
    </button>
  );
}
