import { useState } from "react";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Ends one's own membership: what is paid when, and what ends with it. */
export function LeaveSheet({ member }: { member: Member }) {
  const { coop, modules, settlement, now } = useCoop();
  const holding = holdingOf(coop, member.id, now);
  const { terms } = coop.shares;
  const [sure, setSure] = useState(false);
  const act = useAct(`leave:${member.id}`);
  const money = (amount: bigint) => formatCents(amount, settlement);
  const offices = coop.offices.filter(({ account, until }) => sameAddress(account, member.account) && now < until);
  const last = coop.memberOf.size === 1 && coop.closedAt === undefined;
  return (
    <Sheet title={t`Leave the co-op`}>
      {last ? (
        <p>{t`You are the only member. The last member can not leave, because nobody could wind the co-op up then. Propose to wind it up, or wait until somebody has joined.`}</p>
      ) : (
        <Disclosure label={t`What happens when I leave`}>
          <div className="max-w-[46rem] space-y-4">
            {terms && (
              <ul className="list-disc space-y-2 pl-5">
                {holding.units > 0n ? (
                  <li>{rich`Your ${sharesInWords(holding.units)} are paid back at par, ${money(holding.units * terms.par)} in all.${
                    holding.units > holding.queued &&
                    t` They go to the end of the queue, and can be paid from ${formatDay(now + terms.notice)}, as far as there is share capital.`
                  }`}</li>
                ) : (
                  <li>{t`You hold no shares, so nothing is paid back.`}</li>
                )}
                {holding.due + holding.interest > 0n && (
                  <li>{rich`${money(holding.due + holding.interest)} that is due to you is paid at once.`}</li>
                )}
                {holding.promised > 0n && <li>{t`What you promised and have not paid for is dropped.`}</li>}
                {offices.length > 0 && (
                  <li>{rich`Your office ends at once (${offices.map(({ role }) => officeName(role)).join(", ")}).`}</li>
                )}
                <li>{t`Ballots you have cast stay counted. You cast no more, and nobody votes for you.`}</li>
                <li>{t`It can not be undone. You can apply again, and would get a new number.`}</li>
              </ul>
            )}
            <label className="flex gap-3">
              <input
                type="checkbox"
                className="mt-1.5 size-4 accent-(--act)"
                checked={sure}
                onChange={(event) => setSure(event.target.checked)}
              />
              <span>{t`I want to end my membership now.`}</span>
            </label>
            <ActButton
              act={act}
              quiet
              label={t`Leave the co-op`}
              disabled={!sure}
              call={() => ({
                address: modules.register,
                abi: ABI_OF.register as never,
                functionName: "resign",
                args: [],
              })}
            />
            <ActStatus act={act} />
          </div>
        </Disclosure>
      )}
    </Sheet>
  );
}
