import { useState } from "react";
import type { Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { hashesOf, reportsWith } from "./report.ts";

/** Whoever was given a report finds out here whether it is the one on record. */
export function ReportCheck() {
  const [chosen, setChosen] = useState<{ name: string; hashes: Hex[] }>();
  return (
    <Sheet className="print:hidden" title={t`Is this the report?`}>
      <div className="max-w-[42rem] space-y-4">
        <Field
          label={t`A report that you were given`}
          hint={t`Its fingerprint is made in your browser and compared with those on record. The file goes nowhere.`}
        >
          {(ids) => (
            <input
              {...ids}
              type="file"
              className="field"
              onChange={async ({ target }) => {
                const file = target.files?.[0];
                setChosen(file && { name: file.name, hashes: await hashesOf(file) });
              }}
            />
          )}
        </Field>
        <div role="status">{chosen && <Finding {...chosen} />}</div>
      </div>
    </Sheet>
  );
}

function Finding({ name, hashes }: { name: string; hashes: readonly Hex[] }) {
  const { coop } = useCoop();
  const found = reportsWith(coop, hashes);
  return (
    <Note tone={found.length > 0 ? "good" : "bad"}>
      <span className="wrap-anywhere">{rich`${found.length > 0 ? rich`${<strong>{name}</strong>} is the report of ${found.join(t` and `)}, word for word.` : rich`${<strong>{name}</strong>} is no report on record. If a single letter was changed, it is another one.`}${<br />}Fingerprint: ${<code>{hashes[0]}</code>}`}</span>
    </Note>
  );
}
