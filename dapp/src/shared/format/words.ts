import { t } from "../../../../books/say.ts";

export { inWords, plural } from "../../../../books/words.ts";

/** "Drivers" -> "driver": one member of a class, where the name is a plain English plural. */
export function memberOfClass(name: string): string {
  if (name.length < 3 || name === name.toUpperCase()) return name;
  const one = /[^s]s$/.test(name) ? name.slice(0, -1) : name;
  return one.charAt(0).toLowerCase() + one.slice(1);
}

/** Behind the name of somebody whose membership has ended. */
export const ENDED: Record<string, string | undefined> = { left: t`, has left`, expelled: t`, was expelled` };
