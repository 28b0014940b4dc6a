// How much gas a transaction of the relay may have.

/** A third of a block, and never more than a transaction may have (EIP-7825), with room for what the estimate does not see. */
export const mostGas = (block: bigint): bigint => (block / 3n < 13_500_000n ? block / 3n : 13_500_000n);

/** More than was estimated: until it is mined, a page may have got its first ballot or its keys another sheet. */
export const gasFor = (needed: bigint): bigint => (needed * 6n) / 5n;
