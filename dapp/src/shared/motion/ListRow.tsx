import type { ReactNode } from "react";

type ListRowProps = { eyebrow: string; chips: ReactNode; title: ReactNode; children: ReactNode };

/** How a link in the title of a row looks. */
export const ROW_LINK = "link no-underline hover:underline";

/** One thing in a list of proposals, polls or drafts: what it is, where it stands, its title, a line about it. */
export function ListRow({ eyebrow, chips, title, children }: ListRowProps) {
  return (
    <li className="border-b border-line py-4 last:border-b-0 last:pb-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">{eyebrow}</span>
        {chips}
      </div>
      <h3 className="mt-1.5 text-lg wrap-anywhere">{title}</h3>
      <p className="small text-muted">{children}</p>
    </li>
  );
}
