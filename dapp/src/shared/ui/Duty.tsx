import type { ReactNode } from "react";

/** One thing to do. */
export function Duty({ verb, note, children }: { verb: string; note: string; children: ReactNode }) {
  return (
    <li className="grid gap-x-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)_auto] sm:items-baseline">
      <span className="font-semibold text-on-act-soft">{verb}</span>
      <span className="font-serif text-lg wrap-anywhere">{children}</span>
      <span className="small text-muted">{note}</span>
    </li>
  );
}
