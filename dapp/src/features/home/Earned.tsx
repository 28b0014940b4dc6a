import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { linesOf, periodsOf, totalIn } from "../../shared/market/my-work.ts";
import { personOf } from "../../shared/membership/persons.ts";

/** What a person got for its jobs in the running period, and the way to the rest of its work. */
export function Earned({ account }: { account: string }) {
  const { coop, settlement } = useCoop();
  const book = useMarket();
  const lines = linesOf(book, { account, memberId: personOf(coop, account)?.id ?? 0 });
  const [running] = periodsOf(book, lines);
  if (!running || running.provider.jobs === 0) return null;
  const got = formatCents(totalIn("provider", running.provider), settlement);
  return (
    <p className="mt-4 border-t border-line pt-4 text-muted">{rich`You got ${<strong className="figures text-text">{got}</strong>} for your jobs in this period. ${<Link to="/market/mine" className="link">{t`My work`}</Link>}`}</p>
  );
}
