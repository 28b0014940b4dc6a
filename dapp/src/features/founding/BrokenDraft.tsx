import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { saveAsFile } from "../../shared/documents/handover.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { forgetAside } from "./draft/store.ts";

/** A draft that this page can not read any more: it is told, and can be taken along. */
export function BrokenDraft({ text, place }: { text: string; place: string }) {
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const forget = () => {
    forgetAside(place);
    setGone(true);
  };
  return (
    <div className="mb-6">
      <Note tone="wait">
        <p>{rich`${<strong>{t`An earlier draft in this browser can not be read.`}</strong>} It was put aside and is not lost: save it and show it to whoever runs this page. You begin with an empty one.`}</p>
        <p className="mt-2 flex flex-wrap gap-4">
          <button
            type="button"
            className="link"
            onClick={() => saveAsFile("draft-put-aside.txt", text)}
          >{t`Save it as a file`}</button>
          <button type="button" className="link" onClick={forget}>{t`Forget it`}</button>
        </p>
      </Note>
    </div>
  );
}
