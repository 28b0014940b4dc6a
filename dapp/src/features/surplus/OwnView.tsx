import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";

/** Whether the contract says the same as the page worked out from events; nothing until it was asked. */
export function OwnView({ says }: { says: "same" | string | undefined }) {
  if (says === undefined) return null;
  if (says === "same") {
    return (
      <p className="small mt-2 text-good">{rich`${<span aria-hidden="true">✓ </span>}The contract says the same.`}</p>
    );
  }
  return (
    <div className="mt-2">
      <Note tone="bad">{rich`The contract says something else: ${says}. Tell the auditor; what it pays is what the contract says.`}</Note>
    </div>
  );
}
