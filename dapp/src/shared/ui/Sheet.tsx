import { type ReactNode, useId } from "react";

type SheetProps = { title: string; children: ReactNode; aside?: ReactNode; className?: string };

/** A titled part of a page. */
export function Sheet({ title, children, aside, className = "" }: SheetProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`sheet p-5 sm:p-6 ${className}`}>
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
