// Gas of a job from offer to countersignature, by both parties, and of claiming the dividend of a period.
import { zeroAddress, zeroHash } from "viem";
import { COUNTERSIGNATURE, JobKind } from "../../books/job.ts";
import { ClassKind, DAY, defaultSurplus } from "../deploy/charter.ts";
import { type Addresses, foundCoop } from "../deploy/found.ts";
import { JobLog } from "../lib/job-log.ts";
import { permitOf } from "../lib/permit.ts";
import { type Bench, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";

const FOUNDERS = 7;
/** A worker and a user by class; the token accounts of both are in use. */
const PROVIDER = 4;
const CUSTOMER = 5;
const FARE = 20n * EURO;
const TIP = 2n * EURO;
const TOLL = EURO;
const TERMS = 1;
const METRES = 4_000;

export async function measureJobs(bench: Bench) {
  const { viem, euro, client, wallets, factory } = bench;
  const kinds = [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor];
  const charter = await benchCharter(bench, kinds, FOUNDERS);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  const market = await viem.getContractAt("JobMarket", coop.market);
  for (const i of [PROVIDER, CUSTOMER]) await euro.write.mint([entry(wallets, i).account.address, 1_000n * EURO]);
  const steps = lifecycle(bench, coop, market);
  // Words that every job writes are there from now on, and the points of the period.
  await steps.run();
  const asked = await steps.offer();
  const accepted = await steps.accept(asked.jobId);
  const done = await steps.done(asked.jobId);
  const settle = await steps.confirm(asked.jobId);
  const direct = await steps.offer();
  const directAccepted = await steps.accept(direct.jobId);
  const directSettle = await steps.confirm(direct.jobId);
  const signed = await steps.offer();
  const signedAccepted = await steps.accept(signed.jobId);
  const settleSigned = await steps.confirmBySig(signed.jobId);
  const serviceId = await steps.post();
  const booked = await steps.book(serviceId);
  const bookedSettle = await steps.confirm(booked.jobId);
  const dividends = await measureDividends(bench, coop, () => steps.run());
  return {
    offer: asked.gas,
    accept: accepted,
    done,
    settle,
    lifecycle: direct.gas + directAccepted + directSettle,
    lifecycleDone: asked.gas + accepted + done + settle,
    lifecycleBooked: booked.gas + bookedSettle,
    lifecycleSigned: signed.gas + signedAccepted + settleSigned,
    ...dividends,
  };
}

function lifecycle(bench: Bench, coop: Addresses, market: Awaited<ReturnType<typeof marketOf>>) {
  const { euro, client, wallets, networkHelpers, gasOf } = bench;
  const [provider, customer] = [entry(wallets, PROVIDER), entry(wallets, CUSTOMER)];
  const log = new JobLog(client as never, coop.market);
  const sent = async (hash: Promise<`0x${string}`>) => {
    const receipt = await client.waitForTransactionReceipt({ hash: await hash });
    return { jobId: await log.follow(receipt), gas: receipt.gasUsed };
  };
  const permit = async (value: bigint) => {
    const deadline = BigInt((await networkHelpers.time.latest()) + DAY);
    const nonce = await euro.read.nonces([customer.account.address]);
    const token = { address: euro.address, name: "Test euro", chainId: await customer.getChainId() };
    return permitOf(customer as never, token, { spender: coop.market, value, nonce, deadline });
  };
  const service = {
    provider: provider.account.address,
    kind: JobKind.Ride,
    terms: TERMS,
    fare: FARE,
    passThrough: TOLL,
    lasts: 7_200,
  };
  const post = async () => {
    const args = [service.kind, FARE, TOLL, service.lasts, TERMS, zeroHash] as const;
    return (await sent(market.write.post(args, { account: provider.account }))).jobId;
  };
  const book = async (serviceId: bigint) => {
    const args = [serviceId, service, TIP, zeroHash, await permit(FARE + TIP + TOLL)] as const;
    return sent(market.write.book(args, { account: customer.account }));
  };
  const offer = async () => {
    const now = await networkHelpers.time.latest();
    const asked = {
      provider: zeroAddress,
      kind: JobKind.Ride,
      fare: FARE,
      passThrough: TOLL,
      tip: TIP,
      acceptBy: now + 3_600,
      doBy: now + 7_200,
      details: zeroHash,
    };
    return sent(market.write.offer([asked, await permit(FARE + TIP + TOLL)], { account: customer.account }));
  };
  const accept = async (id: bigint) =>
    (await sent(market.write.accept([id, log.of(id), TERMS], { account: provider.account }))).gas;
  const done = async (id: bigint) =>
    (await sent(market.write.done([id, log.of(id), METRES], { account: provider.account }))).gas;
  const confirm = (id: bigint) => gasOf(market.write.confirm([id, log.of(id), METRES], { account: customer.account }));
  const confirmBySig = async (id: bigint) => {
    const until = (await networkHelpers.time.latest()) + DAY;
    const signature = await customer.signTypedData({
      account: customer.account,
      domain: {
        name: "Rochdale market",
        version: "1",
        chainId: await customer.getChainId(),
        verifyingContract: coop.market,
      },
      types: COUNTERSIGNATURE,
      primaryType: "Countersignature",
      message: { job: id, provider: provider.account.address, distance: METRES, until },
    });
    const args = [id, log.of(id), METRES, until, signature] as const;
    return gasOf(market.write.confirmBySig(args, { account: provider.account }));
  };
  const run = async () => {
    const { jobId } = await offer();
    await accept(jobId);
    await done(jobId);
    await confirm(jobId);
  };
  return { post, book, offer, accept, done, confirm, confirmBySig, run };
}

const marketOf = (viem: Bench["viem"], coop: Addresses) => viem.getContractAt("JobMarket", coop.market);

/** Two periods are closed and declared; the second claim is measured. */
async function measureDividends(bench: Bench, coop: Addresses, work: () => Promise<void>) {
  const { viem, networkHelpers, gasOf, wallets } = bench;
  const surplus = await viem.getContractAt("Surplus", coop.surplus);
  const patronage = await viem.getContractAt("Patronage", coop.patronage);
  await networkHelpers.impersonateAccount(coop.assembly);
  await networkHelpers.setBalance(coop.assembly, 10n ** 18n);
  const declare = async (period: number) => {
    await networkHelpers.time.increase(defaultSurplus.period);
    const close = await gasOf(surplus.write.close());
    const declared = await gasOf(surplus.write.declare([period, EURO, 0], { account: coop.assembly }));
    return { close, declared };
  };
  await declare(1);
  await work();
  const { close, declared } = await declare(2);
  const claim = (period: number) =>
    gasOf(patronage.write.claim([PROVIDER + 1, [period], false], { account: entry(wallets, PROVIDER).account }));
  const claimFirst = await claim(1);
  return { close, declare: declared, claimFirst, claim: await claim(2) };
}
