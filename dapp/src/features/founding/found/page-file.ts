// coop.json for a page of the co-op's own: what shared/config/coopFile.ts reads.
import type { PageFile } from "../../../shared/config/coopFile.ts";
import type { Stands } from "../draft/draft.ts";

export function pageFileOf(page: PageFile, { directory, name, block }: Stands): string {
  const { chainId, rpcUrl, explorer, local, factory, tokens } = page;
  const file = { chainId, rpcUrl, directory, fromBlock: block, name, local, explorer, factory, tokens };
  return `${JSON.stringify(file, null, 2)}\n`;
}
