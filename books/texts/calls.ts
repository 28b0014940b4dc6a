// What the calls of a resolution say, read from the calls themselves and from nothing that somebody wrote about them.
import { PLACE } from "../apply/founding.ts";
import type { Token } from "../books.ts";
import type { Address, Hex } from "../event.ts";
import { fundName } from "../fund-names.ts";
import type { Content, Coop } from "../model.ts";
import { officeName } from "../offices.ts";
import { knownCall, type Meaning, type Parameter } from "./call-table.ts";
import { momentOf } from "./moment.ts";
import { moneyOf } from "./money.ts";
import { memberBehind } from "./people.ts";

/** A call as we read it; `name` and `says` are left out where we can not. */
export type SaidCall = { target: Address; data: Hex; name?: string; says?: readonly { name: string; value: string }[] };

/** At what moment people are named, and what amounts are counted in. */
export type SaidIn = { at: number; token?: Token | undefined };

/** Digits of "0x" and a selector, and of one argument. */
const HEAD = 10;
const WORD = 64;

export function callsOf(coop: Coop, content: Pick<Content, "targets" | "calldatas">, said: SaidIn): SaidCall[] {
  return content.targets.map((target, i) => {
    const data = content.calldatas[i] ?? "0x";
    const place = placeEver(coop, target);
    const call = knownCall(place, data.slice(0, HEAD).toLowerCase());
    if (!call) return { target, data };
    const name = `${moduleName(place)}.${call.name}`;
    const words = wordsOf(data);
    const { parameters } = call;
    if (!parameters || words?.length !== parameters.length) return { target, data, name };
    return { target, data, name, says: parameters.flatMap((_, at) => saidOf(coop, at, words, parameters, said)) };
  });
}

/** The place at which a module stands or once stood; 0 for another account. */
function placeEver({ directory, placements }: Coop, target: string): number {
  const address = target.toLowerCase();
  if (directory?.toLowerCase() === address) return PLACE.directory;
  return placements.findLast(({ module }) => module.toLowerCase() === address)?.place ?? 0;
}

const moduleName = (place: number): string =>
  Object.entries(PLACE).find(([, number]) => number === place)?.[0] ?? `place ${place}`;

/** The arguments, a word each; undefined where they do not fill words. */
function wordsOf(data: Hex): bigint[] | undefined {
  const digits = data.slice(HEAD);
  if (digits.length % WORD !== 0) return undefined;
  return (digits.match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`));
}

/** Nothing where it is about a class that there is not. */
function saidOf(
  coop: Coop,
  index: number,
  words: readonly bigint[],
  parameters: readonly Parameter[],
  { at, token }: SaidIn,
): { name: string; value: string }[] {
  const [parameter = "", meaning = "number"] = parameters[index] ?? [];
  const word = words[index] ?? 0n;
  const ofClass = WEIGHT.exec(parameter)?.[1];
  const className = coop.classes[Number(ofClass)]?.name;
  if (ofClass !== undefined && className === undefined) return [];
  const name = className === undefined ? parameter : `weight of ${className}`;
  if (meaning !== "amount") return [{ name, value: wordsFor(coop, meaning, word, at, token) }];
  const asset = words[parameters.findIndex(([, one]) => one === "asset")];
  const known = token && asset !== undefined && addressIn(asset) === token.address.toLowerCase();
  return [{ name, value: moneyOf(word, known ? token : undefined) }];
}

/** The weight of a class, by its number, in the rules. */
const WEIGHT = /^weights\.(\d)$/;

function wordsFor(coop: Coop, meaning: Meaning, word: bigint, at: number, token: Token | undefined): string {
  switch (meaning) {
    case "account": {
      const member = memberBehind(coop, addressIn(word), at);
      return member ? `member ${member.id} (${addressIn(word)})` : addressIn(word);
    }
    case "asset":
      return token?.address.toLowerCase() === addressIn(word)
        ? `${token.symbol} (${addressIn(word)})`
        : addressIn(word);
    case "money":
      return moneyOf(word, token);
    case "fund":
      return fundName(Number(word));
    case "role":
      return officeName(Number(word));
    case "class":
      return coop.classes[Number(word)]?.name ?? `class ${word}`;
    case "member":
      return word === 0n ? "nobody" : `member ${word}`;
    case "share":
      return `${Number(word) / 100} %`;
    case "seconds":
      return word % DAY === 0n ? `${word / DAY} days` : `${word} seconds`;
    case "moment":
      return word === 0n ? "none" : momentOf(Number(word));
    case "yes":
      return word === 0n ? "no" : "yes";
    case "hash":
      return `0x${word.toString(16).padStart(WORD, "0")}`;
    default:
      return String(word);
  }
}

const DAY = 86_400n;

const addressIn = (word: bigint): string => `0x${word.toString(16).padStart(WORD, "0").slice(-40)}`;
