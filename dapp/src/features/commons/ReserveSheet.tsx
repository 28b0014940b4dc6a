import { Link } from "@tanstack/react-router";
import { bodyAt } from "../../../../books/apply/reserve.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** What belongs to nobody: how much it is, what it has covered, and who gets it in the end (A1, A2). */
export function ReserveSheet() {
  const { coop, modules, settlement, now } = useCoop();
  const { address } = useWallet();
  const act = useAct("accept-body");
  const { body, next } = bodyAt(coop.reserve, now);
  const covered = coop.reserve.moves
    .filter(({ does }) => does === "covered")
    .reduce((sum, one) => sum + one.amount, 0n);
  const asked = [body, next].some((one) => one && !one.accepted && address && sameAddress(one.account, address));
  return (
    <Sheet
      title="Reserve"
      aside={<span className="figures font-serif text-3xl">{formatMoney(coop.reserve.booked, settlement)}</span>}
    >
      <p className="max-w-[46rem] text-muted">
        It belongs to nobody and is never shared out, kept apart from the funds above. It pays for losses that the
        auditor has certified, and when the co-op ends it goes to the body below, never to a member.
        {covered > 0n && ` So far it has covered ${formatMoney(covered, settlement)} of losses.`}
      </p>
      <dl className="mt-4 space-y-3">
        <div>
          <dt className="font-semibold">Who gets it when the co-op ends</dt>
          {body ? (
            <dd>
              <Address value={body.account} />
              <span className="small block text-muted">
                {body.accepted
                  ? "It has accepted."
                  : "It has not accepted yet: until it does, the co-op can not be closed."}
              </span>
            </dd>
          ) : (
            <dd className="text-muted">Nobody is named yet.</dd>
          )}
        </div>
        {next && (
          <div>
            <dt className="font-semibold">Named to follow it</dt>
            <dd>
              <Address value={next.account} />
              <span className="small block text-muted">
                {next.accepted
                  ? `From ${formatDay(next.effectiveAt)}.`
                  : `It has not accepted. If it does, it follows on ${formatDay(next.effectiveAt)} at the earliest.`}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {asked && (
        <div className="mt-4">
          <ActButton
            act={act}
            label="Accept as the body that inherits"
            call={() => ({
              address: modules.reserve,
              abi: ABI_OF.reserve as never,
              functionName: "acceptBody",
              args: [],
            })}
          />
        </div>
      )}
      <ActStatus act={act} />
      <p className="small mt-4">
        <Link to="/audit/opinions" className="link">
          Losses and opinions of the auditor
        </Link>
      </p>
    </Sheet>
  );
}
