import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { t } from "../../../books/say.ts";
import { useAnnouncement, useResumedActs } from "../shared/act/useAct.ts";
import { useChainState } from "../shared/chain/useCoop.ts";
import { usePage } from "../shared/config/useConfig.ts";
import { ConnectGate } from "../shared/wallet/ConnectGate.tsx";
import { useLookingAs } from "../shared/wallet/lookingAs.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { Header } from "./Header.tsx";
import { PhoneNav } from "./Navigation.tsx";
import { Reading } from "./Reading.tsx";

const ClockStrip =
  import.meta.env.VITE_LOCAL === "1" ? lazy(() => import("../shared/local/ClockStrip.tsx")) : undefined;

/** Below everything, so a moment later than it. */
const Footer = lazy(() => import("./Footer.tsx"));
/** Where there is no co-op yet. */
const FoundingPage = lazy(() =>
  import("../features/founding/index.ts").then((page) => ({ default: page.FoundingPage })),
);
/** Loaded only where another co-op is shown. */
const OtherCoopBanner = lazy(() => import("./OtherCoopBanner.tsx"));
/** Loaded only where somebody looks on as somebody else. */
const LookingBanner = lazy(() => import("./LookingBanner.tsx"));
/** Loaded only in a co-op that ends. */
const WindingUpBanner = lazy(() => import("./WindingUpBanner.tsx"));

/** What surrounds every page. */
export function Shell() {
  return (
    <ConnectGate>
      <Surroundings />
    </ConnectGate>
  );
}

function Surroundings() {
  const { reading } = useChainState();
  const config = usePage();
  const lookingAs = useLookingAs();
  const announcement = useAnnouncement();
  // Of what is shown, not of what is on its way.
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId });
  /** Founding a co-op needs no other. */
  const founding = !config.directory || shown === "/found";
  const main = useFocusOnNewPage();
  useResumedActs();
  return (
    <div className="flex min-h-dvh flex-col pb-16 lg:pb-0">
      <a
        href="#main"
        className="button button-main sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >{t`Skip to the page`}</a>
      <div className="selvedge" />
      {ClockStrip && config.local && (
        <Suspense>
          <ClockStrip />
        </Suspense>
      )}
      <Header />
      {config.host && (
        <Suspense>
          <OtherCoopBanner />
        </Suspense>
      )}
      {lookingAs && (
        <Suspense>
          <LookingBanner />
        </Suspense>
      )}
      <ConnectionBanner />
      {reading?.coop.windingUpSince !== undefined && (
        <Suspense>
          <WindingUpBanner />
        </Suspense>
      )}
      <main id="main" ref={main} tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 py-8 outline-none sm:px-6">
        {reading || founding ? <Suspense>{config.directory ? <Outlet /> : <FoundingPage />}</Suspense> : <Reading />}
      </main>
      <Suspense>
        <Footer />
      </Suspense>
      {config.directory && <PhoneNav />}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

/** After a link was followed, keyboard and screen reader go on at the top of the new page. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
