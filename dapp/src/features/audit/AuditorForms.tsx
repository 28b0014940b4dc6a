import { t } from "../../../../books/say.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { LossForm } from "./LossForm.tsx";
import { OpinionForm } from "./OpinionForm.tsx";

/** For the auditor in office: an opinion on the books, and the certificate of a loss. */
export function AuditorForms() {
  return (
    <>
      <p className="max-w-[46rem] text-muted">{t`What you file stands for good, under your name. Nobody else can file it: not the board, and not the members.`}</p>
      <Disclosure label={t`File an opinion on the books`}>
        <OpinionForm />
      </Disclosure>
      <Disclosure label={t`Certify a loss`}>
        <LossForm />
      </Disclosure>
    </>
  );
}
