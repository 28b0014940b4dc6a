import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import type { Call } from "../../shared/act/perform.ts";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type Step, stepsOf } from "./steps.ts";

/** What moves the series on and needs nobody in particular. */
export function AnyoneSheet({ series }: { series: Series }) {
  const { modules, now, settlement } = useCoop();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const steps = stepsOf(series, now, money);
  if (steps.length === 0) return null;
  return (
    <Sheet title={t`To be done, by anyone`}>
      <ul className="space-y-5">
        {steps.map((step) => (
          <StepRow
            key={step.key}
            step={step}
            call={{
              address: modules.bonds,
              abi: ABI_OF.bonds as never,
              functionName: step.functionName,
              args: step.args,
            }}
          />
        ))}
      </ul>
      <p className="small mt-4 text-muted">{t`It costs you only the network's fee, and the money goes to those it belongs to.`}</p>
    </Sheet>
  );
}

function StepRow({ step: { key, words, label, done }, call }: { step: Step; call: Call }) {
  const act = useAct(key);
  return (
    <li>
      <p className="mb-3">{words}</p>
      <ActButton act={act} label={label} call={() => call} />
      <ActStatus act={act} done={done} />
    </li>
  );
}
