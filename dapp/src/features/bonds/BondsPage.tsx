import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { CommonsTabs } from "../../shared/commons/CommonsTabs.tsx";
import { seriesStanding } from "../../shared/commons/standing.ts";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { RiskNote } from "./RiskNote.tsx";
import { SeriesRow } from "./SeriesRow.tsx";
import { GROUPS } from "./words.ts";

/** Every series of bonds, by where it stands. */
export function BondsPage() {
  const { coop, now } = useCoop();
  const { series } = useCommons();
  const { member } = useWallet();
  const all = [...series.values()].reverse();
  return (
    <>
      <PageHead
        title={t`Bonds`}
        lead={t`Members lend money for a machine at a rate they accept. Its rent pays them coupons and, in the end, their money back.`}
      />
      <CommonsTabs />
      <div className="space-y-6">
        {all.length === 0 ? (
          <Empty>{rich`No bonds have been offered yet. They come with a machine: a member proposes one, and once the members approve it, bids open here. ${member && coop.windingUpSince === undefined && <Link to="/proposals/new" className="link">{t`Propose a machine`}</Link>}`}</Empty>
        ) : (
          GROUPS.map(({ standing, title, empty }) => {
            const here = all.filter((one) => seriesStanding(one, now) === standing);
            if (here.length === 0 && empty === undefined) return null;
            return (
              <Sheet key={standing} title={title}>
                {here.length === 0 && <Empty>{empty}</Empty>}
                <ul>
                  {here.map((one) => (
                    <SeriesRow key={one.id} series={one} />
                  ))}
                </ul>
              </Sheet>
            );
          })
        )}
        <RiskNote />
      </div>
    </>
  );
}
