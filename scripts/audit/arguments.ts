// The command line of the audit, and of the books, which are read as the audit reads them.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Address } from "../../books/event.ts";
import { AuditProblem, causeOf } from "./problem.ts";

export const USAGE = "npm run audit -- --rpc URL --coop ADDRESS [--block N] [--out DIR] [--receipts | --no-receipts]";

export type AuditArguments = { rpc: string; coop: Address; block?: number; out?: string; receipts?: boolean };

/** Throws an AuditProblem that names the argument at fault. */
export function readArguments(list: readonly string[], usage = USAGE): AuditArguments {
  const { rpc, coop, block, out, receipts } = parse(list, usage);
  if (!rpc || !coop) throw new AuditProblem(`This needs an RPC and a co-op: ${usage}`);
  if (!/^https?:\/\/./.test(rpc)) throw new AuditProblem(`--rpc ${rpc} is not an http address: ${usage}`);
  if (!/^0x[0-9a-fA-F]{40}$/.test(coop)) throw new AuditProblem(`--coop ${coop} is not an address: ${usage}`);
  if (block !== undefined && !/^\d{1,15}$/.test(block)) {
    throw new AuditProblem(`--block ${block} is not a block number: ${usage}`);
  }
  return {
    rpc,
    coop: coop as Address,
    ...(block !== undefined && { block: Number(block) }),
    // Relative to where the command was given, not to the repository.
    ...(out !== undefined && { out: resolve(process.env.INIT_CWD ?? process.cwd(), out) }),
    ...(receipts !== undefined && { receipts }),
  };
}

type Values = { rpc?: string; coop?: string; block?: string; out?: string; receipts?: boolean };

function parse(list: readonly string[], usage: string): Values {
  const option = { type: "string" } as const;
  const options = { rpc: option, coop: option, block: option, out: option, receipts: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...list], options, allowNegative: true }).values;
  } catch (error) {
    throw new AuditProblem(`${causeOf(error)} ${usage}`);
  }
}
