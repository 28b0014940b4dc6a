import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** The first page has no room for what each duty is. */
const Duties = lazy(() => import("./Duties.tsx").then(({ Duties }) => ({ default: Duties })));

/** What waits for the person who is here. */
export function ForYou() {
  const { coop } = useCoop();
  const { address, member, connect } = useWallet();
  return (
    <Sheet title="Waiting for you">
      {!address && (
        <p className="mb-4">
          <button type="button" className="link" onClick={connect}>
            Connect your wallet
          </button>{" "}
          to see the votes that wait for you.
        </p>
      )}
      {address && !member && (
        <p className="mb-4 text-muted">
          The account in your wallet is not a member's.{" "}
          {coop.windingUpSince === undefined && (
            <Link to="/apply" className="link">
              {coop.applications.has(address.toLowerCase()) ? "See your application" : "Apply to join"}
            </Link>
          )}
        </p>
      )}
      <Suspense>
        <Duties />
      </Suspense>
    </Sheet>
  );
}
