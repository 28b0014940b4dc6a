import { type ChangeEvent, useState } from "react";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { t } from "../../../../books/say.ts";
import { usePage } from "../../shared/config/useConfig.ts";
import { saveAsFile } from "../../shared/documents/handover.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { fromCharter, newDraft } from "./draft/draft.ts";
import { type Refused, readFile, writeFile } from "./draft/file.ts";
import { useFounding } from "./useFounding.ts";

/** The draft as a file, to be passed round, kept, or founded from the command line. */
export function DraftFiles() {
  const { tokens } = usePage();
  const { draft, change, charter, decimals, now, unread } = useFounding();
  const client = useClient() as Client;
  const [told, setTold] = useState<{ what: string; problems: Refused[] }>();
  const [asks, setAsks] = useState(false);
  const save = () => {
    const answer = writeFile(charter, decimals, unread);
    if ("text" in answer) saveAsFile(answer.name, answer.text, "application/json");
    setTold("text" in answer ? undefined : { what: t`A file can be made once every figure can be read.`, ...answer });
  };
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const answer = await readFile(client, await file.text(), now);
    target.value = "";
    if ("charter" in answer) {
      change(fromCharter(draft, answer.charter, answer.decimals));
      setTold({ what: t`${file.name} is open. Look through the steps, and change what you like.`, problems: [] });
    } else setTold({ what: t`${file.name} could not be read as a charter. Nothing was changed.`, ...answer });
  };
  const begin = () => {
    change({ ...newDraft(now, tokens[0]), sent: undefined, founded: undefined });
    setAsks(false);
  };
  return (
    <section aria-label={t`Your draft`} className="small mt-8 border-t border-line pt-4 print:hidden">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <button type="button" className="link" onClick={save}>{t`Save the draft as a file`}</button>
        <label className="link cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-act">
          {t`Open a file`}
          <input type="file" accept=".json,application/json" className="sr-only" onChange={open} />
        </label>
        <button type="button" className="link" onClick={() => setAsks(!asks)}>{t`Begin again`}</button>
      </div>
      <p className="mt-1 text-muted">{rich`The file is a charter that people can read; ${<code>npm run found</code>} takes it too.`}</p>
      {asks && (
        <p className="mt-3">{rich`Everything you wrote here is thrown away. ${<button type="button" className="link font-semibold" onClick={begin}>{t`Throw it away and begin again`}</button>}`}</p>
      )}
      <div aria-live="polite" className="mt-3 empty:mt-0">
        {told && (
          <Note tone={told.problems.length > 0 ? "bad" : "good"}>
            <p>{told.what}</p>
            <ul className="mt-1 list-disc pl-5 empty:hidden">
              {told.problems.map(({ path, sentence }) => (
                <li key={path + sentence}>
                  {path && <code>{path}</code>} {sentence}
                </li>
              ))}
            </ul>
          </Note>
        )}
      </div>
    </section>
  );
}
