// What an act can be doing. Kept outside React, by the act's key, so that leaving a page loses nothing.

import type { Hex } from "viem";
import { t } from "../../../../books/say.ts";
import type { Sentence } from "../errors.ts";

export type ActState =
  | { step: "idle" }
  | { step: "checking" }
  | { step: "switching" }
  /** The wallet is asked for leave to take a sum, before the act itself. */
  | { step: "signing" }
  | { step: "wallet" }
  | { step: "sent" }
  /** Sent long ago and not recorded yet: nothing spins for ever. */
  | { step: "slow" }
  | { step: "done"; hash?: Hex }
  | { step: "declined" }
  /** `calm`: by the person's own wish, so nothing to be alarmed about. */
  | { step: "failed"; sentence: Sentence; calm?: true };

export const IDLE: ActState = { step: "idle" };

export const isBusy = ({ step }: ActState): boolean =>
  step === "checking" || step === "switching" || step === "signing" || step === "wallet" || step === "sent";

export class ActStore {
  private readonly states = new Map<string, ActState>();
  private readonly listeners = new Set<() => void>();
  /** The latest message, for the page's live region. */
  private latest = "";

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(key: string): ActState {
    return this.states.get(key) ?? IDLE;
  }

  readonly announcement = (): string => this.latest;

  set(key: string, state: ActState): void {
    this.states.set(key, state);
    this.latest = wordsOf(state);
    for (const listener of this.listeners) listener();
  }
}

/** Each step in the words that people read and hear. */
export function wordsOf(state: ActState): string {
  switch (state.step) {
    case "idle":
      return "";
    case "checking":
      return t`Checking`;
    case "switching":
      return t`Waiting for your wallet to change networks`;
    case "signing":
      return t`Waiting for your wallet to allow the sum`;
    case "wallet":
      return t`Waiting for your wallet`;
    case "sent":
      return t`Sent, being recorded`;
    case "slow":
      return t`Sent, but not recorded yet. It may still be; nothing is lost.`;
    case "done":
      return t`Done`;
    case "declined":
      return t`You declined in your wallet. Nothing was sent.`;
    case "failed":
      return `${state.sentence.what} ${state.sentence.next}`;
  }
}
