// A member is proposed for expulsion and heard; one is expelled; the co-op winds up. What would take the members months is
// done here in the Assembly's name.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { directoryAbi, memberRegisterAbi } from "../../books/abi.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const EXPELLED = 20;

describe("browser: parting", () => {
  let stage: Stage;
  let ana: Visit;

  before(async function () {
    stage = await freshStage(this);
    ana = await stage.open("/", { wallet: { account: account(stage.coop.world, 0) } });
    await connect(ana.page);
  });
  after(() => ana?.close());

  const byTheMembers = async (to: string, data: string) => {
    const { provider } = stage.coop.chain.connection;
    const from = stage.coop.world.coop.assembly;
    await provider.request({ method: "hardhat_impersonateAccount", params: [from] });
    await provider.request({ method: "hardhat_setBalance", params: [from, "0xde0b6b3a7640000"] });
    await provider.request({ method: "eth_sendTransaction", params: [{ from, to, data }] });
  };

  it("a proposal to expel names the member, the grounds and what it needs (M5)", async () => {
    await ana.page.goto(`${stage.coop.pageUrl}/proposals/new`);
    await ana.page.getByLabel("Title").fill("Part with member 20");
    await ana.page.getByRole("radio", { name: "Expel a member" }).check();
    await ana.page.getByLabel("Member", { exact: true }).fill("20");
    await ana.page.getByLabel("Grounds").fill("Kept two fares.");
    await shows(ana.page, /Expels member 20 .*at once/);
    await shows(ana.page, /An extraordinary resolution\. .* of 59 members voting/);
    await ana.page.getByRole("button", { name: "Open it for seconding" }).click();
    await ana.page.getByRole("heading", { level: 1, name: "Part with member 20" }).waitFor();
    await shows(ana.page, "Grounds: Kept two fares.");
  });

  it("the member is told that the draft is about it, and is not asked to second it", async () => {
    const member = await stage.open("/", { wallet: { account: account(stage.coop.world, EXPELLED - 1) } });
    await connect(member.page);
    await member.page.goto(ana.page.url());
    await shows(member.page, /This draft is about you/);
    expect(await member.page.getByRole("button", { name: "Second this draft" }).count()).to.equal(0);
    await member.close();
    expectQuiet(member.problems);
  });

  it("who was expelled is shown as such, and reads what can be done", async () => {
    const { register } = stage.coop.world.coop;
    const args = [EXPELLED, `0x${"12".repeat(32)}`] as const;
    await byTheMembers(register, encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args }));
    await ana.page.goto(`${stage.coop.pageUrl}/members`);
    await shows(ana.page, /^Expelled /);
    const member = await stage.open("/", { wallet: { account: account(stage.coop.world, EXPELLED - 1) } });
    await connect(member.page);
    await member.page.goto(`${stage.coop.pageUrl}/you`);
    await shows(member.page, /The members expelled it/);
    await member.close();
  });

  it("once the co-op winds up, every page says so and no share is sold (A2)", async () => {
    const { directory } = stage.coop.world.coop;
    await byTheMembers(directory, encodeFunctionData({ abi: directoryAbi, functionName: "windUp" }));
    await shows(ana.page, /The co-op has been winding up since/);
    await ana.page.goto(`${stage.coop.pageUrl}/you`);
    await shows(ana.page, "no shares are sold any more");
    expect(await ana.page.getByLabel("How many shares to buy").count()).to.equal(0);
    await ana.page.goto(`${stage.coop.pageUrl}/proposals/new`);
    await ana.page.getByRole("radio", { name: "Expel a member" }).waitFor();
    expect(await ana.page.getByRole("radio", { name: "Wind the co-op up" }).count()).to.equal(0);
    const { violations } = await new AxeBuilder({ page: ana.page }).analyze();
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it("after ninety days anyone closes it, and Ana takes her shares back at par (A2)", async () => {
    const { provider } = stage.coop.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [91 * 86_400] });
    await provider.request({ method: "evm_mine" });
    await ana.page.getByRole("button", { name: "Close the co-op" }).click();
    await shows(ana.page, /The co-op was closed on/);
    await ana.page.getByRole("link", { name: "Take your shares back" }).click();
    await shows(ana.page, "There is no queue and no notice.");
    await ana.page.getByRole("button", { name: /^Take €47\d\.\d\d$/ }).click();
    await shows(ana.page, "Nothing is due to you any more.");
    const { violations } = await new AxeBuilder({ page: ana.page }).analyze();
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    expectQuiet(ana.problems);
  });
});
