/** The two ends of an address, enough to recognise it. */
export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
