import { t } from "../../../../books/say.ts";
import { tokenAbi } from "../chain/token.ts";
import { useCoop } from "../chain/useCoop.ts";
import { formatMoney } from "../format/money.ts";
import { rich } from "../language/rich.ts";
import { ActButton } from "./ActButton.tsx";
import { ActStatus } from "./ActStatus.tsx";
import type { Call } from "./perform.ts";
import { useAct } from "./useAct.ts";
import type { Purse } from "./usePurse.ts";

type Props = {
  /** Names the act: "join:0x…". */
  name: string;
  cost: bigint;
  purse: Purse;
  label: string;
  /** The call that takes the money: with the signed leave as its last argument, or on an allowance given before. May first take a
   * while; nothing is asked of the wallet when it gives none. */
  call: (signed: boolean) => Call | undefined | Promise<Call | undefined>;
  done: string;
  onDone?: () => void;
};

/** Paying: one act where the account can allow the sum by a signature, otherwise two, each explained. */
export function PaySteps({ name, cost, purse, label, call, done, onDone }: Props) {
  const { settlement } = useCoop();
  const allow = useAct(`allow:${name}`);
  const act = useAct(name);
  const money = formatMoney(cost, settlement);
  const allowed = purse.allowed >= cost;
  const signed = !allowed && purse.signs;
  if (!allowed && !purse.signs) {
    return (
      <div>
        <p className="small mb-3 text-muted">{rich`This takes two steps, each with a question in your wallet: first you let the co-op take exactly ${money}, then you pay it. Nothing is paid in the first.`}</p>
        <ActButton
          act={allow}
          label={t`First, allow ${money}`}
          call={() => ({
            address: settlement.address,
            abi: tokenAbi as never,
            functionName: "approve",
            args: [purse.spender, cost],
          })}
        />
        <ActStatus act={allow} />
      </div>
    );
  }
  return (
    <div>
      {signed && (
        <p className="small mb-3 text-muted">{rich`Your wallet shows this as two questions: that the co-op may take exactly ${money}, which sends nothing and costs nothing, and the payment itself.`}</p>
      )}
      {!purse.signs && cost > 0n && (
        <p className="small mb-3 text-muted">{rich`${money} is allowed. One step is left.`}</p>
      )}
      <ActButton
        act={act}
        label={label}
        onDone={onDone}
        call={async () => {
          const made = await call(signed);
          if (!signed || !made) return made;
          return { ...made, permit: { token: settlement.address, spender: purse.spender, amount: cost } };
        }}
      />
      <ActStatus act={act} done={done} />
    </div>
  );
}
