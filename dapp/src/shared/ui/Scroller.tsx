import type { ReactNode } from "react";

/** A frame in which something wide moves sideways, so that the page does not; the keyboard gets there too. */
export function Scroller({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className={`scroller overflow-auto ${className}`}
    >
      {children}
    </section>
  );
}
