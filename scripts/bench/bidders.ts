// `npm run bench:bidders`: the close of a series with ten bidders and with ten thousand, at as many rates as there can be.
import { writeFileSync } from "node:fs";
import { type Address, padHex, toHex, zeroHash } from "viem";
import { compile } from "../lib/compile.ts";
import { bidAs, machineCoop, RATES } from "./bonds.ts";
import { type Bench, benchChain, EURO } from "./chain.ts";

const FEW = 10;
const MANY = 10_000;
/** What one transaction can hold. */
const AT_ONCE = 200;

async function measure(bench: Bench, bidders: number) {
  const { viem, euro, networkHelpers, gasOf } = bench;
  const { coop, bonds } = await machineCoop(bench);
  const register = await viem.getContractAt("MemberRegister", coop.register);
  const people = Array.from({ length: bidders }, (_, i): Address => padHex(toHex(0x10_0000 + i), { size: 20 }));
  // Together they offer a tenth more than is needed, the dearest of it in the marginal rate.
  const each = (12_000n * EURO * 11n) / 10n / BigInt(bidders);
  await networkHelpers.setBalance(coop.assembly, 10n ** 24n);
  for (const [i, account] of people.entries()) {
    await networkHelpers.impersonateAccount(account);
    await networkHelpers.setBalance(account, 10n ** 18n);
    await register.write.admit([account, 0, zeroHash], { account: coop.assembly });
    await euro.write.mint([account, each]);
    await euro.write.approve([coop.treasury, each], { account });
    await bidAs(bonds, account, each, i % 5 === 0 ? RATES - 1 : i % RATES);
  }
  await networkHelpers.time.increase(14 * 86_400);
  const clear = await gasOf(bonds.write.clear([1n]));
  let allot = 0n;
  for (let done = 0; done < bidders; done += AT_ONCE) {
    allot += await gasOf(bonds.write.allot([1n, BigInt(AT_ONCE)], { gas: 16_000_000n }));
  }
  const { state } = await bonds.read.seriesOf([1n]);
  if (state !== 3) throw new Error("The series was not issued.");
  return { bidders, rates: RATES, clear: Number(clear), allotEach: Number(allot / BigInt(bidders)) };
}

await compile();
const figures = [await measure(await benchChain(), FEW), await measure(await benchChain(), MANY)];
console.table(figures);
writeFileSync(new URL("../../bench/bidders.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
console.log("bench/bidders.json is written.");
/** Rates at which nobody bids cost less to look at, and by no more than this. */
const NOISE = RATES * 100;
const [few, many] = figures.map(({ clear }) => clear);
if (Math.abs((few ?? 0) - (many ?? 0)) > NOISE) throw new Error("More bidders change what the close costs.");
