import { stopAt } from "../../../../books/apply/withdrawals.ts";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay, formatMoment } from "../../shared/format/time.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { ShareTerms } from "./useShareTerms.ts";
import { payableNow, waitingIn } from "./withdrawals.ts";

const SHARE_CAPITAL = 2;
const AT_ONCE = 25n;

/** The whole queue of withdrawals, which anyone can move along. */
export function QueueSheet({ person, terms }: { person: Member; terms: ShareTerms }) {
  const { coop, modules, settlement, now } = useCoop();
  const act = useAct("advance-queue");
  const waiting = waitingIn(coop);
  const stop = stopAt(coop, now);
  const all = waiting.reduce((sum, { units }) => sum + units, 0n);
  const money = coop.funds.get(SHARE_CAPITAL)?.get(settlement.address.toLowerCase()) ?? 0n;
  const payable = payableNow(coop, money, now);
  return (
    <Sheet title={t`The queue of all members`}>
      <div className="space-y-4">
        <p>
          {all === 0n
            ? t`Nobody waits for shares to be paid back.`
            : t`${sharesInWords(all)} wait, ${formatCents(all * terms.par, settlement)} in all.`}{" "}
          <span className="text-muted">{rich`The share capital fund holds ${formatCents(money, settlement)}.`}</span>
        </p>
        {stop && (
          <Note tone="wait">{rich`Two directors suspended withdrawals until ${formatMoment(stop.until)}. Places and dates are kept, and it ends by itself.`}</Note>
        )}
        {payable > 0n && (
          <>
            <p>{rich`${sharesInWords(payable)} can be paid now. Anyone can move the queue along; the money goes to those it belongs to.`}</p>
            <ActButton
              act={act}
              label={t`Move the queue along`}
              call={() => ({
                address: modules.shares,
                abi: ABI_OF.shares as never,
                functionName: "advance",
                args: [AT_ONCE],
              })}
            />
          </>
        )}
        <ActStatus act={act} done={t`The queue has moved.`} />
        {waiting.length > 0 && (
          <Disclosure label={t`Who waits`}>
            <ol className="small space-y-1">
              {waiting.map(({ id, memberId, units, payableFrom }) => (
                <li key={id} className="pair figures">
                  <span>{rich`Member ${memberId}${memberId === person.id && t` (you)`}, ${sharesInWords(units)}`}</span>
                  <span className="text-muted">{rich`from ${formatDay(payableFrom)}`}</span>
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </Sheet>
  );
}
