// What the relay keeps. `matter` is "vote:ID" or "job:ID"; a paper is a ballot or a confirmation as the contract takes it.
import type { Address } from "../../books/event.ts";
import type { Database } from "./database.ts";

const TABLES = [
  `create table if not exists house (
     one boolean primary key default true check (one),
     chain_id bigint not null, directory text not null, sender text not null
   )`,
  `create table if not exists sendings (
     id bigint generated always as identity primary key,
     nonce bigint not null, target text not null, data text not null, gas bigint not null, matter text not null,
     state text not null default 'open', block_number bigint, gas_used bigint
   )`,
  `create table if not exists attempts (
     hash text primary key,
     sending bigint not null references sendings,
     raw text not null, max_fee text not null, tip text not null, at bigint not null
   )`,
  `create table if not exists papers (
     id text primary key,
     kind text not null, matter text not null, target text not null, voter text not null, seat bigint not null,
     support smallint not null, packed text not null, said text not null,
     accepted_at bigint not null, post_by bigint not null,
     state text not null default 'waiting', sending bigint references sendings,
     unique (matter, target, voter)
   )`,
  "create index if not exists papers_by_state on papers (state, matter)",
  "create index if not exists papers_by_sending on papers (sending)",
  "create index if not exists sendings_by_state on sendings (state)",
];

export type House = { chainId: number; directory: Address; sender: Address };

/** Makes the tables, and refuses a store that belongs to another co-op or account: its nonces and ballots are not ours. */
export async function prepare(database: Database, house: House): Promise<void> {
  await database.transaction(async (query) => {
    for (const table of TABLES) await query(table);
    await query("insert into house (chain_id, directory, sender) values ($1, $2, $3) on conflict do nothing", [
      house.chainId,
      house.directory.toLowerCase(),
      house.sender.toLowerCase(),
    ]);
    const [kept] = await query<{ chain_id: unknown; directory: string; sender: string }>("select * from house");
    const same =
      Number(kept?.chain_id) === house.chainId &&
      kept?.directory === house.directory.toLowerCase() &&
      kept.sender === house.sender.toLowerCase();
    if (!same) {
      throw new Error(
        `This store belongs to co-op ${kept?.directory} on chain ${kept?.chain_id}, posted for by ${kept?.sender}: give this relay a store of its own.`,
      );
    }
  });
}
