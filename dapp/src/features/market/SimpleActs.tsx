import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useJobCall } from "./useJobCall.ts";

type Props = { entry: JobEntry };

export const Withdraw = ({ entry }: Props) => (
  <One
    entry={entry}
    name="cancel"
    label={t`Take it back`}
    done={t`The money is back.`}
    words={t`Nobody has accepted yet, so you can have all of your money back.`}
    quiet
  />
);

export const GiveUp = ({ entry }: Props) => (
  <One
    entry={entry}
    name="cancel"
    label={t`Give it up`}
    done={t`The customer has the money back.`}
    words={t`If you can not do it, the customer gets everything back at once.`}
    quiet
  />
);

export const Lapse = ({ entry }: Props) => (
  <One entry={entry} name="lapse" label={t`Send the money back`} done={t`The customer has the money back.`} />
);

export const Refund = ({ entry }: Props) => (
  <One entry={entry} name="refund" label={t`Send the money back`} done={t`The customer has the money back.`} />
);

export const Release = ({ entry }: Props) => (
  <One entry={entry} name="release" label={t`Pay it out`} done={t`The provider is paid.`} />
);

export const Divide = ({ entry }: Props) => (
  <One entry={entry} name="divide" label={t`Divide it as the charter says`} done={t`It is divided.`} />
);

type OneProps = Props & { name: string; label: string; done: string; words?: string; quiet?: boolean };

function One({ entry, name, label, done, words, quiet = false }: OneProps) {
  const call = useJobCall(entry);
  const act = useAct(`${name}:${entry.name}`);
  return (
    <>
      {words && <p className="small mb-2 text-muted">{words}</p>}
      <ActButton act={act} label={label} quiet={quiet} call={() => call(name)} />
      <ActStatus act={act} done={done} />
    </>
  );
}
