import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { recoveryToVeto } from "../../shared/membership/recoveries.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** To the account that a recovery would replace: it can still say no. */
export function VetoNotice() {
  const { coop, modules, now } = useCoop();
  const { address } = useWallet();
  const person = personOf(coop, address);
  const recovery = recoveryToVeto(coop, person, now);
  const act = useAct(`veto-recovery:${person?.id}`);
  if (!person || (!recovery && act.state.step === "idle")) return null;
  return (
    <section aria-labelledby="veto" className="mb-6 rounded-[14px] border-2 border-bad bg-bad-soft p-5 text-bad sm:p-6">
      <h2 id="veto" className="text-xl">{t`Somebody asks to take over your membership`}</h2>
      {recovery && (
        <>
          <p className="my-3 max-w-[46rem]">{rich`A new account says that you, member ${person.id}, lost this wallet. A director and two members vouched for it. ${(
            <strong>{rich`If that is not you, object ${
              now < recovery.readyAt
                ? t`before ${formatMoment(recovery.readyAt)}`
                : t`now, before somebody completes it`
            }.`}</strong>
          )} If you asked yourself, there is nothing to do.`}</p>
          <div className="flex flex-wrap gap-3">
            <ActButton
              act={act}
              label={t`Object: this is not me`}
              call={() => ({
                address: modules.register,
                abi: ABI_OF.register as never,
                functionName: "vetoRecovery",
                args: [person.id],
              })}
            />
            <Link to="/recoveries" className="button button-quiet">{t`See the request`}</Link>
          </div>
        </>
      )}
      <ActStatus act={act} done={t`You objected. All members decide now; nothing moves meanwhile.`} />
    </section>
  );
}
