import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** The deposit of somebody who was outbid waits for it. */
export function DepositNote() {
  const { modules, settlement } = useCoop();
  const { deposits } = useCommons();
  const { address } = useWallet();
  const act = useAct("return-deposit");
  const amount = (address && deposits.get(address.toLowerCase())) ?? 0n;
  if (amount === 0n) return <ActStatus act={act} done={t`Your deposit is back in your account.`} />;
  const money = formatCents(amount, settlement);
  return (
    <section aria-label={t`Your deposit`} className="rounded-xl bg-good-soft p-4">
      <p className="mb-3 text-good">{rich`${<strong>{rich`You were outbid: your deposit of ${money} waits for you.`}</strong>} You can bid again.`}</p>
      <ActButton
        act={act}
        label={t`Take ${money} back`}
        call={() => ({
          address: modules.machines,
          abi: ABI_OF.machines as never,
          functionName: "returnDeposit",
          args: [address],
        })}
      />
      <ActStatus act={act} />
    </section>
  );
}
