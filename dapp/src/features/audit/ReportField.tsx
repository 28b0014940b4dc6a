import { useState } from "react";
import type { Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { type Statement, useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { hashFile, type ReportFile } from "./report.ts";

export type ReportDraft = {
  /** Whether there is one, and no step of it is under way. */
  ready: boolean;
  /** Its hash for the record, once the words are where people find them; nothing when that failed. */
  hash: () => Promise<Hex | undefined>;
  clear: () => void;
  field: FieldState;
};

type FieldState = {
  statement: Statement;
  asFile: boolean;
  choose: (asFile: boolean) => void;
  text: string;
  write: (text: string) => void;
  file: ReportFile | undefined;
  take: (file: ReportFile | undefined) => void;
};

export function useReport(): ReportDraft {
  const [asFile, choose] = useState(false);
  const [text, write] = useState("");
  const [file, take] = useState<ReportFile>();
  const statement = useStatement();
  return {
    ready: asFile ? file !== undefined : text.trim() !== "" && !statement.busy,
    hash: async () => {
      if (asFile) return file?.hash;
      const written = await statement.write(text, "everybody");
      // Of words that no service keeps, their own hash: whoever has them can check it.
      return written !== undefined && /^0x0+$/.test(written) ? memoOf(text) : written;
    },
    clear: () => {
      write("");
      take(undefined);
    },
    field: { statement, asFile, choose, text, write, file, take },
  };
}

const WAYS = [
  { asFile: false, label: t`I write it here` },
  { asFile: true, label: t`It is a file that I keep and hand out` },
] as const;

/** The report: words that the co-op's service keeps for everybody, or a file of which only the fingerprint goes on record. */
export function ReportField({ name, of }: { name: string; of: FieldState }) {
  const { statement, asFile, choose, text, write, file, take } = of;
  return (
    <div className="space-y-3">
      <fieldset>
        <legend className="mb-1 font-semibold">{t`Report`}</legend>
        {WAYS.map((way) => (
          <label key={way.label} className="flex min-h-11 items-start gap-2.5 py-2">
            <input
              type="radio"
              name={`${name}-report`}
              className="mt-1 size-4 shrink-0 accent-(--act)"
              checked={asFile === way.asFile}
              onChange={() => choose(way.asFile)}
            />
            {way.label}
          </label>
        ))}
      </fieldset>
      {asFile ? (
        <Field
          label={t`The file`}
          hint={
            file
              ? rich`Its fingerprint, made in your browser: ${<code className="wrap-anywhere">{file.hash}</code>}. Keep exactly this file: everybody can check it against the record.`
              : t`Only its fingerprint goes on record, and the file stays with you.`
          }
        >
          {(ids) => (
            <input
              {...ids}
              type="file"
              className="field"
              onChange={async ({ target }) => take(target.files?.[0] && (await hashFile(target.files[0])))}
            />
          )}
        </Field>
      ) : (
        <>
          <WordsField
            label={t`The words`}
            hint={t`Shown to everybody. On record is their fingerprint.`}
            value={text}
            onChange={write}
          />
          <StatementNote statement={statement} text={text} />
        </>
      )}
    </div>
  );
}
