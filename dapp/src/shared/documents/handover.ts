// Words and salt as a text that a person can hand over and another can check against the record.
import { commitmentOf, type Opening } from "../../../../documents/envelope/commitment.ts";

export const handover = ({ salt, text }: Opening): string => `${text}\n\nSalt: ${salt}\n`;

/** The commitment to what was handed over; undefined when it has no salt. */
export function commitmentTo(handed: string): string | undefined {
  const found = /^([\s\S]*)\n\nSalt: (0x[0-9a-f]{64})\s*$/.exec(handed.replaceAll("\r\n", "\n"));
  return found ? commitmentOf({ text: found[1] ?? "", salt: found[2] as `0x${string}` }) : undefined;
}

/** As a file, on the person's own machine; `type` tells which program opens it. */
export function saveAsFile(name: string, text: string, type = "text/plain"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
