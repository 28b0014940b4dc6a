// The documents of one run of the demo chain: a new run begins with none, and what a killed one left is deleted.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NetworkConnection } from "hardhat/types/network";
import type { Hex } from "viem";
import type { Envelope } from "../../documents/envelope/envelope.ts";
import type { Place } from "../../documents/envelope/place.ts";
import { documentHandler, type Handler } from "../../documents/service/handler.ts";
import { Store } from "../../documents/service/store.ts";
import { repositoryRoot } from "../lib/files.ts";
import { spent } from "./budgets.ts";
import { jobDocuments, shown } from "./job-documents.ts";
import { TREASURER } from "./people.ts";
import { running } from "./proposals/running.ts";
import type { World } from "./world.ts";

export type ToldDocument = { hash: Hex; envelope: Envelope };
export type DemoDocuments = { handler: Handler; folder: string; delete(): void };

/** The documents whose hashes the story has filed. */
export async function documentsOf(connection: NetworkConnection, world: World, place: Place): Promise<ToldDocument[]> {
  const heard = running.flatMap(({ act, statement }) =>
    act.does === "expel" && statement ? [shown(world, act.who, statement.words)] : [],
  );
  const bought = spent.map(({ memo }) => shown(world, TREASURER, memo));
  return [...heard, ...bought, ...(await jobDocuments(connection, world, place))];
}

/** Names the process whose documents are in the folder. */
const OWNER = "process";

export function openDemoDocuments(
  instance: string,
  place: Place,
  told: readonly ToldDocument[] = [],
  root = join(repositoryRoot, ".local", "documents"),
): DemoDocuments {
  mkdirSync(root, { recursive: true });
  deleteForsaken(root);
  const folder = join(root, instance);
  mkdirSync(folder);
  writeFileSync(join(folder, OWNER), String(process.pid));
  const store = new Store(folder);
  for (const { hash, envelope } of told) store.keep(hash, envelope, 0);
  return {
    handler: documentHandler(store, place),
    folder,
    delete: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Two demos may run side by side: only folders whose process has ended go. */
function deleteForsaken(root: string): void {
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    if (!isAlive(ownerOf(folder))) rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, OWNER), "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(process_: number): boolean {
  if (!(process_ > 0) || process_ === process.pid) return process_ === process.pid;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
