import type { ReactNode } from "react";

/** What stands where a list would be. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="rounded-xl border border-dashed border-line px-4 py-5 text-muted">{children}</p>;
}
