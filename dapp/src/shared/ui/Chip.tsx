import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

const TONES: Record<Tone, string> = {
  active: "bg-act text-on-act",
  coming: "bg-wait-soft text-wait",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  quiet: "bg-sunken text-muted",
};

export function Chip({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip ${TONES[tone]}`}>{children}</span>;
}
