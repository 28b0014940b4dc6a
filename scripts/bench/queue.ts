// `npm run bench:queue`: the same four calls beside a queue of ten entries and beside one of a hundred thousand.
import { writeFileSync } from "node:fs";
import { encodeFunctionData } from "viem";
import { DAY } from "../deploy/charter.ts";
import { compile } from "../lib/compile.ts";
import { type Bench, benchChain, EURO } from "./chain.ts";
import { shareCoop } from "./shares.ts";

const SHORT = 10;
const LONG = 100_000;
/** What one transaction can hold. */
const AT_ONCE = 330;
/** Just below the limit of a transaction, so that nothing is tried out first. */
const GAS = 16_000_000n;

async function measure(bench: Bench, entries: number) {
  const { viem, euro, networkHelpers, wallets, gasOf } = bench;
  const { coop, shares } = await shareCoop(bench, 3);
  const many = await viem.deployContract("Hooked");
  const register = await viem.getContractAt("MemberRegister", coop.register);
  await register.write.admit([many.address, 0, `0x${"1".repeat(64)}`], { account: coop.assembly });
  await euro.write.mint([many.address, BigInt(LONG) * EURO]);
  const approve = encodeFunctionData({ abi: euro.abi, functionName: "approve", args: [coop.treasury, 2n ** 200n] });
  await many.write.act([euro.address, approve]);
  const call = (functionName: "subscribe" | "withdraw", args: readonly bigint[]) =>
    encodeFunctionData({ abi: shares.abi, functionName, args: args as never });
  await many.write.act([coop.shares, call("subscribe", [BigInt(LONG), 0n])]);
  const [first, second] = wallets.map(({ account }) => account);
  await shares.write.subscribe([100n, 0n], { account: first });
  await shares.write.subscribe([100n, 0n], { account: second });
  await networkHelpers.time.increase(366 * DAY);
  await shares.write.postInterest([300], { account: coop.surplus });

  const ask = call("withdraw", [1n]);
  for (let left = entries; left > 0; left -= AT_ONCE) {
    await many.write.repeat([coop.shares, ask, BigInt(Math.min(left, AT_ONCE))], { gas: GAS });
  }
  const withdraw = await gasOf(shares.write.withdraw([1n], { account: first }));
  const subscribe = await gasOf(shares.write.subscribe([1n, 0n], { account: second }));
  await networkHelpers.time.increase(366 * DAY);
  const postInterest = await gasOf(shares.write.postInterest([300], { account: coop.surplus }));
  await shares.write.advance([1n]);
  const advance = await gasOf(shares.write.advance([1n]));
  return {
    entries,
    withdraw: Number(withdraw),
    subscribe: Number(subscribe),
    postInterest: Number(postInterest),
    advance: Number(advance),
  };
}

await compile();
const started = performance.now();
const figures = [await measure(await benchChain(), SHORT), await measure(await benchChain(), LONG)];
console.table(figures);
console.log(`${Math.round((performance.now() - started) / 1_000)} seconds`);
writeFileSync(new URL("../../bench/queue.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
console.log("bench/queue.json is written.");
/** A longer number is a byte or two more of calldata, and no more. */
const NOISE = 200;
for (const name of ["withdraw", "subscribe", "postInterest", "advance"] as const) {
  const [short, long] = figures.map((figure) => figure[name]);
  if (Math.abs((short ?? 0) - (long ?? 0)) > NOISE) throw new Error(`A longer queue changes what ${name} costs.`);
}
