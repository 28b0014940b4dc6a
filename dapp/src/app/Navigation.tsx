import { Link } from "@tanstack/react-router";

const PAGES = [
  { to: "/", label: "For you", exact: true },
  { to: "/proposals", label: "Proposals", exact: false },
  { to: "/treasury", label: "Treasury", exact: false },
  { to: "/members", label: "Members", exact: false },
  { to: "/audit", label: "Audit", exact: false },
] as const;

export function WideNav() {
  return (
    <nav aria-label="Pages" className="hidden md:block">
      <ul className="flex gap-1">
        {PAGES.map(({ to, label, exact }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact, includeSearch: false }}
              className="block rounded-full px-3 py-1.5 hover:bg-sunken"
              activeProps={{ className: "bg-act-soft text-on-act-soft font-semibold" }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone: within reach of a thumb. */
export function PhoneNav() {
  return (
    <nav aria-label="Pages" className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface md:hidden">
      <ul className="flex justify-around">
        {PAGES.map(({ to, label, exact }) => (
          <li key={to} className="grow">
            <Link
              to={to}
              activeOptions={{ exact, includeSearch: false }}
              className="small block border-t-4 border-transparent py-3 text-center"
              activeProps={{ className: "border-act! text-on-act-soft font-semibold" }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
