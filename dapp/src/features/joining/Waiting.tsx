import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatMoment, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** An application that the board has not decided yet. */
export function Waiting({ application }: { application: Application }) {
  const { coop, now, modules } = useCoop();
  const { account, appliedAt, until, class: index, memberId } = application;
  const act = useAct(`withdraw-application:${account}`);
  useSayUpcoming({ at: until + 1, label: t`the board's time is over` });
  return (
    <Sheet title={t`Your application is with the board`} aside={<Chip tone="coming">{t`Waiting`}</Chip>}>
      <p className="max-w-[46rem]">{rich`You applied on ${formatDay(appliedAt)} for the class ${<strong>{coop.classes[index]?.name}</strong>}. The board answers by ${<strong>{formatMoment(until)}</strong>}, ${formatRelative(until, now)}. If it says nothing by then, that counts as a refusal${memberId === undefined ? t`, and you can turn to the members.` : t` and you stay in your class.`}`}</p>
      <p className="small mt-3 mb-5 text-muted">{t`There is nothing to do for you now. This page and the first page will say so when you are accepted.`}</p>
      <ActButton
        act={act}
        quiet
        label={t`Take my application back`}
        call={() => ({
          address: modules.register,
          abi: ABI_OF.register as never,
          functionName: "withdrawApplication",
          args: [],
        })}
      />
      <ActStatus act={act} />
    </Sheet>
  );
}
