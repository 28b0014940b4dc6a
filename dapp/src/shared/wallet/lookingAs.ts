// Somebody without a wallet can look at the pages as a member would: "?as=0x…" in the address, kept from page to page.
import { useRouterState } from "@tanstack/react-router";
import { type Address, isAddress } from "viem";

/** What stands in an address, if it is an account. */
export const accountIn = (named: unknown): Address | undefined =>
  typeof named === "string" && isAddress(named, { strict: false }) ? (named.toLowerCase() as Address) : undefined;

/** The account that a visitor looks on as. A connected wallet speaks for itself. */
export const useLookingAs = (): Address | undefined =>
  useRouterState({ select: ({ location }) => accountIn((location.search as { as?: unknown }).as) });
