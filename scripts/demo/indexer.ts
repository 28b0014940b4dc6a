// The indexer of one run of the demo chain: its rows are in a folder of this run and go with it.
import { join } from "node:path";
import type { Address } from "viem";
import { startIndexer } from "../../indexer/supervisor/indexer.ts";
import { repositoryRoot } from "../lib/files.ts";
import { openOwnedFolder } from "../lib/owned-folder.ts";

export type DemoIndexer = { url: string; port: number; ready(): Promise<void>; stop(): Promise<void> };

export async function startDemoIndexer(
  instance: string,
  of: { rpc: string; directory: Address; port: number; pageUrl: string },
  root = join(repositoryRoot, ".local", "indexer-demo"),
): Promise<DemoIndexer> {
  const folder = openOwnedFolder(root, instance);
  try {
    const indexer = await startIndexer({ ...of, root: folder.path, isTemporary: true });
    return {
      ...indexer,
      stop: async () => {
        await indexer.stop();
        folder.delete();
      },
    };
  } catch (error) {
    folder.delete();
    throw error;
  }
}
