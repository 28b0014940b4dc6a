import type { ReactNode } from "react";
import type { Member } from "../../../../books/coop.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { plural } from "../../shared/format/words.ts";
import type { ShareTerms } from "./useShareTerms.ts";

type Props = { member: Member; units: bigint; terms: ShareTerms; onBought: () => void };

/** Two acts, each with its own question in the wallet: first allow the money, then buy. */
export function BuySteps({ member, units, terms, onBought }: Props) {
  const { modules, settlement } = useCoop();
  const allow = useAct(`allow:${member.id}`);
  const buy = useAct(`buy:${member.id}`);
  const cost = units * terms.par;
  const allowed = terms.allowed >= cost;
  const money = formatMoney(cost, settlement);
  return (
    <ol className="mt-5 space-y-4">
      <Step number={1} done={allowed} title={`Allow ${money}`}>
        <p className="small mb-3 text-muted">
          You let the co-op take exactly this amount for your shares. Nothing is paid yet.
        </p>
        {!allowed && (
          <ActButton
            act={allow}
            label={`Allow ${money}`}
            call={() => ({
              address: settlement.address,
              abi: tokenAbi as never,
              functionName: "approve",
              args: [modules.treasury, cost],
            })}
          />
        )}
        {allow.state.step !== "done" && <ActStatus act={allow} />}
      </Step>
      <Step number={2} title={`Buy ${units} ${plural(Number(units), "share")}`}>
        <p className="small mb-3 text-muted">The money goes to the share capital fund, and the shares are yours.</p>
        <ActButton
          act={buy}
          label={`Buy ${units} ${plural(Number(units), "share")}`}
          disabled={!allowed}
          onDone={onBought}
          call={() => ({
            address: modules.shares,
            abi: ABI_OF.shares as never,
            functionName: "subscribe",
            args: [units, 0n],
          })}
        />
        <ActStatus act={buy} />
      </Step>
    </ol>
  );
}

type StepProps = { number: number; title: string; done?: boolean; children: ReactNode };

function Step({ number, title, done, children }: StepProps) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className={`grid size-8 place-items-center rounded-full font-semibold ${done ? "bg-good-soft text-good" : "bg-sunken"}`}
      >
        {done ? "✓" : number}
      </span>
      <div>
        <h3 className="text-base leading-8">
          {title}
          {done && <span className="text-good"> (allowed)</span>}
        </h3>
        {children}
      </div>
    </li>
  );
}
