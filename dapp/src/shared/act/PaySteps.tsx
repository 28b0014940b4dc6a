import type { ReactNode } from "react";
import { t } from "../../../../books/say.ts";
import { tokenAbi } from "../chain/token.ts";
import { useCoop } from "../chain/useCoop.ts";
import { formatMoney } from "../format/money.ts";
import { rich } from "../language/rich.ts";
import { ActButton } from "./ActButton.tsx";
import { ActStatus } from "./ActStatus.tsx";
import type { Call } from "./perform.ts";
import { useAct } from "./useAct.ts";
import { MAY_CHANGE, useBatching } from "./useBatching.ts";
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

/** Paying: one act where the wallet sends leave and payment together or the account can allow the sum by a signature, otherwise two,
 * each explained. */
export function PaySteps({ name, cost, purse, label, call, done, onDone }: Props) {
  const { settlement } = useCoop();
  const { batching, apart } = useBatching();
  const allow = useAct(`allow:${name}`);
  const act = useAct(name);
  const money = formatMoney(cost, settlement);
  const allowed = purse.allowed >= cost;
  const signed = !allowed && purse.signs;
  // A signature changes nothing about the account; a wallet that is only ready to send both would.
  const together = !allowed && (batching === "supported" || (batching === "ready" && !signed));
  const approval: Call = {
    address: settlement.address,
    abi: tokenAbi as never,
    functionName: "approve",
    args: [purse.spender, cost],
  };
  if (!allowed && !signed && !together) {
    return (
      <div>
        <Words>{rich`This takes two steps, each with a question in your wallet: first you let the co-op take exactly ${money}, then you pay it. Nothing is paid in the first.`}</Words>
        <ActButton
          act={allow}
          label={t`First, allow ${money}`}
          disabled={batching === undefined}
          call={() => approval}
        />
        {/* Once paid, it would be the first step of another payment. */}
        {act.state.step === "done" ? <ActStatus act={act} done={done} /> : <ActStatus act={allow} />}
      </div>
    );
  }
  const made = async (): Promise<Call | undefined> => {
    allow.dismiss();
    const one = await call(signed && !together);
    if (!one || allowed) return one;
    if (!together) return { ...one, permit: { token: settlement.address, spender: purse.spender, amount: cost } };
    const stepByStep = () => {
      apart();
      // With a signature, the button is the same as before.
      if (!signed) allow.run(approval);
    };
    return { ...one, together: { before: [approval], apart: stepByStep } };
  };
  return (
    <div>
      {together && (
        <Words>
          {rich`Your wallet shows this as one question with two parts, both or none: that the co-op may take exactly ${money}, and the payment itself.`}{" "}
          {batching === "ready" && MAY_CHANGE}
        </Words>
      )}
      {signed && !together && (
        <Words>{rich`Your wallet shows this as two questions: that the co-op may take exactly ${money}, which sends nothing and costs nothing, and the payment itself.`}</Words>
      )}
      {allowed && !purse.signs && cost > 0n && <Words>{rich`${money} is allowed. One step is left.`}</Words>}
      <ActButton act={act} label={label} onDone={onDone} call={made} />
      <ActStatus act={act} done={done} />
    </div>
  );
}

const Words = ({ children }: { children: ReactNode }) => <p className="small mb-3 text-muted">{children}</p>;
