import type { ReactNode } from "react";

export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group mt-3">
      <summary className="link small inline-block py-1">{label}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
