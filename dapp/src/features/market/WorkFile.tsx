import { type WorkLine, workCsv } from "../../../../books/work.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { SaveTable } from "../../shared/ui/SaveTable.tsx";

/** Takes one's jobs along, as a table. */
export function WorkFile({ lines }: { lines: WorkLine[] }) {
  const { settlement } = useCoop();
  return <SaveTable name="my-work.csv" text={() => workCsv({ lines }, settlement)} />;
}
