import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { Tabs } from "../../shared/ui/Tabs.tsx";
import { disputesOpen } from "./disputes.ts";

/** The rooms of the market: what is offered, what one did, what is disputed. */
export function MarketTabs() {
  const open = disputesOpen(useMarket()).length;
  return (
    <Tabs
      label={t`Jobs, your work and disputes`}
      tabs={[
        { to: "/market", label: t`Jobs and services` },
        { to: "/market/mine", label: t`My work` },
        { to: "/market/disputes", label: t`Disputes`, aside: open > 0 ? String(open) : undefined },
      ]}
    />
  );
}
