/** "4.25 %": basis points as people write a rate. */
export const formatRate = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)}\u00a0%`;

export { percentOf } from "../../../../books/words.ts";
