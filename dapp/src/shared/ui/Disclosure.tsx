import type { ReactNode } from "react";

type DisclosureProps = {
  label: string;
  children: ReactNode /** Opened by the page: something in it needs attention. */;
  open?: boolean;
};

export function Disclosure({ label, children, open }: DisclosureProps) {
  return (
    <details className="group mt-3" open={open || undefined}>
      <summary className="link small inline-block">{label}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
