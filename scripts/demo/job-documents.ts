// The documents of jobs and services: what everybody may read, and what is sealed for the parties. Reading keys come from the same
// signature that the page asks for, so whoever is one of them on the page can open what is theirs.
import type { NetworkConnection } from "hardhat/types/network";
import type { Address } from "viem";
import { commitmentOf } from "../../documents/envelope/commitment.ts";
import type { Place } from "../../documents/envelope/place.ts";
import { deriveReadingKey, readingKeyText } from "../../documents/envelope/readingKey.ts";
import { type Reader, seal } from "../../documents/envelope/seal.ts";
import type { ToldDocument } from "./documents.ts";
import { jobs, services, type ToldJob } from "./jobs.ts";
import { Outsider } from "./people.ts";
import { account, openingOf, type World } from "./world.ts";

export async function jobDocuments(connection: NetworkConnection, world: World, place: Place): Promise<ToldDocument[]> {
  const readers = new Map<number, Promise<Reader>>();
  const readerOf = (who: number): Promise<Reader> => {
    const known = readers.get(who) ?? reader(connection, account(world, who), place);
    readers.set(who, known);
    return known;
  };
  const sealed = async (by: number, words: string, who: readonly number[]): Promise<ToldDocument> => {
    const opening = openingOf(words);
    const hash = commitmentOf(opening);
    const author = account(world, by);
    return { hash, envelope: await seal(opening, hash, author, await Promise.all(who.map(readerOf))) };
  };
  const ofJob = ({ customer, provider, words, evidence, ruling, ...told }: ToldJob): Promise<ToldDocument>[] => {
    const arbiter = Outsider.mira;
    const details =
      told.open || told.kind === "task" ? shown(world, customer, words) : sealed(customer, words, [customer, provider]);
    const by = told.byProvider ? provider : customer;
    return [
      Promise.resolve(details),
      ...(evidence ? [sealed(by, evidence, [customer, provider, arbiter])] : []),
      ...(ruling ? [sealed(arbiter, ruling.reasons, [customer, provider, arbiter])] : []),
    ];
  };
  const ofServices = services.map(({ provider, words }) => shown(world, provider, words));
  return [...ofServices, ...(await Promise.all(jobs.flatMap(ofJob)))];
}

/** Words that everybody can read. */
export function shown(world: World, by: number, words: string): ToldDocument {
  const opening = openingOf(words);
  const author = account(world, by).toLowerCase() as Address;
  return { hash: commitmentOf(opening), envelope: { version: 1, kind: "public", author, ...opening } };
}

async function reader({ viem }: NetworkConnection, who: Address, place: Place): Promise<Reader> {
  const wallet = await viem.getWalletClient(who);
  const signature = await wallet.signMessage({ message: readingKeyText(place) });
  return { account: who, key: (await deriveReadingKey(signature, who, place)).public };
}
