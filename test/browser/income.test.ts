// A member takes its income; a visitor reads what all got; the treasurer spends a budget; a guardian
// stops what is new.
import { expect } from "chai";
import { createPublicClient, http } from "viem";
import { commonsIncomeAbi } from "../../books/abi.ts";
import { tokenAbi } from "../../dapp/src/shared/chain/token.ts";
import { memberId, Outsider, TREASURER } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage } from "./stage.ts";

const ANA = 0;
const cents = (amount: bigint) => `€${(Number(amount / 10_000n) / 100).toFixed(2)}`;

describe("browser: income of the commons", function () {
  this.timeout(60_000);
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });
  const client = () => createPublicClient({ transport: http(stage.coop.rpcUrl) });
  const due = (place: number) =>
    client().readContract({
      address: stage.coop.world.coop.income,
      abi: commonsIncomeAbi,
      functionName: "dueTo",
      args: [memberId(place)],
    });
  const money = (place: number) =>
    client().readContract({
      address: stage.coop.world.euro,
      abi: tokenAbi,
      functionName: "balanceOf",
      args: [account(stage.coop.world, place)],
    });

  it("is taken in one act, with the figures that say why", async () => {
    const { page, problems, close } = await stage.open("/?demo=ana");
    const owed = await due(ANA);
    const before = await money(ANA);
    await page.getByRole("link", { name: `${cents(owed)} of income from our machines` }).click();
    await page.getByRole("heading", { level: 1, name: "Income" }).waitFor();
    await shows(page, /shared equally by everybody who was a member/);
    await page.getByRole("button", { name: "Show them" }).click();
    expect(await page.getByRole("row").filter({ hasText: "÷" }).count()).to.be.greaterThan(12);
    await page.getByRole("button", { name: `Take ${cents(owed)}`, exact: true }).click();
    await shows(page, "Done. The money is in your account.");
    await shows(page, "Nothing to take at the moment.");
    expect(await money(ANA)).to.equal(before + owed);
    expect(await due(ANA)).to.equal(0n);
    await page.getByRole("heading", { level: 2, name: "What you have taken" }).waitFor();
    expectQuiet(problems);
    await close();
  });

  it("is open to read for a visitor", async () => {
    const { page, problems, close } = await stage.open("/income");
    await page.getByRole("heading", { level: 2, name: "What all members got together" }).waitFor();
    await shows(page, "Where it came from");
    expect(await page.getByRole("heading", { name: "Your income" }).count()).to.equal(0);
    await page.getByRole("button", { name: "Show earlier income" }).click();
    expect(await page.getByRole("row").filter({ hasText: "÷" }).count()).to.equal(12);
    expectQuiet(problems);
    await close();
  });

  it("is kept by a budget's spending form apart from other money: the treasurer pays, and says what for", async () => {
    const { page, problems, close } = await stage.open("/treasury", {
      wallet: { account: account(stage.coop.world, TREASURER) },
    });
    await connect(page);
    await page.getByText("Pay out of this budget").click();
    await page.getByLabel("Recipient").fill(account(stage.coop.world, Outsider.garage));
    await page.getByLabel("Amount in euros").fill("60");
    await page.getByLabel("What it is for").fill("A new bell for each bike");
    await page.getByRole("button", { name: "Pay €60.00" }).click();
    await shows(page, "It is paid, and stands in the movements.");
    await shows(page, "€235.00");
    await page.getByText("5 payments").click();
    await page.getByRole("button", { name: "Read it" }).first().click();
    await shows(page, "A new bell for each bike");
    expectQuiet(problems);
    await close();
  });

  it("goes on while a guardian has stopped what is new (G1)", async () => {
    const { page, problems, close } = await stage.open("/treasury?demo=hana");
    await page.getByLabel("For how many days").fill("8");
    await shows(page, "Write a whole number of days, at most 7.");
    await page.getByLabel("For how many days").fill("2");
    await page.getByRole("button", { name: "Stop what is new" }).click();
    await shows(page, /A guardian has stopped what is new until/);
    await page.goto(`${stage.coop.pageUrl}/income`);
    await page.getByRole("button", { name: /^Take €[\d.]+$/ }).click();
    await shows(page, "Done. The money is in your account.");
    expectQuiet(problems);
    await close();
  });
});
