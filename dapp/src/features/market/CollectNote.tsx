import type { Address } from "viem";
import type { MarketState } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** Money of the reader that could not be delivered and waits, at whatever market. */
export function CollectNote() {
  const { modules } = useCoop();
  const book = useMarket();
  const markets = [...[...book.former].reverse(), [modules.market, book]] as [Address, MarketState][];
  return markets.map(([market, state]) => <Waiting key={market} market={market} owed={state.owed} />);
}

function Waiting({ market, owed }: { market: Address } & Pick<MarketState, "owed">) {
  const { settlement } = useCoop();
  const { address } = useWallet();
  const act = useAct(`collect:${market}:${address}`);
  const amount = owed.get(address?.toLowerCase() ?? "") ?? 0n;
  if (!address || (amount === 0n && act.state.step !== "done")) return null;
  const money = formatCents(amount, settlement);
  return (
    <div className="sheet p-5 print:hidden">
      {amount > 0n && (
        <>
          <p className="mb-3">{rich`${<strong className="figures">{money}</strong>} of yours could not be delivered to your account when a job ended. It waits for you.`}</p>
          <ActButton
            act={act}
            label={t`Collect ${money}`}
            call={() => ({
              address: market,
              abi: ABI_OF.market as never,
              functionName: "collect",
              args: [address],
            })}
          />
        </>
      )}
      <ActStatus act={act} done={t`The money is in your account.`} />
    </div>
  );
}
