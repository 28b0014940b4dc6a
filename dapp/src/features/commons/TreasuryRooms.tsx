import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";

const ROOMS = [
  { to: "/treasury", label: t`What there is` },
  { to: "/treasury/ledger", label: t`Ledger` },
  { to: "/treasury/statements", label: t`Statements` },
] as const;

/** The three ways to look at the co-op's money: as it is, entry by entry, and added up for a span of time. */
export function TreasuryRooms({ here }: { here: (typeof ROOMS)[number]["to"] }) {
  return (
    <nav aria-label={t`Ways to look at the money`} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {ROOMS.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={to === here ? "page" : undefined}
              className={`button small ${to === here ? "button-main" : "button-quiet"}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
