// Whether the code on a chain is what this repository compiles to: everything but the addresses that deployment puts in.
import type { Address, Hex, PublicClient } from "viem";
import { type Artifact, isDeployable, readArtifacts } from "../lib/artifacts.ts";
import { repositoryRoot } from "../lib/files.ts";

type Span = { start: number; length: number };
type Compiled = Artifact & {
  deployedLinkReferences: Record<string, Record<string, Span[]>>;
  immutableReferences: Record<string, Span[]>;
};
type Known = { name: string; code: string; links: { name: string; span: Span }[]; immutables: Span[] };

/** A library's code begins with its own address, which stands in no list of the compiler. */
const LIBRARY_START = `73${"00".repeat(20)}`;
const OWN_ADDRESS: Span = { start: 1, length: 20 };

/** What a clone is made of (EIP-1167): its target, then the bytes that only it has. */
const CLONE = /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3([0-9a-f]*)$/;

export class CodeBook {
  private readonly client: PublicClient;
  private readonly known = readArtifacts(repositoryRoot)
    .filter(isDeployable)
    .map((one) => knownOf(one as Compiled));
  private readonly found = new Map<string, Promise<string | undefined>>();

  constructor(client: PublicClient) {
    this.client = client;
  }

  /** The contract whose code stands there, if every library and contract that it leads to is ours too. */
  nameAt(address: Address): Promise<string | undefined> {
    const key = address.toLowerCase();
    const name = this.found.get(key) ?? this.identify(address);
    this.found.set(key, name);
    return name;
  }

  /** How many contracts have been looked at. */
  get looked(): number {
    return this.found.size;
  }

  private async identify(address: Address): Promise<string | undefined> {
    const code = (await this.codeAt(address)).slice(2);
    for (const one of this.known) {
      if (one.code.length !== code.length || !isSame(one, code)) continue;
      if (await this.leadsHome(one, code)) return one.name;
    }
    return undefined;
  }

  private async leadsHome({ links, immutables }: Known, code: string): Promise<boolean> {
    for (const { name, span } of links) {
      if ((await this.nameAt(`0x${cut(code, span)}`)) !== name) return false;
    }
    for (const span of immutables) {
      const target: Address = `0x${cut(code, span).slice(-40)}`;
      if ((await this.codeAt(target)) !== "0x" && (await this.nameAt(target)) === undefined) return false;
    }
    return true;
  }

  /** Target and own bytes of a clone; undefined where there is none. */
  async cloneAt(address: Address): Promise<{ target: Address; own: string } | undefined> {
    const [, target, own] = CLONE.exec(await this.codeAt(address)) ?? [];
    return target === undefined || own === undefined ? undefined : { target: `0x${target}`, own };
  }

  private async codeAt(address: Address): Promise<Hex> {
    return (await this.client.getCode({ address })) ?? "0x";
  }
}

function knownOf({ contractName, deployedBytecode, deployedLinkReferences, immutableReferences }: Compiled): Known {
  const code = deployedBytecode.slice(2);
  const links = Object.values(deployedLinkReferences).flatMap((of) =>
    Object.entries(of).flatMap(([name, spans]) => spans.map((span) => ({ name, span }))),
  );
  return { name: contractName, code, links, immutables: Object.values(immutableReferences).flat() };
}

function isSame({ code, links, immutables }: Known, other: string): boolean {
  const own = code.startsWith(LIBRARY_START) ? [OWN_ADDRESS] : [];
  const left = [...links.map(({ span }) => span), ...immutables, ...own];
  return without(code, left) === without(other, left);
}

const cut = (code: string, { start, length }: Span): string => code.slice(start * 2, (start + length) * 2);

function without(code: string, spans: readonly Span[]): string {
  let kept = "";
  let from = 0;
  for (const { start, length } of spans.toSorted((a, b) => a.start - b.start)) {
    kept += `${code.slice(from, start * 2)}|`;
    from = (start + length) * 2;
  }
  return kept + code.slice(from);
}
