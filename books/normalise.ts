// Turns what a decoder gives for an event into the arguments of a BookEvent. The ABI says what each value is, so it makes
// no difference whether the decoder gives numbers or bigints, objects or lists with names.

export type AbiParameter = { name?: string; type: string; components?: readonly AbiParameter[] };

/** Whole numbers up to this many bits are numbers. */
const NUMBER_BITS = 48;

/** The arguments by name, from the values in the order of the ABI. */
export function argsFrom(inputs: readonly AbiParameter[], values: ArrayLike<unknown>): Record<string, unknown> {
  return Object.fromEntries(inputs.map((input, i) => [input.name || String(i), normalise(input, values[i])]));
}

function normalise(input: AbiParameter, value: unknown): unknown {
  if (input.type.endsWith("]")) {
    const item = { ...input, type: input.type.slice(0, input.type.lastIndexOf("[")) };
    return Array.from(value as ArrayLike<unknown>, (entry) => normalise(item, entry));
  }
  if (input.type === "tuple") return normaliseTuple(input.components ?? [], value);
  const bits = /^u?int(\d*)$/.exec(input.type)?.[1];
  if (bits === undefined) return value;
  const whole = BigInt(value as bigint | number);
  return Number(bits || 256) <= NUMBER_BITS ? Number(whole) : whole;
}

/** A struct comes as an object with names, or as a list in the order of its components. */
function normaliseTuple(components: readonly AbiParameter[], value: unknown): Record<string, unknown> {
  const list = Array.isArray(value)
    ? value
    : components.map(({ name }, i) => (value as Record<string, unknown>)[name || String(i)]);
  return argsFrom(components, list);
}
