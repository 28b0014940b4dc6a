// Figures of a form that have bounds: how they are written, read and refused.
import { rateOf, type Written } from "./written.ts";

/** `one` is what the contract counts a written unit as; `says` is the sentence for what is out of bounds. */
export type Figure = { one: number; least: number; most: number; says: string };
export type Figures<Name extends keyof Written> = Record<Name, Figure>;

/** Figures as they hold now, as they are written in a form. */
export function figuresWritten<Name extends keyof Written>(
  figures: Figures<Name>,
  now: Readonly<Record<NoInfer<Name>, number>>,
): Partial<Written> {
  const written = namesOf(figures).map((name) => [
    name,
    String(Math.round((now[name] / figures[name].one) * 100) / 100),
  ]);
  return Object.fromEntries(written);
}

/** What is wrong, by name. */
export function mistakesOf<Name extends keyof Written>(figures: Figures<Name>, written: Written) {
  const wrong = namesOf(figures).filter((name) => figureOf(figures[name], String(written[name])) === undefined);
  return Object.fromEntries(wrong.map((name) => [name, figures[name].says])) as Partial<Record<Name, string>>;
}

/** What was written, as the contract counts it; undefined while something is wrong. */
export function figuresIn<Name extends keyof Written>(
  figures: Figures<Name>,
  written: Written,
): Record<Name, number> | undefined {
  const read = namesOf(figures).map((name) => [name, figureOf(figures[name], String(written[name]))] as const);
  if (read.some(([, figure]) => figure === undefined)) return undefined;
  return Object.fromEntries(read) as Record<Name, number>;
}

export const namesOf = <Name extends string>(figures: Record<Name, Figure>): Name[] => Object.keys(figures) as Name[];

function figureOf({ one, least, most }: Figure, text: string): number | undefined {
  const hundredths = rateOf(text);
  if (hundredths === undefined || hundredths < least * 100 || hundredths > most * 100) return undefined;
  const counted = (hundredths * one) / 100;
  return Number.isInteger(counted) ? counted : undefined;
}
