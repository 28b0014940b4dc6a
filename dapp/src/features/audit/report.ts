// The report behind an opinion: a file, or words. On record is a hash; whoever has the file or the words can check it.

import { type Hex, keccak256 } from "viem";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { commitmentTo } from "../../shared/documents/handover.ts";
import { formatDay } from "../../shared/format/time.ts";
import { memoOf } from "../../shared/motion/purpose.ts";

export type ReportFile = { name: string; hash: Hex };

/** The hash of a file as it is, made in this browser. */
export async function hashFile(file: File): Promise<ReportFile> {
  return { name: file.name, hash: keccak256(new Uint8Array(await file.arrayBuffer())) };
}

/** Every hash that stands for a file: of its bytes, of its words alone, and of words handed over with their salt. */
export async function hashesOf(file: File): Promise<Hex[]> {
  const { hash } = await hashFile(file);
  const text = await file.text();
  const handedOver = commitmentTo(text) as Hex | undefined;
  return [...new Set([hash, memoOf(text), memoOf(text.trim()), ...(handedOver ? [handedOver] : [])])];
}

/** What on record has one of these hashes, in words. */
export function reportsWith(
  coop: Pick<Coop, "opinions" | "certificates" | "reports">,
  hashes: readonly Hex[],
): string[] {
  const has = ({ report }: { report: Hex }) => hashes.includes(report.toLowerCase() as Hex);
  return [
    ...coop.opinions.filter(has).map(({ id, at }) => t`opinion No. ${id} of ${formatDay(at)}`),
    ...[...coop.certificates.values()].filter(has).map(({ id, at }) => t`certified loss No. ${id} of ${formatDay(at)}`),
    ...[...coop.reports.values()].filter(has).map(({ year }) => t`the yearly report for ${year}`),
  ];
}
