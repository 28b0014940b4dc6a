import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { wordsOf } from "../../shared/act/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { PUT_WORDS } from "../../shared/documents/sealFor.ts";
import { rich } from "../../shared/language/rich.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { type Audience, type Statement, useStatement } from "./useStatement.ts";

const AUDIENCES: readonly { audience: Audience; label: string; means: string }[] = [
  {
    audience: "everybody",
    label: t`Everybody, on this page`,
    means: t`The words are kept unencrypted until you delete them. ${PUT_WORDS} Then it asks you to file the fingerprint.`,
  },
  {
    audience: "named",
    label: t`Only members whom I name`,
    means: t`The words are sealed for them and kept until you or one of them deletes them. ${PUT_WORDS} Then it asks you to file the fingerprint.`,
  },
  {
    audience: "nobody",
    label: t`Nobody here: I hand them over myself`,
    means: t`Save the words first: the file also holds a salt, and whoever has both can check them. Then your wallet asks you to file the fingerprint.`,
  },
];

/** The member whom a proposal would expel states its side; the record keeps a salted fingerprint of the words. */
export function BeHeard({ proposal }: { proposal: Proposal }) {
  const statement = useStatement(proposal);
  const { written, write, act, busy, filed, saved } = statement;
  const empty = written.words.trim() === "";
  const alone = written.audience === "nobody";
  return (
    <>
      <p className="mb-4">{t`This proposal is about your membership, so you do not vote on it: you are heard instead. State your side, as often as you like, until the vote closes.`}</p>
      <Field
        label={t`Your statement`}
        hint={t`Only a fingerprint goes on record, from which nobody can tell the words.`}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="field"
            rows={6}
            maxLength={8_000}
            value={written.words}
            onChange={(event) => write({ words: event.target.value })}
          />
        )}
      </Field>
      <WhoReads statement={statement} />
      <div className="mt-4 flex flex-wrap gap-3">
        <button
          type="button"
          className="button button-main"
          disabled={empty || filed || (alone && !saved)}
          aria-disabled={busy || act.busy || undefined}
          onClick={statement.file}
        >
          {act.busy ? wordsOf(act.state) : busy ? t`Waiting for your wallet` : labelOf(statement)}
        </button>
        {(alone || filed) && (
          <button
            type="button"
            className="button button-quiet"
            disabled={empty}
            onClick={statement.save}
          >{t`Save the words`}</button>
        )}
      </div>
      <p role="status" className="small mt-3 text-bad empty:hidden">
        {statement.trouble}
      </p>
      <ActStatus act={act} done={alone ? t`Hand the saved words to the members.` : t`Your statement is filed.`} />
    </>
  );
}

const labelOf = ({ without }: Statement): string =>
  without.length > 0 ? t`File it for the others` : t`File my statement`;

function WhoReads({ statement: { written, write, without } }: { statement: Statement }) {
  const { coop } = useCoop();
  return (
    <fieldset className="mt-4">
      <legend className="mb-1 font-semibold">{t`Who can read it`}</legend>
      {AUDIENCES.map(({ audience, label, means }) => (
        <label key={audience} className="mb-2 flex gap-3">
          <input
            type="radio"
            name="audience"
            className="mt-1.5 size-4 accent-(--act)"
            checked={written.audience === audience}
            onChange={() => write({ audience })}
          />
          <span>
            {label}
            {written.audience === audience && <span className="small block text-muted">{means}</span>}
          </span>
        </label>
      ))}
      {written.audience === "named" && (
        <Field
          label={t`Members`}
          hint={t`Their numbers, such as 3, 14. You can read it too if you have a reading key.`}
        >
          {(ids) => (
            <input
              {...ids}
              className="field figures"
              autoComplete="off"
              value={written.members}
              onChange={(event) => write({ members: event.target.value })}
            />
          )}
        </Field>
      )}
      {without.length > 0 && (
        <Note tone="wait">{rich`It can not be sealed for ${without.map((account, i) => (
          <span key={account}>
            {i > 0 && "; "}
            <MemberName account={account} coop={coop} />
          </span>
        ))}: no reading key yet. Ask them to make one on this page, or file it for the others.`}</Note>
      )}
    </fieldset>
  );
}
