import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCoop } from "../chain/useCoop.ts";
import { isOpen } from "./polls.ts";

/** The two rooms in which members say what they want: proposals decide, polls ask. */
export function DecisionTabs() {
  const { coop, now } = useCoop();
  const open = [...coop.polls.values()].filter((poll) => isOpen(poll, now)).length;
  return (
    <nav aria-label="Proposals and polls" className="mb-6 border-b border-line">
      <ul className="flex gap-6">
        <Tab to="/proposals">Proposals</Tab>
        <Tab to="/polls">
          Polls{open > 0 && <span className="small figures font-normal text-muted"> {open} open</span>}
        </Tab>
      </ul>
    </nav>
  );
}

function Tab({ to, children }: { to: "/proposals" | "/polls"; children: ReactNode }) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: true, includeSearch: false }}
        className="-mb-px block border-b-4 border-transparent py-2 hover:border-edge"
        activeProps={{ className: "border-act! font-semibold text-on-act-soft" }}
      >
        {children}
      </Link>
    </li>
  );
}
