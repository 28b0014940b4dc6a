// Names that stay for what a co-op did, the same from whichever host a file comes.

/** `contract` is where it happened: two co-ops on one chain differ in it. */
export const nameFor = (chainId: number, contract: string, ...parts: readonly (string | number | bigint)[]): string =>
  ["urn:rochdale", chainId, contract.toLowerCase(), ...parts].join(":");

/** The address of one page of the dApp, which stands at `pageUrl`. */
export const pageAt = (pageUrl: string, path: string): string => `${pageUrl.replace(/\/+$/, "")}${path}`;
