import { type ClipboardEvent, useState } from "react";
import { FIRST_FOUNDERS } from "../../../../../books/charter/founders.ts";
import { t } from "../../../../../books/say.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import { Note } from "../../../shared/ui/Note.tsx";
import { useWallet } from "../../../shared/wallet/useWallet.ts";
import type { DraftFounder } from "../draft/draft.ts";
import { useFounding } from "../useFounding.ts";

const ADDRESS = /0x[0-9a-fA-F]{40}/g;

/** The first members: an account and a class each. Several addresses can be pasted at once. */
export function FounderRows() {
  const { draft, change, errorAt } = useFounding();
  const { founders } = draft;
  const set = (index: number, part: Partial<DraftFounder>) =>
    change({ founders: founders.map((one, i) => (i === index ? { ...one, ...part } : one)) });
  const remove = (index: number) => change({ founders: founders.filter((_, i) => i !== index) });
  const paste = (index: number, event: ClipboardEvent) => {
    const pasted = [...new Set(event.clipboardData.getData("text").match(ADDRESS) ?? [])];
    if (pasted.length < 2) return;
    event.preventDefault();
    const rows = pasted.map((account) => ({ account, class: founders[index]?.class ?? 0 }));
    change({ founders: [...founders.slice(0, index), ...rows, ...founders.slice(index + 1)] });
  };
  return (
    <>
      <p className="small mb-4 text-muted">{t`Each founder opens their wallet and reads out or sends you its address. Paste a whole list into one line if you have one. On record are addresses only, no names.`}</p>
      <ol className="divide-y divide-line">
        {founders.map((founder, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a founder is a place in the list
          <li key={i} className="py-4 first:pt-0">
            <FounderRow
              founder={founder}
              number={i}
              onChange={(part) => set(i, part)}
              onPaste={(event) => paste(i, event)}
              {...(founders.length > 1 && { onRemove: () => remove(i) })}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button button-quiet mt-2"
        onClick={() => change({ founders: [...founders, { account: "", class: founders.at(-1)?.class ?? 0 }] })}
      >{t`Add a founder`}</button>
      {errorAt("founders") && <p className="small mt-2 font-semibold text-bad">{errorAt("founders")}</p>}
      {founders.length > FIRST_FOUNDERS && (
        <div className="mt-4">
          <Note>{t`The first ${FIRST_FOUNDERS} are members with the founding itself. The other ${founders.length - FIRST_FOUNDERS} are admitted by a second signature right after it, which this page asks you for.`}</Note>
        </div>
      )}
    </>
  );
}

type RowProps = {
  founder: DraftFounder;
  number: number;
  onChange: (part: Partial<DraftFounder>) => void;
  onPaste: (event: ClipboardEvent) => void;
  onRemove?: () => void;
};

function FounderRow({ founder, number, onChange, onPaste, onRemove }: RowProps) {
  const { draft, errorAt } = useFounding();
  const { address, connect } = useWallet();
  const [asked, setAsked] = useState(false);
  const me = async () => {
    setAsked(true);
    const account = address ?? (await connect());
    setAsked(false);
    if (account) onChange({ account });
  };
  const title = t`Founder ${number + 1}`;
  const at = (part: string) => errorAt(`founders.${number}.${part}`);
  return (
    <fieldset className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <legend className="sr-only">{title}</legend>
      <div id={`founders.${number}.account`} tabIndex={-1}>
        <Field label={t`${title}: address`} error={at("account")}>
          {(ids) => (
            <input
              {...ids}
              className="field figures"
              autoComplete="off"
              spellCheck={false}
              placeholder="0x"
              value={founder.account}
              onPaste={onPaste}
              onChange={({ target }) => onChange({ account: target.value.trim() })}
            />
          )}
        </Field>
      </div>
      <div id={`founders.${number}.class`} tabIndex={-1}>
        <Field label={t`Class`} error={at("class")}>
          {(ids) => (
            <select
              {...ids}
              className="field"
              value={founder.class}
              onChange={({ target }) => onChange({ class: Number(target.value) })}
            >
              {draft.classes.map(({ name }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place in the list
                <option key={i} value={i}>
                  {name || t`Class ${i + 1}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className="small flex gap-4 sm:col-span-2">
        <button type="button" className="link" disabled={asked} onClick={me}>
          {t`That is me`}
          <span className="sr-only">: {title.toLowerCase()}</span>
        </button>
        {onRemove && (
          <button type="button" className="link" onClick={onRemove}>
            {t`Remove`}
            <span className="sr-only"> {title.toLowerCase()}</span>
          </button>
        )}
      </p>
    </fieldset>
  );
}
