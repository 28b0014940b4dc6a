// The root of the tree under which a block's header keeps a list: Ethereum's Merkle Patricia trie, whose keys are the positions.
import { encodeRlp, keccak256, type RlpStructuredDataish, toBeArray } from "ethers";

type Item = { path: readonly number[]; value: Uint8Array };

/** As a header has it for a list of encoded transactions or receipts. */
export function orderedRoot(values: readonly Uint8Array[]): string {
  const items = values.map((value, i) => ({ path: nibblesOf(encodeRlp(toBeArray(i))), value }));
  return keccak256(encodeRlp(items.length === 0 ? "0x" : nodeOf(items, 0)));
}

/** The node above items that share their path up to `depth`. No position's key begins with another's. */
function nodeOf(items: readonly Item[], depth: number): RlpStructuredDataish {
  const [first] = items as readonly [Item, ...Item[]];
  if (items.length === 1) return [compact(first.path.slice(depth), true), first.value];
  const shared = sharedBy(items, first.path, depth);
  if (shared > depth) return [compact(first.path.slice(depth, shared), false), placed(nodeOf(items, shared))];
  const branches = Map.groupBy(items, ({ path }) => path[depth]);
  const children = Array.from({ length: 16 }, (_, nibble) => {
    const below = branches.get(nibble);
    return below ? placed(nodeOf(below, depth + 1)) : "0x";
  });
  return [...children, "0x"];
}

function sharedBy(items: readonly Item[], path: readonly number[], depth: number): number {
  let shared = depth;
  while (items.every((item) => item.path[shared] === path[shared])) shared += 1;
  return shared;
}

/** A node stands in its parent by its hash, unless it is shorter. */
function placed(node: RlpStructuredDataish): RlpStructuredDataish {
  const encoded = encodeRlp(node);
  return encoded.length < 2 + 2 * 32 ? node : keccak256(encoded);
}

/** Half bytes as bytes; the first says whether the path ends here and whether it is odd. */
function compact(path: readonly number[], ends: boolean): string {
  const flag = ends ? 2 : 0;
  const nibbles = path.length % 2 === 1 ? [flag + 1, ...path] : [flag, 0, ...path];
  return `0x${nibbles.map((nibble) => nibble.toString(16)).join("")}`;
}

const nibblesOf = (hex: string): number[] => Array.from(hex.slice(2), (digit) => Number.parseInt(digit, 16));
