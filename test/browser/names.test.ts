// An account that begins and ends as a member's is not taken for it: where it applies, and where it offers something.
import { expect } from "chai";
import { type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import { jobMarketAbi, memberRegisterAbi } from "../../books/abi.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

const BOARD = 0;

describe("browser: accounts that look alike", function () {
  this.timeout(60_000);
  let stage: Stage;
  let double: Address;
  before(async function () {
    stage = await freshStage(this);
    const real = account(stage.coop.world, BOARD);
    double = `${real.slice(0, 6)}${"5e".repeat(16)}${real.slice(-4)}` as Address;
    const { register, market } = stage.coop.world.coop;
    const { provider } = stage.coop.chain.connection;
    await provider.request({ method: "hardhat_impersonateAccount", params: [double] });
    await provider.request({ method: "hardhat_setBalance", params: [double, "0xde0b6b3a7640000"] });
    const send = (to: Address, data: Hex) =>
      provider.request({ method: "eth_sendTransaction", params: [{ from: double, to, data }] });
    const asked = [0, `0x${"12".repeat(32)}`] as const;
    await send(register, encodeFunctionData({ abi: memberRegisterAbi, functionName: "applyFor", args: asked }));
    const terms = await stage.coop.chain.connection.viem.getContractAt("JobMarket", market);
    const service = [1, 5_000_000n, 0n, 3_600, await terms.read.currentTerms(), zeroHash] as const;
    await send(market, encodeFunctionData({ abi: jobMarketAbi, functionName: "post", args: service }));
  });

  it("is shown whole to the board, with whose account it is not [case 127]", async () => {
    const { page, problems, close } = await stage.open("/", { wallet: { account: account(stage.coop.world, BOARD) } });
    await connect(page);
    await page.goto(`${stage.coop.pageUrl}/applications`);
    await shows(page, "It looks like the account of member 1, and is another.");
    await shows(page, new RegExp(double, "i"));
    await lookAt(page, "names-applications");
    expectQuiet(problems);
    await close();
  });

  it("is shown whole where it offers something [case 127]", async () => {
    const { page, problems, close } = await stage.open("/market");
    await shows(page, "not member 1, whose account looks like it");
    expect(await page.getByText(new RegExp(double, "i")).count()).to.equal(1);
    await lookAt(page, "names-market");
    expectQuiet(problems);
    await close();
  });
});
