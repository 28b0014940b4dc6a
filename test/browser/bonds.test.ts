// A member lends for a machine: bids, improves the bid, sees it counted, holds bonds, and collects a coupon that rent paid.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { EURO } from "../../scripts/demo/charter.ts";
import { machineOf, numberOf } from "../../scripts/demo/machines.ts";
import { TREASURER } from "../../scripts/demo/people.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const LENDER = 20;
const BUS = machineOf("electric-minibus");
const SERIES = `/bonds/${numberOf(BUS.key)}`;
const MACHINE = `/machines/${numberOf(BUS.key)}`;

describe("browser: a member lends for a machine", () => {
  let stage: Stage;
  let lender: Visit;

  before(async function () {
    stage = await freshStage(this);
    lender = await open(LENDER, "/", 20_000n);
  });
  after(() => lender?.close());

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  const open = async (place: number, path: string, euros = 0n): Promise<Visit> => {
    const wallet = { account: await funded(stage.coop, place, euros * EURO) };
    const visit = await stage.open("/", { wallet });
    await connect(visit.page);
    if (path !== "/") await visit.page.goto(`${stage.coop.pageUrl}${path}`);
    return visit;
  };
  const bid = (page: Page) => page.getByRole("region", { name: /Lend for it|Your bid/ });
  const write = async (page: Page, amount: string, rate: string) => {
    await bid(page).getByRole("textbox").fill(amount);
    await bid(page)
      .getByLabel("Lowest rate you accept")
      .selectOption({ label: `${rate}\u00a0% a year` });
  };

  it("finds the bonds on the first page, and what they are for", async () => {
    const { page } = lender;
    await page.getByRole("link", { name: /Bonds for the electric minibus/ }).click();
    await page.getByRole("heading", { level: 1, name: "Electric minibus" }).waitFor();
    await shows(page, /If it closed now: not filled\./);
    await shows(page, /€17,100\.00 are missing/);
    await bid(page)
      .getByText(/You are paid from the machine and its rent alone/)
      .waitFor();
  });

  it("bids an amount and the lowest rate accepted, with one prompt", async () => {
    const { page } = lender;
    await write(page, "17000", "4.00");
    await bid(page).getByText("the target would still be missed").waitFor();
    await bid(page).getByRole("button", { name: "Bid €17,000.00" }).click();
    await bid(page)
      .getByText(/You offer €17,000\.00 at 4\.00\s% or more/)
      .waitFor();
    expect(await sentBy(page)).to.equal(1);
    await shows(page, /€100\.00 are missing/);
  });

  it("can not take it back, and sees what an improved one would get: the rate that clears", async () => {
    const { page } = lender;
    await write(page, "16999", "4.00");
    await bid(page)
      .getByText(/a bid can grow, not shrink/)
      .waitFor();
    expect(await bid(page).getByRole("button", { name: "Improve my bid" }).count()).to.equal(0);
    await write(page, "18000", "3.75");
    await bid(page)
      .getByText(/you would lend €18,000\.00 at 4\.00\s%/)
      .waitFor();
    await bid(page).getByRole("button", { name: "Improve my bid" }).click();
    await bid(page)
      .getByText(/You offer €18,000\.00 at 3\.75\s% or more/)
      .waitFor();
    await shows(page, /If it closed now: 4\.00\s%, filled\./);
    const marginal = page.getByRole("row", { name: /^4\.00 %/ });
    await marginal.getByText("€3,500.00 taken").waitFor();
    await page
      .getByRole("row", { name: /^4\.50 %/ })
      .getByText("not taken")
      .waitFor();
  });

  it("after the close anyone counts the bids and turns them into bonds", async () => {
    const { page } = lender;
    await page.getByRole("button", { name: "To when bidding has closed" }).click();
    await page.getByRole("button", { name: "Count the bids" }).click();
    await shows(page, /It cleared at 4\.00\s%/);
    await page.getByRole("button", { name: "Turn the bids into bonds" }).click();
    const mine = page.getByRole("region", { name: "Your bonds" });
    await mine.getByText("€18,000.00", { exact: true }).first().waitFor();
    await mine.getByText("lent at 4.00 % a year").waitFor();
    await page.getByRole("button", { name: "Hand it back" }).click();
    await page.getByRole("button", { name: "Hand it back" }).waitFor({ state: "detached" });
  });

  it("the treasurer pays the seller, and nobody else can", async () => {
    const { page } = lender;
    await page.goto(`${stage.coop.pageUrl}${MACHINE}`);
    await shows(page, /Only the treasurer can do that/);
    expect(await page.getByRole("button", { name: /pay the seller/ }).count()).to.equal(0);
    const treasurer = await open(TREASURER, MACHINE);
    await treasurer.page.getByRole("button", { name: "The machine was handed over: pay the seller" }).click();
    await treasurer.page.getByRole("region", { name: "The lease" }).waitFor();
    await treasurer.close();
    expectQuiet(treasurer.problems);
  });

  it("the first rent pays the coupon, and the lender collects its part and reads why", async () => {
    const lessee = await open(BUS.lessee, MACHINE, BigInt(BUS.rent));
    await lessee.page.getByRole("button", { name: "Pay €1,300.00" }).click();
    await lessee.page.getByRole("row", { name: new RegExp(`of member ${BUS.lessee + 1}`) }).waitFor();
    await lessee.close();
    expectQuiet(lessee.problems);

    const { page } = lender;
    await page.goto(`${stage.coop.pageUrl}${SERIES}`);
    const mine = page.getByRole("region", { name: "Your bonds" });
    await mine.getByText("Why this amount").click();
    // A quarter of 42,000 at 4 %: the lender's part is three sevenths.
    await mine.getByRole("row", { name: /€4\d\d\.\d\d × €18,000\.00 ÷ €42,000\.00/ }).waitFor();
    const collect = mine.getByRole("button", { name: /^Collect €1[78]\d\.\d\d$/ });
    const amount = (await collect.innerText()).replace("Collect ", "");
    await collect.click();
    await mine.getByText("The money is in your account.").waitFor();
    const taken = mine.locator("dl > div").filter({ hasText: "coupons you collected" });
    expect(await taken.getByText(amount, { exact: true }).count()).to.equal(1);
    expect(await collect.count()).to.equal(0);
    expectQuiet(lender.problems);
  });

  it("sends some to another member, who then holds them", async () => {
    const { page } = lender;
    const mine = page.getByRole("region", { name: "Your bonds" });
    await mine.getByText("Send some to another member").click();
    await mine.getByLabel("Number of the member").fill("3");
    await mine.getByText(/This is member 3/).waitFor();
    await mine.getByLabel(/How much of them/).fill("5000");
    await mine.getByRole("button", { name: "Send €5,000.00 to member 3" }).click();
    await mine.getByText("€13,000.00", { exact: true }).waitFor();
    expectQuiet(lender.problems);

    const other = await open(TREASURER, SERIES);
    await other.page.getByRole("region", { name: "Your bonds" }).getByText("€5,000.00", { exact: true }).waitFor();
    await other.close();
    expectQuiet(other.problems);
  });
});
