// How a relay behaves. Everything has a default that suits a public chain; the environment may say otherwise.

export type Settings = {
  /** Seconds before the close at which everything that waits is posted. */
  margin: number;
  /** So long a ballot waits at most, in seconds of the chain, also when the close is far away. */
  hold: number;
  /** So many ballots of one vote are posted without waiting. */
  full: number;
  /** A transaction is done when so many blocks stand on its block, itself included. */
  depth: number;
  /** Milliseconds between two looks at the chain. */
  tick: number;
  /** Seconds after which a transaction that is not mined is sent again for a higher fee. */
  patience: number;
  /** Wei per unit of gas that are paid at most, and at most when the close is near. */
  maxFee: bigint;
  urgentFee: bigint;
  /** Requests that one address may make a second, and in one go. */
  rate: number;
  burst: number;
  /** Ballots that wait for an answer at most. */
  crowd: number;
  /** Whether a proxy in front says who asks (X-Forwarded-For). */
  trustProxy: boolean;
};

const GWEI = 10n ** 9n;

export const DEFAULTS: Settings = {
  margin: 3_600,
  hold: 12 * 3_600,
  full: 400,
  depth: 12,
  tick: 4_000,
  patience: 60,
  maxFee: 50n * GWEI,
  urgentFee: 300n * GWEI,
  rate: 20,
  burst: 100,
  crowd: 5_000,
  trustProxy: false,
};

/** RELAY_MARGIN=1800 and so on; fees in whole gwei. Anything that is not a whole number is named. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const number = (name: string, otherwise: number): number => {
    const text = environment[name];
    if (text === undefined || text === "") return otherwise;
    if (!/^\d{1,12}$/.test(text)) throw new Error(`${name} needs a whole number and is "${text}".`);
    return Number(text);
  };
  const gwei = (name: string, otherwise: bigint): bigint => BigInt(number(name, Number(otherwise / GWEI))) * GWEI;
  return {
    margin: number("RELAY_MARGIN", DEFAULTS.margin),
    hold: number("RELAY_HOLD", DEFAULTS.hold),
    full: number("RELAY_FULL", DEFAULTS.full),
    depth: Math.max(1, number("RELAY_DEPTH", DEFAULTS.depth)),
    tick: Math.max(50, number("RELAY_TICK", DEFAULTS.tick)),
    patience: number("RELAY_PATIENCE", DEFAULTS.patience),
    maxFee: gwei("RELAY_MAX_FEE", DEFAULTS.maxFee),
    urgentFee: gwei("RELAY_URGENT_FEE", DEFAULTS.urgentFee),
    rate: number("RELAY_RATE", DEFAULTS.rate),
    burst: number("RELAY_BURST", DEFAULTS.burst),
    crowd: number("RELAY_CROWD", DEFAULTS.crowd),
    trustProxy: environment.RELAY_TRUST_PROXY === "1",
  };
}
