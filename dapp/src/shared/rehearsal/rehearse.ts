// What calls would do now, those of a resolution or of an act, asked of the node alone. Nothing is signed and nothing sent.
import type { Address, Client, Hex } from "viem";
import { failureOf } from "../chain/node-failure.ts";
import { type Answer, answersIn, type Call, stageOf, written } from "./code.ts";

export type RawLog = { address: Address; topics: Hex[]; data: Hex };
export type Rehearsal = {
  /** In their order, each on top of the one before; or each alone, where the node can do no more. */
  together: boolean;
  /** One a call, up to the first that is refused: a resolution is carried out whole or not at all. */
  answers: Answer[];
  /** What was asked before and after: only where they were tried together. */
  before?: Answer[];
  after?: Answer[];
  /** What would be recorded: only of nodes that tell it. */
  logs?: RawLog[];
};
export type Script = { assembly: Address; calls: readonly Call[]; questions: readonly Call[]; block: bigint };

/** Calls of an account in their order, at the newest block unless one is named. */
export type Play = { from: Address; calls: readonly Call[]; block?: bigint };
/** One answer a call, each on top of those before that went well; and what each would record, where the node tells it. */
export type Played = { answers: Answer[]; logs?: RawLog[][] };

/** Throws when nobody answers; a node that can do little is asked for less. */
export async function rehearse(client: Client, { assembly, calls, questions, block }: Script): Promise<Rehearsal> {
  const played = await playTogether(client, { from: assembly, calls: [...questions, ...calls, ...questions], block });
  if (played) return cut(played, questions.length, calls.length);
  const answers = await alone(client, { from: assembly, calls, block });
  const refused = answers.findIndex(({ well }) => !well);
  return { together: false, answers: refused < 0 ? answers : answers.slice(0, refused + 1) };
}

/** Undefined where the node can not try them together; throws when nobody answers. */
export async function playTogether(client: Client, play: Play): Promise<Played | undefined> {
  for (const way of [recorded, onStage]) {
    try {
      return await way(client, play);
    } catch (error) {
      if (isSilence(error)) throw error;
    }
  }
  return undefined;
}

const hexOf = (value: bigint): Hex => `0x${value.toString(16)}`;
const tagOf = (block: bigint | undefined): Hex | "latest" => (block === undefined ? "latest" : hexOf(block));
const ask = (client: Client, method: string, params: unknown[]): Promise<unknown> =>
  client.request({ method: method as never, params: params as never });

/** The node plays the calls as a block of their own and tells what each would record. */
async function recorded(client: Client, { from, calls, block }: Play): Promise<Played> {
  const all = calls.map(({ target, value, data }) => ({ from, to: target, value: hexOf(value), data }));
  const answer = await ask(client, "eth_simulateV1", [{ blockStateCalls: [{ calls: all }] }, tagOf(block)]);
  const told = (answer as { calls: Told[] }[])[0]?.calls ?? [];
  if (told.length !== all.length) throw new Error("The node left calls out.");
  const answers = told.map(({ status, returnData, error }) => {
    const well = BigInt(status) === 1n;
    return { well, data: (!well && error?.data) || returnData };
  });
  return { answers, logs: told.map(({ logs }) => logs) };
}
type Told = { status: Hex; returnData: Hex; logs: RawLog[]; error?: { data?: Hex } };

/** The account's code is another for one call (a state override). */
async function onStage(client: Client, { from, calls, block }: Play): Promise<Played> {
  const code = (await ask(client, "eth_getCode", [from, tagOf(block)])) as Hex;
  const data = await ask(client, "eth_call", [{ to: from, data: written(calls) }, tagOf(block), stageOf(from, code)]);
  return { answers: answersIn(data as Hex, calls.length) };
}

function cut({ answers: all, logs }: Played, questions: number, calls: number): Rehearsal {
  const [before, answers] = [all.slice(0, questions), all.slice(questions, questions + calls)];
  const refused = answers.findIndex(({ well }) => !well);
  if (refused >= 0) return { together: true, answers: answers.slice(0, refused + 1) };
  const own = logs?.slice(questions, questions + calls).flat();
  return { together: true, answers, before, after: all.slice(questions + calls), ...(own && { logs: own }) };
}

/** Each as if nothing came before it. */
export function alone(client: Client, { from, calls, block }: Play): Promise<Answer[]> {
  return Promise.all(
    calls.map(async ({ target, value, data }): Promise<Answer> => {
      try {
        const call = { from, to: target, value: hexOf(value), data };
        return { well: true, data: (await ask(client, "eth_call", [call, tagOf(block)])) as Hex };
      } catch (error) {
        const said = refusalIn(error);
        if (said === undefined) throw error;
        return { well: false, data: said };
      }
    }),
  );
}

type Part = { data?: unknown; cause?: unknown; message?: string; code?: number };

/** What a contract refused with; undefined when it was not a contract that refused. */
function refusalIn(error: unknown): Hex | undefined {
  let refused = false;
  for (let part = error as Part | undefined, i = 0; part && i < 9; part = part.cause as Part | undefined, i++) {
    const { data } = part;
    const hex = typeof data === "object" && data !== null ? (data as { data?: unknown }).data : data;
    if (typeof hex === "string" && /^0x([0-9a-f]{2})*$/i.test(hex)) return hex as Hex;
    refused ||= part.code === 3 || /revert/i.test(part.message ?? "");
  }
  return refused ? "0x" : undefined;
}

/** Nobody answered, or only to say that they are busy: asking for less does not help. */
function isSilence(error: unknown): boolean {
  const names: string[] = [];
  for (let part = error as { name?: string; cause?: unknown }, i = 0; part && i < 9; part = part.cause as never, i++)
    names.push(part.name ?? "");
  if (names.includes("TimeoutError")) return true;
  return names.includes("HttpRequestError") && failureOf(error).status === undefined;
}
