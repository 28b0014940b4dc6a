import type { ReactNode } from "react";

const TONES = {
  info: "bg-act-soft text-on-act-soft",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  wait: "bg-wait-soft text-wait",
} as const;

export function Note({ tone = "info", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return <div className={`small rounded-xl px-4 py-3 ${TONES[tone]}`}>{children}</div>;
}
