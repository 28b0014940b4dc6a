import { Link, type LinkProps } from "@tanstack/react-router";

export type Tab = {
  to: LinkProps["to"];
  label: string;
  aside?: string | undefined;
  /** Whether pages below its own belong to it too. */
  within?: boolean;
};

/** The rooms of one part of the co-op. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="tabs flex flex-wrap gap-x-5 sm:gap-x-6">
        {tabs.map(({ to, label: words, aside, within = false }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: !within, includeSearch: false }}
              className="flex h-12 items-center gap-1.5 border-b-4 border-transparent pt-1 whitespace-nowrap hover:border-edge"
              activeProps={{ className: "border-act! font-semibold text-on-act-soft" }}
            >
              {words}
              {aside && <span className="small figures font-normal text-muted">{aside}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
