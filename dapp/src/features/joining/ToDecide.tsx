import { useState } from "react";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment, formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Applicant } from "./Applicant.tsx";
import { AttestationField, attestationOf, isAttestation } from "./AttestationField.tsx";
import { RefuseForm } from "./RefuseForm.tsx";

const SOON = 3 * 86_400;

/** One application that waits; directors answer it here. */
export function ToDecide({ application, onBoard }: { application: Application; onBoard: boolean }) {
  const { modules, now } = useCoop();
  const [refusing, setRefusing] = useState(false);
  const [code, setCode] = useState("");
  const { account, until, commitment, memberId } = application;
  const act = useAct(`accept:${account}`);
  return (
    <li className="border-b border-line py-5 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Applicant application={application} />
        <p
          className={`small ${until - now < SOON ? "font-semibold text-wait" : "text-muted"}`}
          title={formatMoment(until)}
        >{rich`${formatSpan(until - now)} left`}</p>
      </div>
      {onBoard && (
        <div className="mt-3 space-y-4">
          <StatementText label={t`What the applicant wrote`} hash={commitment} author={account} />
          {!refusing && memberId === undefined && <AttestationField code={code} onChange={setCode} />}
          {!refusing && (
            <div className="flex flex-wrap gap-3">
              <ActButton
                act={act}
                label={memberId === undefined ? t`Accept` : t`Agree to the move`}
                disabled={!isAttestation(code)}
                call={() => ({
                  address: modules.register,
                  abi: ABI_OF.register as never,
                  functionName: "accept",
                  args: [account, attestationOf(code)],
                })}
              />
              <button
                type="button"
                className="button button-quiet"
                onClick={() => setRefusing(true)}
              >{t`Refuse`}</button>
            </div>
          )}
          {refusing && <RefuseForm application={application} onClose={() => setRefusing(false)} />}
          <ActStatus
            act={act}
            done={memberId === undefined ? t`The applicant can join now.` : t`The member can move now.`}
          />
        </div>
      )}
    </li>
  );
}
