// Pages that add everything up again wait until every event since the founding was read here. Most begin with a snapshot.
import { type ComponentType, type ReactNode, useEffect } from "react";
import { t } from "../../../../books/say.ts";
import { BlocksRead } from "../ui/BlocksRead.tsx";
import { useChainState, useChainStore } from "./useCoop.ts";

export function WholeRecord({ children }: { children: ReactNode }) {
  const { reading, progress } = useChainState();
  const store = useChainStore();
  const isWhole = reading !== undefined && !reading.base;
  useEffect(() => {
    if (!isWhole) void store.readWhole();
  }, [isWhole, store]);
  if (isWhole) return children;
  return (
    <div className="mx-auto max-w-xs py-12 text-center text-muted">
      <p role="status" className="pulse">{t`Reading every event since the founding`}</p>
      {progress && <BlocksRead progress={progress} />}
    </div>
  );
}

/** A page that is shown once every event was read. */
export const fromWhole = (Page: ComponentType) =>
  function WholePage() {
    return (
      <WholeRecord>
        <Page />
      </WholeRecord>
    );
  };
