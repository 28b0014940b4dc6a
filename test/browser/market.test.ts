// The market from both sides: a job is offered with one prompt, accepted after its split was seen, done and confirmed; a service is
// booked, and its confirmation signed by one and handed in by another; a dispute is decided by an arbiter.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { encodeFunctionData } from "viem";
import { authorityAbi } from "../../books/abi.ts";
import { EURO } from "../../scripts/demo/charter.ts";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const DRIVER = 4;
const RIDER = 6;
const ARBITER = 10;
const GUEST = Outsider.visitor;

describe("browser: rides and tasks on the market", function () {
  this.timeout(90_000);
  let stage: Stage;
  let driver: Visit;
  let rider: Visit;
  let jobUrl: string;
  let bookingUrl: string;

  const open = async (place: number, path: string, euros = 0n): Promise<Visit> => {
    const wallet = { account: await funded(stage.coop, place, euros * EURO) };
    const visit = await stage.open("/", { wallet });
    await connect(visit.page);
    await visit.page.goto(`${stage.coop.pageUrl}${path}`);
    return visit;
  };
  const request = (method: string, params: readonly unknown[]) =>
    stage.coop.chain.connection.provider.request({ method, params: [...params] });
  const anHourLater = async () => {
    await request("evm_increaseTime", [3_600]);
    await request("evm_mine", []);
  };
  const appointArbiter = async () => {
    const { assembly, authority } = stage.coop.world.coop;
    const until = Math.floor(Date.now() / 1_000) + 90 * DAY;
    const args = [BigInt(Role.Arbiter), account(stage.coop.world, ARBITER), until] as const;
    const data = encodeFunctionData({ abi: authorityAbi, functionName: "appoint", args });
    await request("hardhat_impersonateAccount", [assembly]);
    await request("hardhat_setBalance", [assembly, "0xde0b6b3a7640000"]);
    await request("eth_sendTransaction", [{ from: assembly, to: authority, data }]);
  };
  const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
  const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
  const row = (page: Page, name: RegExp) => page.getByRole("row", { name });
  /** Jobs and pay of the running period, as the page sums them up. */
  const earnedBy = async (page: Page): Promise<[number, number]> => {
    await page.goto(`${stage.coop.pageUrl}/market/mine`);
    const period = region(page, /^This period/);
    await period.waitFor();
    const figure = async (name: RegExp) => {
      const cell = period.getByRole("row", { name }).locator("td").first();
      return (await cell.count()) === 0 ? 0 : Number((await cell.innerText()).replaceAll(/[€,]/g, ""));
    };
    return [await figure(/^Jobs/), await figure(/^You got/)];
  };
  const atJob = (page: Page) => page.waitForURL(/\/market\/\d+$/);

  before(async function () {
    stage = await freshStage(this);
    await appointArbiter();
    driver = await open(DRIVER, "/market");
    rider = await open(RIDER, "/market", 200n);
  });
  after(async () => {
    await driver?.close();
    await rider?.close();
  });

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  it("a customer offers a ride with one prompt, and sees before it what it costs and earns", async () => {
    const { page } = rider;
    await press(page, "Offer a job");
    const form = region(page, "Offer a job");
    await form.getByLabel(/^From where to where/).fill("From the station to the hospital, at ten.");
    await form.getByLabel(/^Fare/).fill("20");
    await form.getByLabel(/^Tolls/).fill("1");
    await form.getByLabel(/^Tip/).fill("2");
    await form.getByText(/You pay €23\.00; the provider gets €21\.00 of it, after a fee of €2\.00/).waitFor();
    await form.getByText("0.50 points").waitFor();
    await form.getByRole("button", { name: "Offer it and pay €23.00" }).click();
    await atJob(page);
    jobUrl = page.url();
    expect(await sentBy(page)).to.equal(1);
    await region(page, "What happens next").getByRole("button", { name: "Take it back" }).waitFor();
  });

  it("a driver finds it with what it would bring, reads what it is and sees the split before accepting [J1]", async () => {
    const { page } = driver;
    const offer = page.getByRole("listitem").filter({ hasText: "From the station to the hospital, at ten." });
    await offer.getByText("You would get €21.00 and 0.50 points").waitFor();
    await offer.getByRole("link", { name: "Ride for €20.00" }).click();
    await page.waitForURL(jobUrl);
    await region(page, "What was written").getByText("shown to everybody").waitFor();
    await shows(page, "From the station to the hospital, at ten.");
    await row(page, /^To the provider €21\.00/).waitFor();
    await row(page, /to the commons fund €1\.00/).waitFor();
    await row(page, /to the operating fund €1\.00/).waitFor();
    expect(await row(page, /^Together €23\.00/).count()).to.equal(2);
    await lookAt(page, "job-open");
    await press(page, "Accept this job");
    await region(page, "What happens next").getByRole("button", { name: "It is done" }).waitFor();
  });

  it("the driver says that it is done, the customer signs for the distance, the relay hands it in, and money and points are there", async () => {
    const before = await earnedBy(driver.page);
    await driver.page.goto(jobUrl);
    await anHourLater();
    await driver.page.getByLabel("Distance in km").fill("4.2");
    await press(driver.page, "It is done");
    await shows(driver.page, /Pays out on .* unless disputed/);
    await rider.page.getByText("It was 4.2 km, as the provider says").waitFor();
    await lookAt(rider.page, "job-done");
    await press(rider.page, "Confirm that it is done");
    await stage.coop.relay.look();
    await shows(rider.page, "4.2 km count");
    const receipt = region(rider.page, "Your receipt");
    await receipt.getByText("€23.00").waitFor();
    await receipt.getByText("0.50 points").waitFor();
    expect(await receipt.getByRole("link").count()).to.equal(0);
    expect(await sentBy(rider.page)).to.equal(1);

    await region(driver.page, "Your receipt").getByText("€21.00").waitFor();
    const [jobs, pay] = await earnedBy(driver.page);
    expect([jobs - before[0], pay - before[1]]).to.deep.equal([1, 21]);
    await region(driver.page, "What your points would bring")
      .getByText(/Your dividend would be/)
      .waitFor();
    await lookAt(driver.page, "my-work");
  });

  it("a driver offers a service; a rider books it with one prompt and signs that it is done; the driver hands that in", async () => {
    await driver.page.goto(`${stage.coop.pageUrl}/market`);
    await press(driver.page, "Offer a service");
    const form = region(driver.page, "Offer a service");
    await form.getByLabel("What you do").fill("Rides in the old town, day and night.");
    await form.getByLabel(/^Fare/).fill("15.40");
    await form.getByText(/After a fee of €1\.54 you would get €13\.86/).waitFor();
    await press(driver.page, "Offer the service");
    const mine = driver.page.getByRole("listitem").filter({ hasText: "Ride for €15.40" });
    await mine.getByRole("button", { name: "Withdraw this service" }).waitFor();

    const { page } = rider;
    await page.goto(`${stage.coop.pageUrl}/market?kind=ride`);
    const service = page.getByRole("listitem").filter({ hasText: "Ride for €15.40" });
    await service.getByText("Book it", { exact: true }).click();
    await lookAt(page, "market");
    await service.getByRole("button", { name: "Book it and pay €15.40" }).click();
    await atJob(page);
    expect(await sentBy(page)).to.equal(1);
    await page.getByText("Sign a confirmation for somebody else to hand in").click();
    await press(page, "Sign the confirmation");
    const link = await page.getByLabel("Your signed confirmation").inputValue();
    expect(await sentBy(page)).to.equal(1);

    await driver.page.goto(link);
    await press(driver.page, "Hand it in and have it paid");
    await region(driver.page, "Your receipt").getByText("€13.86").waitFor();
    await shows(page, "The customer confirmed it, and it was paid.");
  });

  it("a rider keeps what was signed for a relay that says nothing, and does without one that does nothing [case 123]", async () => {
    const { page } = rider;
    await page.goto(`${stage.coop.pageUrl}/market?kind=ride`);
    const service = page.getByRole("listitem").filter({ hasText: "Ride for €15.40" });
    await service.getByText("Book it", { exact: true }).click();
    await service.getByRole("button", { name: "Book it and pay €15.40" }).click();
    await atJob(page);
    await page.route(
      (url) => url.pathname === "/papers",
      (route) => route.abort(),
    );
    await press(page, "Confirm that it is done");
    await shows(page, "The relay does not answer, so it is not certain that it has your confirmation.");
    await page.reload();
    await shows(page, "You signed that it is done, and the relay has not said that it has it.");
    // The browser says that a request failed, as it was meant to.
    expect(rider.problems.splice(0).join()).to.contain("Failed to load resource");
    await page.unrouteAll();
    const headers = { "access-control-allow-origin": "*" };
    const receipt = { postBy: Math.floor(Date.now() / 1_000) + 600 * DAY };
    await page.route(
      (url) => url.pathname === "/papers",
      (route) => route.fulfill({ json: { id: "0x01", receipt }, headers }),
    );
    await page.route(
      (url) => url.pathname.startsWith("/receipts"),
      (route) => route.fulfill({ json: { state: "waiting" }, headers }),
    );
    await press(page, "Hand it in again");
    await shows(page, "Accepted by the relay: you confirmed that it is done.");
    await lookAt(page, "job-relay-accepted");
    await press(page, "Send my confirmation myself");
    await shows(page, "The customer confirmed it, and it was paid.");
    await page.unrouteAll();
  });

  it("a guest disputes a ride, an arbiter divides it with both amounts in view, and the receipt invites the guest [J7]", async () => {
    const guest = await open(GUEST, "/market", 50n);
    const service = guest.page.getByRole("listitem").filter({ hasText: "Ride for €15.40" });
    await service.getByText("Book it", { exact: true }).click();
    await service.getByRole("button", { name: "Book it and pay €15.40" }).click();
    await atJob(guest.page);
    bookingUrl = guest.page.url();
    await driver.page.goto(bookingUrl);
    await press(driver.page, "It is done");

    await guest.page.getByText("Dispute it", { exact: true }).click();
    const dispute = region(guest.page, "What happens next");
    await dispute.getByLabel("What went wrong").fill("Nobody came.");
    await dispute.getByRole("button", { name: "Dispute this job" }).click();
    // None of the readers has a reading key yet.
    await dispute.getByLabel(/I keep my words as a file/).check();
    await dispute.getByRole("button", { name: "Dispute this job" }).click();
    await shows(guest.page, /An arbiter decides until/);

    const arbiter = await open(ARBITER, "/market/disputes");
    await region(arbiter.page, "For you to decide").getByRole("link", { name: "Ride for €15.40" }).click();
    await arbiter.page.getByLabel(/the provider's part/).fill("70");
    const parts = region(arbiter.page, "What happens next").locator("dd");
    expect(await parts.allInnerTexts()).to.deep.equal(["€9.702", "€4.62", "€1.078"]);
    await arbiter.page.getByLabel("Your reasons").fill("It was late, and the guest had left.");
    await lookAt(arbiter.page, "job-rule");
    await press(arbiter.page, "Divide it like this");
    await arbiter.page.getByLabel(/I keep my words as a file/).check();
    await press(arbiter.page, "Divide it like this");
    await shows(arbiter.page, "An arbiter decided the dispute and divided the money.");
    await arbiter.page.goto(`${stage.coop.pageUrl}/market/disputes`);
    await region(arbiter.page, "Decided")
      .getByText(/€9\.70 to the provider, €4\.62 back to the customer/)
      .waitFor();
    await lookAt(arbiter.page, "disputes");

    const receipt = region(guest.page, "Your receipt");
    await receipt.getByText("€10.78").waitFor();
    await receipt.getByText(/As a member you would have earned 0\.26 points/).waitFor();
    await receipt.getByRole("link", { name: /^Join/ }).waitFor();
    await guest.close();
    await arbiter.close();
    expectQuiet([...guest.problems, ...arbiter.problems, ...driver.problems, ...rider.problems]);
  });
});
