import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { usePage } from "../shared/config/useConfig.ts";
import { WalletButton } from "../shared/wallet/WalletButton.tsx";
import { WideNav } from "./Navigation.tsx";

/** The page is there before it; its place is kept. */
const ThemeToggle = lazy(() => import("./ThemeToggle.tsx"));

export function Header() {
  const { name, directory } = usePage();
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl items-center gap-x-2 px-4 py-2.5 sm:gap-x-4 sm:px-6 sm:py-3">
        <Link
          to="/"
          className="line-clamp-3 min-w-26 shrink-[99] font-serif text-base leading-tight font-semibold sm:min-w-36 sm:text-xl lg:min-w-28 xl:min-w-36 lg:text-lg xl:text-xl"
        >
          {name}
        </Link>
        {directory && <WideNav />}
        <div className="ml-auto flex items-center gap-1 sm:shrink-0 sm:gap-2 lg:shrink xl:shrink-0">
          <Suspense fallback={<span className="size-11" />}>
            <ThemeToggle />
          </Suspense>
          <WalletButton />
        </div>
      </div>
    </header>
  );
}
