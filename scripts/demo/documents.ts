// The documents of one run of the demo chain: a new run begins with none, and what a killed one left is deleted.
import { join } from "node:path";
import type { NetworkConnection } from "hardhat/types/network";
import type { Hex } from "viem";
import type { Envelope } from "../../documents/envelope/envelope.ts";
import type { Place } from "../../documents/envelope/place.ts";
import { documentHandler, type Handler } from "../../documents/service/handler.ts";
import { Store } from "../../documents/service/store.ts";
import { repositoryRoot } from "../lib/files.ts";
import { openOwnedFolder } from "../lib/owned-folder.ts";
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

export function openDemoDocuments(
  instance: string,
  place: Place,
  told: readonly ToldDocument[] = [],
  root = join(repositoryRoot, ".local", "documents"),
): DemoDocuments {
  const { path: folder, delete: remove } = openOwnedFolder(root, instance);
  const store = new Store(folder);
  for (const { hash, envelope } of told) store.keep(hash, envelope, 0);
  return {
    handler: documentHandler(store, place),
    folder,
    delete: remove,
  };
}
