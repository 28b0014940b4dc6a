import { type ReactNode, useState } from "react";

type FoldProps = { label: string; children: ReactNode; open?: boolean };

/** Like a Disclosure, but what is in it begins only when it is opened: forms that read the reader's account. */
export function Fold({ label, children, open = false }: FoldProps) {
  const [opened, setOpened] = useState(open);
  return (
    <details open={open || undefined} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="link small inline-block">{label}</summary>
      {(opened || open) && <div className="mt-2">{children}</div>}
    </details>
  );
}
