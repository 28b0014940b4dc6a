// What points brought: claimed in money by one member and in shares by another, with the steps that say why; a period that anyone
// closes; a surplus that is proposed.
import { expect } from "chai";
import { createPublicClient, http } from "viem";
import { memberSharesAbi, patronageAbi } from "../../books/abi.ts";
import { tokenAbi } from "../../dapp/src/shared/chain/token.ts";
import { EURO } from "../../scripts/demo/charter.ts";
import { memberId } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";
import { behind, declare, endPeriod, passPeriod, ride } from "./surplus-stage.ts";

const [ANA, RIDER] = [0, 1];
const cents = (amount: bigint) => `€${(Number(amount / 10_000n) / 100).toFixed(2)}`;
/** "€1,250.123456", "€48.00" or "3.924998" in smallest units. */
const units = (text: string) => {
  const [whole = "", part = ""] = text.replaceAll(/[^\d.]/g, "").split(".");
  return BigInt(whole + part.padEnd(6, "0"));
};

describe("browser: surplus and dividends", function () {
  this.timeout(60_000);
  let stage: Stage;
  let period: number;
  before(async function () {
    stage = await freshStage(this);
    const back = behind(stage.coop);
    await ride(back, ANA, RIDER, 31n * EURO + 333_333n);
    await ride(back, RIDER, ANA, 47n * EURO);
    period = await endPeriod(back);
    const points = await client().readContract({ ...patronage(), functionName: "pointsIn", args: [period] });
    await declare(back, period, points);
  });
  const client = () => createPublicClient({ transport: http(stage.coop.rpcUrl) });
  const patronage = () => ({ address: stage.coop.world.coop.patronage, abi: patronageAbi }) as const;
  const read = (number: number, place: number) =>
    client().readContract({ ...patronage(), functionName: "dividendOf", args: [number, memberId(place)] });
  const due = async (place: number) => {
    let sum = 0n;
    for (let one = 1; one <= period; one++) {
      const { amount, claimed } = await read(one, place);
      if (!claimed) sum += amount;
    }
    return sum;
  };
  const money = (place: number) =>
    client().readContract({
      address: stage.coop.world.euro,
      abi: tokenAbi,
      functionName: "balanceOf",
      args: [account(stage.coop.world, place)],
    });
  const sharesOf = async (place: number) => {
    const args = [memberId(place)] as const;
    const { shares: address } = stage.coop.world.coop;
    return (await client().readContract({ address, abi: memberSharesAbi, functionName: "holdingOf", args })).units;
  };

  it("show every step of a dividend, in figures that add up", async () => {
    const { page, problems, close } = await stage.open("/surplus?demo=ana");
    const { amount, pot, points, work, custom } = await read(period, ANA);
    const why = page.getByRole("region", { name: `Period ${period}`, exact: true });
    const figure = async (term: string) => {
      const row = why.locator("dl > div").filter({ has: page.getByText(term, { exact: true }) });
      return units((await row.locator("dd").textContent()) ?? "");
    };
    const own = await figure("Your points");
    expect(own).to.equal(work + custom);
    expect((await figure("Points for your work")) + (await figure("Points for your custom"))).to.equal(own);
    expect([await figure("All members' points"), await figure("What all points share")]).to.deep.equal([points, pot]);
    expect((own * pot) / points).to.equal(amount);
    expect(await why.getByText(cents(amount).slice(0, -1), { exact: false }).count()).to.be.greaterThan(0);
    await why.getByText("The contract says the same.").waitFor();

    await why.getByText("How the surplus was divided").click();
    const table = why.getByRole("table", { name: `How the surplus of period ${period} was divided` });
    const figures = (await table.locator("td").allTextContents()).map(units);
    const whole = figures.pop();
    expect(figures.reduce((sum, one) => sum + one, 0n)).to.equal(whole);
    expect(whole).to.equal(points);

    await why.getByText(/^The jobs that gave you points: \d+$/).click();
    const jobs = why.getByRole("table", { name: `Jobs that gave points in period ${period}, the latest first` });
    const given = (await jobs.locator("td").allTextContents()).filter((text) => text !== "").map(units);
    expect(given.reduce((sum, one) => sum + one, 0n)).to.equal(own);
    await lookAt(page, "surplus");
    expectQuiet(problems);
    await close();
  });

  it("are claimed in money, all periods in one act", async () => {
    const { page, problems, close } = await stage.open("/?demo=ana");
    const owed = await due(ANA);
    const before = await money(ANA);
    await page.getByRole("link", { name: `${cents(owed)} of dividend for your points` }).click();
    await page.getByRole("heading", { level: 1, name: "Surplus" }).waitFor();
    await page.getByRole("button", { name: `Claim ${cents(owed)}`, exact: true }).click();
    await shows(page, "Done. The money is in your account.");
    await shows(page, "You have claimed all that your points brought so far.");
    expect(await money(ANA)).to.equal(before + owed);
    expect(await due(ANA)).to.equal(0n);
    await page.getByRole("heading", { level: 2, name: "What you have claimed" }).waitFor();
    expectQuiet(problems);
    await close();
  });

  it("are claimed in whole shares, and the rest in money", async () => {
    const { page, problems, close } = await stage.open("/", { wallet: { account: account(stage.coop.world, RIDER) } });
    await connect(page);
    await page.goto(`${stage.coop.pageUrl}/surplus`);
    const owed = await due(RIDER);
    const [before, held] = [await money(RIDER), await sharesOf(RIDER)];
    const button = page.getByRole("button", { name: /^Claim \d+ shares?/ });
    const promised = BigInt(/Claim (\d+)/.exec((await button.textContent()) ?? "")?.[1] ?? 0);
    expect(promised > 0n).to.equal(true);
    await button.click();
    await shows(page, "Done. The shares are yours; what was left is in your account.");
    expect(await sharesOf(RIDER)).to.equal(held + promised);
    expect(await money(RIDER)).to.equal(before + owed - promised * EURO);
    expectQuiet(problems);
    await close();
  });

  it("are for all to read; who is not a member closes a period whose time is over", async () => {
    const { page, problems, close } = await stage.open("/surplus");
    await page.getByRole("heading", { level: 2, name: `Period ${period + 1}, which runs` }).waitFor();
    expect(await page.getByRole("heading", { name: "Your dividend" }).count()).to.equal(0);
    await close();
    await passPeriod(behind(stage.coop));
    const visit = await stage.open("/", { wallet: { account: account(stage.coop.world, 90) } });
    await connect(visit.page);
    await visit.page.goto(`${stage.coop.pageUrl}/surplus`);
    await visit.page.getByRole("button", { name: `Close period ${period + 1}` }).click();
    await shows(visit.page, "Done. The period is closed, and the next one runs.");
    await visit.page.getByRole("heading", { level: 2, name: `Period ${period + 2}, which runs` }).waitFor();
    expectQuiet([...problems, ...visit.problems]);
    await visit.close();
  });

  it("begin with a proposal that shows where the surplus would go", async () => {
    const { page, problems, close } = await stage.open("/proposals/new?demo=ana");
    await page.getByLabel("Share out the surplus").check();
    await page.getByLabel("Title", { exact: true }).fill("What the last weeks left");
    await page.getByLabel("Period", { exact: true }).selectOption(String(period + 1));
    await page.getByLabel("Surplus in euros").fill("40");
    const outlook = page.getByRole("table", { name: "How the surplus would be divided" });
    const figures = (await outlook.locator("td").allTextContents()).map(units);
    expect(figures.pop()).to.equal(40n * EURO);
    expect(figures.reduce((sum, one) => sum + one, 0n)).to.equal(40n * EURO);
    await shows(page, new RegExp(`Shares out €40.00 of the operating fund as the surplus of period ${period + 1}`));
    await lookAt(page, "surplus-proposal");
    await page.getByRole("button", { name: "Open it for seconding" }).click();
    await page.getByRole("heading", { level: 1, name: "What the last weeks left" }).waitFor();
    expectQuiet(problems);
    await close();
  });
});
