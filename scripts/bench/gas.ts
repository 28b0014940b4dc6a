// Every gas figure beside its peer, measured in one run under the same compiler settings.
import { measureAggregates } from "./aggregates.ts";
import { measureBonds } from "./bonds.ts";
import { benchChain } from "./chain.ts";
import { measureHandouts } from "./handouts.ts";
import { measureIncome } from "./income.ts";
import { measureJobs } from "./jobs.ts";
import { measureOurs } from "./ours.ts";
import { measurePeer } from "./peer.ts";
import { measureProxy } from "./proxy.ts";
import { measureShares } from "./shares.ts";

export type Figure = { id: string; gas: number; per: string; peer: string | null; peerGas: number | null };

const SIGNED = "OpenZeppelin Governor 5.7 castVoteBySig";
const GOVERNOR = "OpenZeppelin Governor 5.7 castVote";

const MERKLE = "Merkle distributor with OpenZeppelin 5.7 MerkleProof, one of 1,024";

/** Goals of docs/architecture.md; an id without one is reported only. */
export const GOALS: Record<string, number> = {
  "vote.direct": 45_000,
  "vote.direct.first": 65_000,
  "vote.signed.100": 9_000,
  "vote.aggregate.1024": 1_000,
  "vote.aggregate.8192": 10_000_000,
  "member.admit": 100_000,
  "member.admit.paid": 180_000,
  "rent.waterfall": 180_000,
  "job.lifecycle": 250_000,
  "found.coop": 4_000_000,
};

export async function measureGas(): Promise<Figure[]> {
  const ours = await measureOurs(await benchChain());
  const proxyVote = await measureProxy(await benchChain());
  const together = await measureAggregates(await benchChain());
  const shares = await measureShares(await benchChain());
  const income = await measureIncome(await benchChain());
  const handouts = await measureHandouts(await benchChain());
  const bonds = await measureBonds(await benchChain());
  const jobs = await measureJobs(await benchChain());
  const peer = await measurePeer(await benchChain());
  const row = (id: string, gas: bigint, name: string | null, peerGas?: bigint, per = "transaction"): Figure => ({
    id,
    gas: Number(gas),
    per,
    peer: name,
    peerGas: peerGas === undefined ? null : Number(peerGas),
  });
  return [
    row("vote.direct.first", ours.firstVote, `${GOVERNOR}, first of a proposal`, peer.firstVote),
    row("vote.direct", ours.laterVote, GOVERNOR, peer.laterVote),
    row("vote.direct.newcomer", ours.newcomerVote, GOVERNOR, peer.laterVote),
    row("vote.signed.100", ours.signedHundred, SIGNED, peer.signedVote, "ballot"),
    row("vote.aggregate.1024", together.most / 1_024n, SIGNED, peer.signedVote, "ballot of 1,024 by 1,280 members"),
    row("vote.aggregate.1024.all", together.all / 1_024n, SIGNED, peer.signedVote, "ballot of 1,024 by 1,024 members"),
    row(
      "vote.aggregate.1024.half",
      together.half / 1_024n,
      SIGNED,
      peer.signedVote,
      "ballot of 1,024 by 2,048 members",
    ),
    row("vote.aggregate.8192", together.large, null, undefined, "transaction, 8,192 ballots by 10,240 members"),
    row("ballotkey.register", together.register, null),
    row("ballotkey.replace", together.replace, null),
    row("ballotkey.pack", together.pack, null, undefined, "key of 128 in one transaction"),
    row("vote.proxy", proxyVote, `${GOVERNOR}, by the delegate of five others`, peer.delegateVote),
    row("propose", ours.propose, "OpenZeppelin Governor 5.7 propose", peer.propose),
    row("execute", ours.execute, "OpenZeppelin Governor 5.7 execute", peer.execute),
    row("member.apply", ours.entered.apply, null),
    row("member.accept", ours.entered.accept, null),
    row("member.admit", ours.entered.join, "OpenZeppelin ERC721Votes 5.7 mint and delegate", peer.admit),
    row("member.admit.paid", ours.paid.allowance, null),
    row("member.admit.paid.permit", ours.paid.permit, null),
    row("share.subscribe.first", shares.firstSubscribe, null),
    row("share.subscribe", shares.subscribe, null),
    row("share.withdraw", shares.withdraw, null),
    row("share.advance", shares.advance, null, undefined, "entry of ten in one transaction"),
    row("share.interest.post.first", shares.firstPost, null),
    row("share.interest.post", shares.post, null),
    row("share.interest.claim", shares.claim, null),
    row("bond.bid", bonds.bid, null),
    row("bond.bid.improve", bonds.improve, null),
    row("bond.clear", bonds.clear, null),
    row("bond.allot", bonds.allot, null, undefined, "bid of five in one transaction"),
    row("bond.refund", bonds.refund, MERKLE, handouts.claim),
    row("bond.claim.first", bonds.claimFirst, MERKLE, handouts.claim),
    row("bond.claim", bonds.claim, MERKLE, handouts.claim),
    row("rent.waterfall.month", bonds.waterfallOfMonth, null),
    row("rent.waterfall", bonds.waterfall, null),
    row("income.post", income.post, "ERC-20 push to seven members", 7n * handouts.push),
    row("income.post.newcomer", income.postAfterNewcomer, "ERC-20 push to seven members", 7n * handouts.push),
    row("income.claim.first", income.firstClaim, MERKLE, handouts.claim),
    row("income.claim", income.claim, MERKLE, handouts.claim),
    row("job.offer", jobs.offer, null, undefined, "transaction, with a permit"),
    row("job.accept", jobs.accept, null),
    row("job.done", jobs.done, null),
    row("job.settle", jobs.settle, null),
    row("job.lifecycle", jobs.lifecycle, null, undefined, "job: offered, accepted, countersigned"),
    row("job.lifecycle.done", jobs.lifecycleDone, null, undefined, "job: with the provider's word in between"),
    row("job.lifecycle.signed", jobs.lifecycleSigned, null, undefined, "job: countersignature handed in"),
    row("job.lifecycle.booked", jobs.lifecycleBooked, null, undefined, "job: a service booked, countersigned"),
    row("surplus.close", jobs.close, null),
    row("surplus.declare", jobs.declare, null),
    row("patronage.claim", jobs.claim, MERKLE, handouts.claim),
    row("found.coop", ours.found, null),
  ];
}

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.map(({ id, gas, peerGas }) => {
    const goal = GOALS[id];
    const ratio = peerGas ? (gas / peerGas).toFixed(2) : "";
    const kept = goal === undefined ? "" : gas <= goal ? `within ${goal}` : `OVER ${goal}`;
    return [id.padEnd(22), String(gas).padStart(9), String(peerGas ?? "").padStart(9), ratio.padStart(6), kept].join(
      "  ",
    );
  });
  return ["id                           gas       peer   ratio  goal", ...lines].join("\n");
}
