import { type ReactNode, useEffect } from "react";
import { t } from "../../../../books/say.ts";

type PageHeadProps = { title: string; lead?: ReactNode; children?: ReactNode };

/** The page's one heading; also names the browser's tab. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  useTabTitle(title);
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-[46rem]">
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        {lead && <p className="mt-2 text-muted">{lead}</p>}
      </div>
      {children}
    </header>
  );
}

export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = t`${title} · Rochdale`;
  }, [title]);
}
