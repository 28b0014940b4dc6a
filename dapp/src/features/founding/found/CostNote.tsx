import { formatEther } from "viem";
import { useClient } from "wagmi";
import { t } from "../../../../../books/say.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { Note } from "../../../shared/ui/Note.tsx";
import type { Cost } from "./useCost.ts";

/** What it costs, in the chain's coin; or why it can not be founded as things are. */
export function CostNote({ cost }: { cost: Cost | undefined }) {
  const { local } = usePage();
  const coin = useClient()?.chain?.nativeCurrency.symbol ?? t`coins`;
  if (cost && "refused" in cost) {
    return (
      <div className="my-4">
        <Note tone="bad">
          <strong>{cost.refused.what}</strong> {cost.refused.next}
        </Note>
      </div>
    );
  }
  return (
    <dl className="my-4 border-y border-line py-3">
      <dt className="font-semibold">{t`What it costs`}</dt>
      <dd className="small mt-1">
        {local
          ? t`Nothing: this is a practice chain, and its coins are play money.`
          : cost
            ? t`At most about ${rounded(cost.fee)} ${coin}, the coin of this chain. It goes to those who run the chain, once; whoever signs pays it.`
            : t`Asking the chain.`}
      </dd>
    </dl>
  );
}

/** Three figures that count. */
const rounded = (fee: bigint): string =>
  Number(Number(formatEther(fee)).toPrecision(3)).toLocaleString("en-GB", { maximumFractionDigits: 12 });
