import { Link, useRouterState } from "@tanstack/react-router";
import { t } from "../../../books/say.ts";

const PAGES = [
  { to: "/", label: t`For you`, also: [] },
  { to: "/proposals", label: t`Decisions`, also: ["/drafts", "/polls"] },
  { to: "/treasury", label: t`Commons`, also: ["/machines", "/bonds", "/income", "/surplus"] },
  { to: "/market", label: t`Market`, also: [] },
  {
    to: "/members",
    label: t`People`,
    also: ["/you", "/shares", "/apply", "/applications", "/board", "/recoveries"],
  },
  { to: "/audit", label: t`Audit`, also: [] },
] as const;

/** A page's entry is marked on all pages that belong to it. */
function useEntries() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const within = (folder: string) => path === folder || path.startsWith(`${folder}/`);
  return PAGES.map(({ to, label, also }) => {
    const here = to === "/" ? path === "/" : [to, ...also].some(within);
    return { to, label, here, current: here ? (path === to ? "page" : "true") : undefined } as const;
  });
}

export function WideNav() {
  return (
    <nav aria-label={t`Pages`} className="hidden lg:block">
      <ul className="flex xl:gap-1">
        {useEntries().map(({ to, label, here, current }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={current}
              className={`block whitespace-nowrap rounded-full px-2 py-1.5 xl:px-2.5 ${here ? "bg-act-soft font-semibold text-on-act-soft" : "hover:bg-sunken"}`}
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
    <nav aria-label={t`Pages`} className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface lg:hidden">
      <ul className="flex justify-around">
        {useEntries().map(({ to, label, here, current }) => (
          <li key={to} className="grow">
            <Link
              to={to}
              aria-current={current}
              className={`block border-t-4 px-0.5 py-3 text-center text-[min(0.75rem,3.15vw)] leading-5 whitespace-nowrap ${here ? "border-act font-semibold text-on-act-soft" : "border-transparent"}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
