import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";

import { Field } from "../../shared/ui/Field.tsx";
import { kilometres } from "./distance.ts";
import { Fold } from "./Fold.tsx";
import { fromText, type SignedConfirmation } from "./signed.ts";
import { useJobCall } from "./useJobCall.ts";

/** Hands in what the customer signed: by the link that was opened, or pasted here. */
export function HandInForm({ entry }: { entry: JobEntry }) {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const linked = fromText(hash);
  const [pasted, setPasted] = useState("");
  const { now } = useCoop();
  const given = pasted.trim() === "" ? linked : fromText(pasted);
  const mistake = mistakeIn(given, entry.id, now);
  return (
    <Fold label={t`Hand in a confirmation that the customer signed`} open={linked !== undefined}>
      <div className="space-y-4 py-2">
        {!linked && (
          <Field
            label={t`The signed confirmation`}
            hint={t`The link or the text that the customer gave you.`}
            error={pasted.trim() === "" ? undefined : mistake}
          >
            {(ids) => (
              <textarea
                {...ids}
                rows={3}
                className="field small break-all"
                value={pasted}
                onChange={(event) => setPasted(event.target.value)}
              />
            )}
          </Field>
        )}
        {linked && mistake && <p className="font-semibold text-bad">{mistake}</p>}
        {given && !mistake && <HandIn entry={entry} given={given} />}
      </div>
    </Fold>
  );
}

function HandIn({ entry, given }: { entry: JobEntry; given: SignedConfirmation }) {
  const call = useJobCall(entry);
  const act = useAct(`handIn:${entry.name}`);
  const { distance, until, signature } = given;
  return (
    <>
      <p>{rich`The customer signed that it is done${distance > 0 && t`, over ${kilometres(distance)}`}. It is good until ${formatMoment(until)}.`}</p>
      <div>
        <ActButton
          act={act}
          label={t`Hand it in and have it paid`}
          call={() => call("confirmBySig", distance, until, signature)}
        />
        <ActStatus act={act} done={t`The provider is paid.`} />
      </div>
    </>
  );
}

function mistakeIn(given: SignedConfirmation | undefined, job: number, now: number): string | undefined {
  if (!given) return t`This is not a signed confirmation. Copy all of it, from “confirmed” to the end.`;
  if (given.job !== job) return t`This one is for job ${given.job}.`;
  return now >= given.until ? t`It has run out. Ask the customer for a new one.` : undefined;
}
