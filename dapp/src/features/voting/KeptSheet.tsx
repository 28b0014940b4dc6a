import { type ChangeEvent, useId, useState } from "react";
import { t } from "../../../../books/say.ts";
import { saveAsFile } from "../../shared/documents/handover.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { fileName, fileOf, keptIn, NO_FORM } from "./keptWriting.ts";
import type { Writing } from "./useWriting.ts";

type Props = {
  writing: Writing;
  /** All of the form is another one now. */
  onReplaced: () => void;
};

/** Where what is written is kept, and how to take it along, bring it back and delete it. */
export function KeptSheet({ writing, onReplaced }: Props) {
  const { written, foundFrom, empty, keeps, write, drop } = writing;
  const [trouble, setTrouble] = useState("");
  const [asked, setAsked] = useState(false);
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const kept = keptIn((await target.files?.[0]?.text()) ?? "");
    target.value = "";
    setTrouble(kept ? "" : NO_FORM);
    if (!kept) return;
    write(kept.written);
    onReplaced();
  };
  const remove = () => {
    if (!asked) return setAsked(true);
    drop();
    onReplaced();
    setAsked(false);
  };
  return (
    <Sheet title={t`What you write is kept`}>
      <p className="small text-muted" role="status">
        {sentence()}
      </p>
      <ul className="mt-3 flex flex-wrap items-baseline gap-x-5 gap-y-2">
        {!empty && (
          <li>
            <button
              type="button"
              className="link small"
              onClick={() => saveAsFile(fileName(written), fileOf(written, Date.now()), "application/json")}
            >{t`Save it as a file`}</button>
          </li>
        )}
        <li>
          <label htmlFor={id} className="link small cursor-pointer has-focus-visible:outline-2">
            {t`Go on from a file`}
            <input id={id} type="file" accept=".json,application/json" className="sr-only" onChange={read} />
          </label>
        </li>
        {!empty && (
          <li>
            <button type="button" className="link small text-bad" onBlur={() => setAsked(false)} onClick={remove}>
              {asked ? t`Delete it for good` : t`Delete what I wrote`}
            </button>
          </li>
        )}
      </ul>
      <p role="alert" className="small mt-2 font-semibold text-bad empty:hidden">
        {trouble}
      </p>
    </Sheet>
  );

  function sentence() {
    if (!keeps) return t`This browser keeps nothing. Save it as a file before you leave the page.`;
    if (empty)
      return t`It stays in this browser, on this device, until you bring it or delete it. Nobody else sees it.`;
    return foundFrom === undefined
      ? t`Kept in this browser, on this device. You can close the page and go on later. Nobody else sees it.`
      : rich`You began this here and it was kept, last on ${formatMoment(foundFrom / 1_000)}. It is in this browser only; nobody else sees it.`;
  }
}
