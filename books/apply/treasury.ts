// Treasury: every movement of money. Surplus: which of them divide one.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import { OUTSIDE } from "../funds.ts";
import type { Coop, Move } from "../model.ts";
import { readAddress, readBigInt, readHex, readNumber } from "../read.ts";
import { PLACE, placeOf, stoodAt } from "./founding.ts";

export function applyDeclaration(coop: Coop, event: BookEvent): void {
  if (event.name === "SurplusDeclared") coop.declaredIn = event.transactionHash;
}

export function applyTreasury(coop: Coop, event: BookEvent): void {
  const { args } = event;
  if (event.name === "AssetListed") coop.otherAssets.add(readAddress(args, "asset").toLowerCase());
  if (event.name !== "Moved") return;
  const move: Move = {
    from: readNumber(args, "from"),
    to: readNumber(args, "to"),
    asset: readAddress(args, "asset"),
    party: readAddress(args, "party"),
    amount: readBigInt(args, "amount"),
    memo: readHex(args, "memo"),
    at: event.timestamp,
    tx: event.transactionHash,
    block: event.blockNumber,
    logIndex: event.logIndex,
    ...viaOf(coop, event),
    ...(coop.closedAt !== undefined && { closed: true as const }),
  };
  const holds = balanceOf(coop, move.from, move.asset);
  if (move.from !== OUTSIDE && holds < move.amount) {
    throw new BooksError(`${whereOf(event)} takes ${move.amount} from fund ${move.from}, which holds ${holds}.`);
  }
  if (move.from === OUTSIDE) change(coop.booked, move.asset, move.amount);
  else move.fromAfter = change(fundOf(coop, move.from), move.asset, -move.amount);
  if (move.to === OUTSIDE) change(coop.booked, move.asset, -move.amount);
  else move.toAfter = change(fundOf(coop, move.to), move.asset, move.amount);
  coop.moves.push(move);
}

/** A surplus is declared before its parts move. A market that was replaced hands its fees over as before. */
function viaOf(coop: Coop, { args, transactionHash }: BookEvent): Pick<Move, "via"> {
  const party = readAddress(args, "party");
  if (stoodAt(coop, PLACE.market, party)) return { via: "market" };
  const place = placeOf(coop, party);
  if (place === PLACE.reserve) return { via: "reserve" };
  return place === PLACE.surplus && coop.declaredIn === transactionHash ? { via: "surplus" } : {};
}

/** What a fund holds of an asset. */
export function balanceOf(coop: Coop, fund: number, asset: string): bigint {
  return coop.funds.get(fund)?.get(asset.toLowerCase()) ?? 0n;
}

function fundOf(coop: Coop, fund: number): Map<string, bigint> {
  const known = coop.funds.get(fund);
  if (known) return known;
  const opened = new Map<string, bigint>();
  coop.funds.set(fund, opened);
  return opened;
}

function change(balances: Map<string, bigint>, asset: string, by: bigint): bigint {
  const key = asset.toLowerCase();
  const after = (balances.get(key) ?? 0n) + by;
  balances.set(key, after);
  return after;
}
