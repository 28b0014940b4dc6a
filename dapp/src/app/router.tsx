// Every page and its address. All but the first are loaded when they are opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { lazy } from "react";
import { HomePage } from "../features/home/index.ts";
import { findIn } from "../shared/format/find.ts";
import { FILTERS, type Filter } from "../shared/motion/stages.ts";
import { accountIn } from "../shared/wallet/lookingAs.ts";
import { Shell } from "./Shell.tsx";
import { PageError } from "./Trouble.tsx";

const NotFound = lazy(() => import("./NotFound.tsx"));

type AnySearch = { coop?: string; as?: string };

const root = createRootRoute({
  // Which co-op is shown (shared/config/other-coop.ts), and as whom a visitor looks at it (shared/wallet/lookingAs.ts), is kept from
  // page to page.
  validateSearch: ({ coop, as }: Record<string, unknown>): AnySearch => ({
    ...(typeof coop === "string" && { coop }),
    ...(accountIn(as) && { as: accountIn(as) }),
  }),
  search: {
    middlewares: [
      ({ search: { coop, as }, next, search }) => ({ ...(coop && { coop }), ...(as && { as }), ...next(search) }),
    ],
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageError as never,
});
const parent = { getParentRoute: () => root };
const voting = () => import("../features/voting/index.ts");
const commons = () => import("../features/commons/index.ts");
const polls = () => import("../features/polls/index.ts");
const membership = () => import("../features/membership/index.ts");
const bonds = () => import("../features/bonds/index.ts");
const machines = () => import("../features/machines/index.ts");
const joining = () => import("../features/joining/index.ts");
const market = () => import("../features/market/index.ts");
const audit = () => import("../features/audit/index.ts");

type ProposalsSearch = { state?: Filter; find?: string };
type MarketSearch = { kind?: string; mine?: boolean };
type SpanSearch = { from?: string; to?: string };
type LedgerSearch = SpanSearch & { account?: string; asset?: string };
type FoundSearch = { step?: string };
type EventsSearch = { of?: string; with?: string };

const routes = [
  createRoute({
    ...parent,
    path: "/",
    component: HomePage,
  }),
  createRoute({
    ...parent,
    path: "/proposals",
    validateSearch: ({ state, ...search }: Record<string, unknown>): ProposalsSearch => ({
      ...(FILTERS.includes(state as Filter) && { state: state as Filter }),
      ...findIn(search),
    }),
    component: lazyRouteComponent(voting, "ProposalsPage"),
  }),
  createRoute({ ...parent, path: "/proposals/new", component: lazyRouteComponent(voting, "NewProposalPage") }),
  createRoute({ ...parent, path: "/proposals/$number", component: lazyRouteComponent(voting, "ProposalPage") }),
  createRoute({ ...parent, path: "/drafts/$number", component: lazyRouteComponent(voting, "DraftPage") }),
  createRoute({ ...parent, path: "/polls", component: lazyRouteComponent(polls, "PollsPage") }),
  createRoute({ ...parent, path: "/polls/new", component: lazyRouteComponent(polls, "NewPollPage") }),
  createRoute({ ...parent, path: "/polls/$number", component: lazyRouteComponent(polls, "PollPage") }),
  createRoute({ ...parent, path: "/polls/drafts/$number", component: lazyRouteComponent(polls, "PollDraftPage") }),
  createRoute({ ...parent, path: "/treasury", component: lazyRouteComponent(commons, "TreasuryPage") }),
  createRoute({
    ...parent,
    path: "/treasury/ledger",
    validateSearch: (search: LedgerSearch) => search,
    component: lazyRouteComponent(commons, "LedgerPage"),
  }),
  createRoute({
    ...parent,
    path: "/treasury/statements",
    validateSearch: (search: SpanSearch) => search,
    component: lazyRouteComponent(commons, "StatementsPage"),
  }),
  createRoute({
    ...parent,
    path: "/income",
    component: lazyRouteComponent(() => import("../features/income/index.ts"), "IncomePage"),
  }),
  createRoute({
    ...parent,
    path: "/claims",
    component: lazyRouteComponent(() => import("../features/claims/index.ts"), "ClaimsPage"),
  }),
  createRoute({
    ...parent,
    path: "/surplus",
    component: lazyRouteComponent(() => import("../features/surplus/index.ts"), "SurplusPage"),
  }),
  createRoute({ ...parent, path: "/machines", component: lazyRouteComponent(machines, "MachinesPage") }),
  createRoute({ ...parent, path: "/machines/$id", component: lazyRouteComponent(machines, "MachinePage") }),
  createRoute({ ...parent, path: "/bonds", component: lazyRouteComponent(bonds, "BondsPage") }),
  createRoute({ ...parent, path: "/bonds/$series", component: lazyRouteComponent(bonds, "SeriesPage") }),
  createRoute({
    ...parent,
    path: "/market",
    // The page looks itself whether it knows what it says.
    validateSearch: (search: MarketSearch) => search,
    component: lazyRouteComponent(market, "MarketPage"),
  }),
  createRoute({ ...parent, path: "/market/mine", component: lazyRouteComponent(market, "MyWorkPage") }),
  createRoute({ ...parent, path: "/market/disputes", component: lazyRouteComponent(market, "DisputesPage") }),
  createRoute({ ...parent, path: "/market/$id", component: lazyRouteComponent(market, "JobPage") }),
  createRoute({
    ...parent,
    path: "/members",
    validateSearch: findIn,
    component: lazyRouteComponent(membership, "MembersPage"),
  }),
  createRoute({ ...parent, path: "/you", component: lazyRouteComponent(membership, "YouPage") }),
  createRoute({ ...parent, path: "/apply", component: lazyRouteComponent(joining, "ApplyPage") }),
  createRoute({ ...parent, path: "/applications", component: lazyRouteComponent(joining, "ApplicationsPage") }),
  createRoute({
    ...parent,
    path: "/board",
    component: lazyRouteComponent(() => import("../features/board/index.ts"), "BoardPage"),
  }),
  createRoute({
    ...parent,
    path: "/recoveries",
    component: lazyRouteComponent(() => import("../features/recovery/index.ts"), "RecoveriesPage"),
  }),
  createRoute({
    ...parent,
    path: "/shares",
    component: lazyRouteComponent(() => import("../features/capital/index.ts"), "SharesPage"),
  }),
  createRoute({
    ...parent,
    path: "/found",
    validateSearch: ({ step }: FoundSearch): FoundSearch => (step ? { step } : {}),
    component: lazyRouteComponent(() => import("../features/founding/index.ts"), "FoundingPage"),
  }),
  createRoute({ ...parent, path: "/audit", component: lazyRouteComponent(audit, "AuditPage") }),
  createRoute({ ...parent, path: "/audit/opinions", component: lazyRouteComponent(audit, "OpinionsPage") }),
  createRoute({ ...parent, path: "/audit/addresses", component: lazyRouteComponent(audit, "AddressesPage") }),
  createRoute({ ...parent, path: "/audit/offices", component: lazyRouteComponent(audit, "OfficesPage") }),
  createRoute({ ...parent, path: "/audit/rules", component: lazyRouteComponent(audit, "RulesPage") }),
  createRoute({
    ...parent,
    path: "/audit/events",
    validateSearch: (search: EventsSearch) => search,
    component: lazyRouteComponent(audit, "EventsPage"),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
