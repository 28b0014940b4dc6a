// People whose account the page may speak for. Empty except where a chain of one's own provides them.
import type { Person } from "../config/coopFile.ts";

export type People = {
  list: readonly Person[];
  /** Speak as this person from now on. */
  choose: (key: string) => void;
  /** Which wallet stands for them. */
  walletId: string;
};

let people: People | undefined;

export const providePeople = (provided: People): void => {
  people = provided;
};

export const getPeople = (): People | undefined => people;
