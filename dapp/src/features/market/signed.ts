// A customer's confirmation as a text: signed on one device, handed in from another.
import type { Hex } from "viem";

export type SignedConfirmation = {
  job: number;
  /** Metres. */
  distance: number;
  /** Good strictly before, unix seconds. */
  until: number;
  signature: Hex;
};

export const toText = ({ job, distance, until, signature }: SignedConfirmation): string =>
  ["confirmed", job, distance, until, signature].join(".");

/** Out of the text, or of a link that ends in it; undefined when it is not one. */
export function fromText(text: string): SignedConfirmation | undefined {
  const found = /(?:^|#)confirmed\.(\d{1,15})\.(\d{1,10})\.(\d{1,13})\.(0x(?:[0-9a-fA-F]{2})+)$/.exec(text.trim());
  if (!found) return undefined;
  const [, job, distance, until, signature] = found;
  return { job: Number(job), distance: Number(distance), until: Number(until), signature: signature as Hex };
}
