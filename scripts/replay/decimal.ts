// Exact fractions: published decimals are read, compared and shown without floating point.

export type Fraction = { numerator: bigint; denominator: bigint };

/** Published amounts have so many digits, the last one rounded. */
const DIGITS = 15;

/** JavaScript's own digits after the fifteenth are noise: 0.018000000000000002 is 0.018. */
export const plain = (value: unknown): string =>
  String(typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value).trim();

/** A number as JSON has it, or a text of one, blanks around it included. */
export function decimalOf(value: unknown): Fraction | undefined {
  const text = plain(value);
  const found = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found ?? [];
  if (!found || whole + fraction === "") return undefined;
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return places > 0 ? fractionOf(digits, 10n ** BigInt(places)) : fractionOf(digits * 10n ** BigInt(-places), 1n);
}

export const fractionOf = (numerator: bigint, denominator = 1n): Fraction => ({ numerator, denominator });

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fractionOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const times = (a: Fraction, factor: bigint): Fraction => fractionOf(a.numerator * factor, a.denominator);

export const isZero = ({ numerator }: Fraction): boolean => numerator === 0n;

/** The number if it is a whole one. */
export function wholeOf({ numerator, denominator }: Fraction): bigint | undefined {
  return numerator % denominator === 0n ? numerator / denominator : undefined;
}

/** Whether a published decimal is the exact amount to its fifteenth digit: less than one unit of that digit away. */
export function agrees(published: Fraction, exact: Fraction): boolean {
  const apart = absolute(plus(published, times(exact, -1n)));
  if (isZero(apart)) return true;
  if (isZero(exact)) return false;
  const place = DIGITS - lengthOf(exact);
  return place >= 0
    ? apart.numerator * 10n ** BigInt(place) < apart.denominator
    : apart.numerator < apart.denominator * 10n ** BigInt(-place);
}

/** To fifteen digits, rounded, without zeros at the end. */
export function shown(exact: Fraction): string {
  if (isZero(exact)) return "0";
  const places = Math.max(0, DIGITS - lengthOf(exact));
  const { numerator, denominator } = absolute(exact);
  const scale = 10n ** BigInt(places);
  const rounded = (numerator * scale * 2n + denominator) / (denominator * 2n);
  const digits = rounded.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  const sign = exact.numerator < 0n ? "-" : "";
  return `${sign}${whole}${fraction && `.${fraction}`}`;
}

/** Digits before the point; zero and below for numbers under a tenth. */
function lengthOf(number: Fraction): number {
  const { numerator, denominator } = absolute(number);
  let length = (numerator / denominator).toString().length;
  if (numerator >= denominator) return length;
  length = 0;
  for (let scaled = numerator * 10n; scaled < denominator; scaled *= 10n) length -= 1;
  return length;
}

/** Denominators are positive everywhere here. */
const absolute = ({ numerator, denominator }: Fraction): Fraction =>
  fractionOf(numerator < 0n ? -numerator : numerator, denominator);
