// What the calls of a resolution would do now, asked of the node alone. Nothing is signed and nothing sent.
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

/** Throws when nobody answers; a node that can do little is asked for less. */
export async function rehearse(client: Client, script: Script): Promise<Rehearsal> {
  for (const way of [recorded, onStage]) {
    try {
      return await way(client, script);
    } catch (error) {
      if (isSilence(error)) throw error;
    }
  }
  return alone(client, script);
}

const hexOf = (value: bigint): Hex => `0x${value.toString(16)}`;
const ask = (client: Client, method: string, params: unknown[]): Promise<unknown> =>
  client.request({ method: method as never, params: params as never });

/** The node plays the calls as a block of their own and tells what each would record. */
async function recorded(client: Client, { assembly, calls, questions, block }: Script): Promise<Rehearsal> {
  const all = [...questions, ...calls, ...questions].map(({ target, value, data }) => ({
    ...{ from: assembly, to: target, value: hexOf(value), data },
  }));
  const played = await ask(client, "eth_simulateV1", [{ blockStateCalls: [{ calls: all }] }, hexOf(block)]);
  const told = (played as { calls: Played[] }[])[0]?.calls ?? [];
  if (told.length !== all.length) throw new Error("The node left calls out.");
  const answers = told.map(({ status, returnData, error }) => {
    const well = BigInt(status) === 1n;
    return { well, data: (!well && error?.data) || returnData };
  });
  const own = told.slice(questions.length, questions.length + calls.length);
  return cut(
    answers,
    questions.length,
    calls.length,
    own.flatMap(({ logs }) => logs),
  );
}
type Played = { status: Hex; returnData: Hex; logs: RawLog[]; error?: { data?: Hex } };

/** The Assembly's code is another for one call (a state override). */
async function onStage(client: Client, { assembly, calls, questions, block }: Script): Promise<Rehearsal> {
  const code = (await ask(client, "eth_getCode", [assembly, hexOf(block)])) as Hex;
  const stage = stageOf(assembly, code);
  if (!stage) throw new Error("The Assembly is no clone.");
  const all = [...questions, ...calls, ...questions];
  const data = await ask(client, "eth_call", [{ to: assembly, data: written(all) }, hexOf(block), stage]);
  return cut(answersIn(data as Hex, all.length), questions.length, calls.length);
}

function cut(all: readonly Answer[], questions: number, calls: number, logs?: RawLog[]): Rehearsal {
  const [before, answers] = [all.slice(0, questions), all.slice(questions, questions + calls)];
  const refused = answers.findIndex(({ well }) => !well);
  if (refused >= 0) return { together: true, answers: answers.slice(0, refused + 1) };
  return { together: true, answers, before, after: all.slice(questions + calls), ...(logs && { logs }) };
}

async function alone(client: Client, { assembly, calls, block }: Script): Promise<Rehearsal> {
  const answers = await Promise.all(
    calls.map(async ({ target, value, data }): Promise<Answer> => {
      try {
        const call = { from: assembly, to: target, value: hexOf(value), data };
        return { well: true, data: (await ask(client, "eth_call", [call, hexOf(block)])) as Hex };
      } catch (error) {
        const said = refusalIn(error);
        if (said === undefined) throw error;
        return { well: false, data: said };
      }
    }),
  );
  const refused = answers.findIndex(({ well }) => !well);
  return { together: false, answers: refused < 0 ? answers : answers.slice(0, refused + 1) };
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
