import { useState } from "react";
import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import type { ProposalState } from "../../../../books/state.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { commitmentTo } from "../../shared/documents/handover.ts";
import { ReadingKeyNote } from "../../shared/documents/ReadingKeyNote.tsx";
import { SealedDocument } from "../../shared/documents/SealedDocument.tsx";
import { inWords, plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { subjectOf } from "../../shared/motion/expulsion.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { BeHeard } from "./BeHeard.tsx";

type Props = { proposal: Proposal; state: ProposalState };

/** Before the members part with a member, that member is heard (M5). */
export function Hearing({ proposal, state }: Props) {
  const { coop } = useCoop();
  const { member } = useWallet();
  const subject = subjectOf(coop, proposal);
  if (!subject) return null;
  const you = member?.id === subject.id;
  const still = state === "notice" || state === "open";
  const { heard } = proposal;
  return (
    <Sheet title={you ? t`Be heard` : t`What member ${subject.id} says`}>
      {you && still && <BeHeard proposal={proposal} />}
      {!you && (
        <p>{rich`Member ${subject.id} does not vote on this${still ? t`, and may be heard until the vote closes` : ""}. ${
          heard.length === 0
            ? still
              ? t`No statement has been filed yet.`
              : t`No statement was filed.`
            : t`${capitalised(inWords(heard.length))} ${plural(heard.length, t`statement was`, t`statements were`)} filed. Read ${plural(heard.length, t`it`, t`them`)} before you vote.`
        }`}</p>
      )}
      {heard.length > 0 && (
        <>
          <h3 className="mt-5 mb-2 text-base">{t`Statements filed`}</h3>
          <ol className="list-decimal space-y-4 pl-5">
            {heard.map((statement, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same statement can be filed twice
              <li key={i}>
                <SealedDocument hash={statement} author={subject.account} />
              </li>
            ))}
          </ol>
          <Disclosure label={t`Check the words of a statement`}>
            <CheckWords heard={heard} />
          </Disclosure>
        </>
      )}
      {member && (
        <Disclosure label={t`Your reading key`}>
          <ReadingKeyNote />
        </Disclosure>
      )}
    </Sheet>
  );
}

/** The record keeps the fingerprint only: whoever was given the words with their salt can see that they are the ones. */
function CheckWords({ heard }: { heard: readonly string[] }) {
  const [words, setWords] = useState("");
  const given = words.trim();
  const at = heard.indexOf(commitmentTo(given) ?? memoOf(given));
  return (
    <div className="space-y-3">
      <Field
        label={t`The words you were given`}
        hint={t`The whole file, with the line that begins with Salt. Nothing is sent anywhere.`}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="field"
            rows={4}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div role="status">
        {given !== "" && (
          <Note tone={at === -1 ? "wait" : "good"}>
            {at === -1
              ? t`These are not the exact words of a filed statement. One letter more or less makes another fingerprint.`
              : t`These are the words of statement ${at + 1}.`}
          </Note>
        )}
      </div>
    </div>
  );
}
