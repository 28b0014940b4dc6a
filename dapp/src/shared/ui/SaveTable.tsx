import { t } from "../../../../books/say.ts";
import { saveAsFile } from "../documents/handover.ts";

/** Takes what is shown along, as a table that any spreadsheet opens. `text` is made when it is asked for. */
export function SaveTable({
  name,
  text,
  label = t`Save as a table (CSV)`,
}: {
  name: string;
  text: () => string;
  label?: string;
}) {
  return (
    <button type="button" className="link small" onClick={() => saveAsFile(name, text())}>
      {label}
    </button>
  );
}
