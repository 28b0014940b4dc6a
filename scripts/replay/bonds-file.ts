// A file of reference cash flows in ACTUS's form: contracts by identifier, each with its terms and the events that must come out.
import { readFileSync } from "node:fs";
import { Failure } from "../lib/failure.ts";
import { decimalOf, type Fraction, plain } from "./decimal.ts";

/** An event that is published: unix seconds, and what the owner of the contract receives. */
export type Published = { type: string; date: number; payoff: Fraction };
/** `terms` are texts without blanks around them; those that say nothing are left out. */
export type Contract = {
  id: string;
  terms: ReadonlyMap<string, string>;
  events: readonly Published[];
  /** Unix seconds, where the published events end before the contract does. */
  until?: number;
  /** What has to be observed while it runs: rates, or things that happened. */
  observes: boolean;
};

type Json = Record<string, unknown>;

export function readContracts(file: string): Map<string, Contract> {
  const json = parse(file);
  if (!isObject(json))
    throw new Failure(`${file} is no file of contracts: it must be an object of them by identifier.`);
  return new Map(Object.entries(json).map(([id, entry]) => [id, readContract(file, id, entry)]));
}

/** Unix seconds of an ISO date, with or without a time; the time is UTC. */
export function secondsOf(text: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?Z?$/.exec(text.trim());
  if (!found) return undefined;
  const [, day, time = "00:00", seconds = ":00"] = found;
  const at = Date.parse(`${day}T${time}${seconds}Z`);
  // JavaScript takes 30 February for 2 March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day ?? "") ? undefined : at / 1_000;
}

export function dateText(seconds: number): string {
  const text = new Date(seconds * 1_000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

function readContract(file: string, id: string, entry: unknown): Contract {
  const { terms, results, to, dataObserved, eventsObserved } = isObject(entry) ? entry : {};
  if (!isObject(terms)) throw new Failure(`${file}, ${id}: there are no terms.`);
  if (!Array.isArray(results) || results.length === 0) throw new Failure(`${file}, ${id}: there are no results.`);
  const until = typeof to === "string" && to.trim() !== "" ? secondsOf(to) : undefined;
  return {
    id,
    terms: new Map(
      Object.entries(terms)
        .map(([name, value]): [string, string] => [name, value === null ? "" : plain(value)])
        .filter(([, value]) => value !== ""),
    ),
    events: results.map((result: unknown) => readEvent(file, id, result)),
    ...(until !== undefined && { until }),
    observes: [dataObserved, eventsObserved].some((data) => isObject(data) && Object.keys(data).length > 0),
  };
}

function readEvent(file: string, id: string, result: unknown): Published {
  const { eventDate, eventType, payoff } = isObject(result) ? result : {};
  const date = secondsOf(String(eventDate));
  if (date === undefined) throw new Failure(`${file}, ${id}: "${eventDate}" under eventDate is not a date.`);
  const amount = decimalOf(payoff);
  if (!amount) throw new Failure(`${file}, ${id}: "${payoff}" under payoff is not a number.`);
  return { type: String(eventType).trim(), date, payoff: amount };
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} can not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${(error as Error).message}.`);
  }
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
