import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Recovery, RecoveryRequest } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { rich } from "../../shared/language/rich.ts";
import { vouchesAs } from "../../shared/membership/recoveries.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

type Props = { request: RecoveryRequest; recovery: Recovery | undefined };

/** What whoever is here can do about a request. */
export function RequestActs({ request, recovery }: Props) {
  const { coop, now, modules } = useCoop();
  const { address } = useWallet();
  const { memberId, newAccount } = request;
  const key = `${memberId}:${newAccount}`;
  const complete = useAct(`complete-recovery:${key}`);
  const withdraw = useAct(`withdraw-recovery:${key}`);
  const veto = useAct(`veto-recovery:${memberId}`);
  const register = (functionName: string) => () => ({
    address: modules.register,
    abi: ABI_OF.register as never,
    functionName,
    args: [memberId],
  });
  const own = address !== undefined && sameAddress(address, newAccount);
  const old = coop.members.get(memberId)?.account;
  const isOld = address !== undefined && old !== undefined && sameAddress(address, old);
  const running = recovery !== undefined && recovery.vetoedAt === undefined;
  const as = recovery ? undefined : vouchesAs(coop, request, address, now);
  return (
    <div className="space-y-3">
      {as && <Vouch request={request} as={as} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {running && now >= recovery.readyAt && (
          <ActButton act={complete} label={t`Complete it`} call={register("completeRecovery")} />
        )}
        {running && isOld && <ActButton act={veto} label={t`Object: this is not me`} call={register("vetoRecovery")} />}
        {own && <ActButton act={withdraw} quiet label={t`Take my request back`} call={register("withdrawRecovery")} />}
        {recovery?.vetoedAt !== undefined && coop.memberOf.has(address?.toLowerCase() ?? "") && (
          <Link to="/proposals/new" className="button button-quiet">{t`Write a proposal that decides it`}</Link>
        )}
      </div>
      <ActStatus act={complete} done={t`The membership has moved to the new account.`} />
      <ActStatus act={veto} done={t`You objected. The members decide now.`} />
      <ActStatus act={withdraw} />
    </div>
  );
}

/** In two steps: the first says what one vouches for. */
function Vouch({ request, as }: { request: RecoveryRequest; as: "board" | "member" }) {
  const { modules } = useCoop();
  const [sure, setSure] = useState(false);
  const { memberId, newAccount } = request;
  const act = useAct(`attest-recovery:${memberId}:${newAccount}`);
  return (
    <div className="rounded-xl bg-sunken p-4">
      <label className="mb-3 flex gap-3">
        <input
          type="checkbox"
          className="mt-1.5 size-4 accent-(--act)"
          checked={sure}
          onChange={(event) => setSure(event.target.checked)}
        />
        <span>{rich`I have spoken with this person, and I am sure that the one who holds the new account is member ${memberId}.`}</span>
      </label>
      <ActButton
        act={act}
        label={as === "board" ? t`Vouch for the board` : t`Vouch as a member`}
        disabled={!sure}
        call={() => ({
          address: modules.register,
          abi: ABI_OF.register as never,
          functionName: "attestRecovery",
          args: [memberId, newAccount],
        })}
      />
      <ActStatus act={act} />
      <div className="mt-3">
        <Note tone="wait">{t`Whoever gets the membership gets its shares, its money and its vote. Only vouch for somebody you have seen or spoken with; a message is not enough.`}</Note>
      </div>
    </div>
  );
}
