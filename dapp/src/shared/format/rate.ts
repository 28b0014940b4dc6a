/** "4.25 %": basis points as people write a rate. */
export const formatRate = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)}\u00a0%`;

/** "20 %", "2.5 %": basis points as people write a share. */
export const percentOf = (basisPoints: number): string => `${Number(basisPoints) / 100} %`;
