import { t } from "../../../../books/say.ts";
import { rich } from "../language/rich.ts";
import { Note } from "../ui/Note.tsx";
import type { Statement } from "./useStatement.ts";

/** Before the button: what the wallet will be asked about the words, why that failed, and the way without the service. */
export function StatementNote({ statement, text }: { statement: Statement; text: string }) {
  const { trouble, keepsSelf, keepSelf } = statement;
  if (text.trim() === "") return null;
  return (
    <div className="space-y-2">
      {!keepsSelf && !trouble && (
        <p className="small text-muted">{t`Your wallet asks for a signature first, so that the co-op's document service keeps your words. It sends nothing and costs nothing.`}</p>
      )}
      {trouble && <Note tone="bad">{rich`${trouble} Nothing was sent.`}</Note>}
      {(trouble || keepsSelf) && (
        <label className="flex gap-3">
          <input
            type="checkbox"
            className="mt-1.5 size-4 accent-(--act)"
            checked={keepsSelf}
            onChange={(event) => keepSelf(event.target.checked)}
          />
          <span>{t`Go on without the service: I keep my words as a file, and hand them over myself. The record shows that they are the same.`}</span>
        </label>
      )}
    </div>
  );
}
