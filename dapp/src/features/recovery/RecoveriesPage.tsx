import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { MemberTabs } from "../../shared/membership/MemberTabs.tsx";
import { recoveriesUnderWay, requestBy } from "../../shared/membership/recoveries.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { AskSheet } from "./AskSheet.tsx";
import { HowItGoes } from "./HowItGoes.tsx";
import { RequestCard } from "./RequestCard.tsx";

/** A member who lost the wallet comes back with a new account; the others vouch, the old account can object (M6). */
export function RecoveriesPage() {
  const { coop, now } = useCoop();
  const { address, member, connect } = useWallet();
  const own = requestBy(coop, address);
  const others = recoveriesUnderWay(coop, now).filter((request) => request !== own);
  const waits = [...coop.recoveries.values()].filter(
    ({ vetoedAt, readyAt }) => vetoedAt === undefined && now < readyAt,
  );
  const next = own ? waits.find(({ memberId }) => memberId === own.memberId) : waits[0];
  useSayUpcoming(next && { at: next.readyAt, label: t`the wait is over` });
  return (
    <>
      <PageHead
        title={t`Lost wallets`}
        lead={t`A member who lost the wallet asks for the membership back, with a new account. People who know them vouch.`}
      />
      <MemberTabs />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-6">
          {own && (
            <Sheet title={t`Your request`}>
              <RequestCard request={own} />
            </Sheet>
          )}
          {!address && (
            <Sheet title={t`You lost your wallet?`}>
              <p className="mb-4">{t`Make a new account in a wallet, then connect it here. It will ask for your membership.`}</p>
              <button
                type="button"
                className="button button-main"
                onClick={connect}
              >{t`Connect the new account`}</button>
            </Sheet>
          )}
          {address && !member && !own && <AskSheet />}
          <Sheet title={t`Under way`}>
            {others.length === 0 && (
              <Empty>{rich`Nobody ${own ? t`else ` : ""}asks for a membership back at the moment.`}</Empty>
            )}
            <ul>
              {others.map((request) => (
                <li
                  key={`${request.memberId}:${request.newAccount}`}
                  className="border-b border-line py-5 first:pt-0 last:border-b-0 last:pb-0"
                >
                  <RequestCard request={request} />
                </li>
              ))}
            </ul>
          </Sheet>
        </div>
        <HowItGoes />
      </div>
    </>
  );
}
