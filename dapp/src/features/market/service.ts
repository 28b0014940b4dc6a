import type { ServiceEntry } from "../../../../books/market.ts";

/** What every call about a service brings along. */
export const termsOfService = ({ provider, kind, terms, fare, passThrough, lasts }: ServiceEntry) => ({
  provider,
  kind,
  terms,
  fare,
  passThrough,
  lasts,
});
