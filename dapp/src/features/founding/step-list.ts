// The steps of founding, in their order, and which of them asks for what.
import { t } from "../../../../books/say.ts";

export const STEPS = [
  { id: "template", label: t`Kind of co-op`, owns: [] },
  { id: "purpose", label: t`Name and purpose`, owns: ["name", "purpose"] },
  { id: "classes", label: t`Classes`, owns: ["classes", "rules.voting.weights"] },
  { id: "members", label: t`Founders`, owns: ["founders", "officers", "offices", "membership"] },
  { id: "decisions", label: t`Decisions`, owns: ["rules"] },
  { id: "money", label: t`Money`, owns: ["settlementToken", "body", "shares", "market", "surplus", "haltLimit"] },
  { id: "check", label: t`Check and sign`, owns: [] },
] as const;

export type StepId = (typeof STEPS)[number]["id"];

export const stepNamed = (name: unknown): StepId => STEPS.find(({ id }) => id === name)?.id ?? "template";

/** The step in which a place of the charter is written. */
export function stepOf(path: string): StepId {
  const within = (owned: string) => path === owned || path.startsWith(`${owned}.`);
  return STEPS.find(({ owns }) => owns.some(within))?.id ?? "check";
}

export const nextStep = (id: StepId): StepId | undefined => STEPS[STEPS.findIndex((one) => one.id === id) + 1]?.id;
export const stepBefore = (id: StepId): StepId | undefined => STEPS[STEPS.findIndex((one) => one.id === id) - 1]?.id;
export const labelOf = (id: StepId): string => STEPS.find((one) => one.id === id)?.label ?? "";
