// What the clock brings next on the page that is open. A page says it, the local clock control offers to go there.
import { useEffect, useSyncExternalStore } from "react";
import type { NextEvent } from "./stages.ts";

let upcoming: NextEvent | undefined;
const listeners = new Set<() => void>();

function set(event: NextEvent | undefined): void {
  upcoming = event;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useUpcoming(): NextEvent | undefined {
  return useSyncExternalStore(subscribe, () => upcoming);
}

export function useSayUpcoming(event: NextEvent | undefined): void {
  const at = event?.at;
  const label = event?.label;
  useEffect(() => {
    set(at === undefined || label === undefined ? undefined : { at, label });
    return () => set(undefined);
  }, [at, label]);
}
