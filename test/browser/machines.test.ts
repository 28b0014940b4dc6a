// Machines in use: a lessee pays rent and sees who gets it; a lease whose rent is too late is ended, and the machine goes to
// whoever bids the best rent.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { EURO } from "../../scripts/demo/charter.ts";
import { machineOf, numberOf } from "../../scripts/demo/machines.ts";
import { memberId } from "../../scripts/demo/people.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const VAN = machineOf("wheelchair-van");
const BIKES = machineOf("cargo-bikes");
const FIRST_BIDDER = 21;
const SECOND_BIDDER = 22;

describe("browser: machines and their rent", () => {
  let stage: Stage;

  before(async function () {
    stage = await freshStage(this);
  });

  const open = async (place: number, path: string, euros = 0n): Promise<Visit> => {
    const wallet = { account: await funded(stage.coop, place, euros * EURO) };
    const visit = await stage.open("/", { wallet });
    await connect(visit.page);
    if (path !== "/") await visit.page.goto(`${stage.coop.pageUrl}${path}`);
    return visit;
  };

  it("a lessee finds the rent on the first page, sees its split before it is paid, and the same split after", async () => {
    const { page, problems, close } = await open(VAN.lessee, "/", BigInt(VAN.rent));
    await page.getByRole("link", { name: /€1,150\.00 of rent for the wheelchair van/ }).click();
    const pay = page.getByRole("region", { name: "Pay rent" });
    await pay.getByText("How it is shared").waitFor();
    expect(await pay.getByRole("textbox").inputValue()).to.equal("1150.00");
    const before = await pay.locator("dd").allInnerTexts();
    expect(before[0]).to.equal("€115.00");
    expect(before.slice(1).every((part) => part !== "€0.00")).to.equal(true);
    const rows = page.getByRole("region", { name: "Rents, and where they went" }).locator("tbody tr");
    const count = await rows.count();
    await pay.getByRole("button", { name: "Pay €1,150.00" }).click();
    await rows.nth(count).waitFor();
    expect(await rows.first().locator("td").allInnerTexts()).to.deep.equal(["€1,150.00", ...before]);
    expect(await sentBy(page)).to.equal(1);
    await page.getByRole("region", { name: "Your lease" }).getByText("Paid", { exact: true }).first().waitFor();
    await close();
    expectQuiet(problems);
  });

  describe("a lease whose rent is too late", () => {
    let first: Visit;
    let second: Visit;
    const path = `/machines/${numberOf(BIKES.key)}`;

    before(async () => {
      first = await open(FIRST_BIDDER, path, 300n);
      second = await open(SECOND_BIDDER, path, 300n);
    });
    after(async () => {
      await first?.close();
      await second?.close();
    });

    // Each step builds on the one before.
    let broken = false;
    beforeEach(function () {
      if (broken) this.skip();
    });
    afterEach(function () {
      broken ||= this.currentTest?.state === "failed";
    });

    const write = async (page: Page, amount: string) => {
      const form = page.getByRole("region", { name: /Who needs it/ });
      await form.getByRole("textbox").fill(amount);
      await form.getByRole("button", { name: `Bid €${amount}` }).click();
    };

    it("is ended by anyone, and what is late stays the former lessee's debt", async () => {
      const { page } = first;
      await shows(page, "Late beyond the grace");
      await page.getByRole("button", { name: "End the lease" }).click();
      await page.getByRole("region", { name: "Nobody leases it" }).waitFor();
      const owed = page.getByRole("region", { name: "Pay what is owed" });
      await owed.getByText(`Member ${memberId(BIKES.lessee)} leased the machine before`).waitFor();
      await owed.getByRole("button", { name: "What is late: €420.00" }).waitFor();
    });

    it("then members bid rent; a better bid frees the deposit of the one before", async () => {
      await first.page.getByRole("button", { name: "Offer it to the members" }).click();
      await write(first.page, "150.00");
      await shows(first.page, /Yours is the best bid/);
      expect(await sentBy(first.page)).to.equal(3);

      await second.page.getByText("€150.00", { exact: true }).first().waitFor();
      const form = second.page.getByRole("region", { name: /Who needs it/ });
      await form.getByRole("textbox").fill("151");
      await form.getByText("Bid at least €151.50.").waitFor();
      await write(second.page, "160.00");
      await shows(second.page, /Yours is the best bid/);

      await first.page.getByRole("button", { name: "Take €150.00 back" }).click();
      await shows(first.page, "Your deposit is back in your account.");
    });

    it("who owes rent can not bid", async () => {
      const { page, problems, close } = await open(BIKES.lessee, path);
      await shows(page, /You owe rent for a machine that you had before/);
      expect(
        await page
          .getByRole("region", { name: /Who needs it/ })
          .getByRole("textbox")
          .count(),
      ).to.equal(0);
      await close();
      expectQuiet(problems);
    });

    it("after the close the best bid has it, and its deposit is the first rent", async () => {
      const { page } = second;
      await page.getByRole("button", { name: "To when bids have closed" }).click();
      await page.getByRole("button", { name: "Let it to the best bid" }).click();
      const lease = page.getByRole("region", { name: "Your lease" });
      await lease.getByText("€160.00 every 14 days").waitFor();
      const [row] = await page.getByRole("row", { name: new RegExp(`of member ${memberId(SECOND_BIDDER)}`) }).all();
      expect(await row?.locator("td").first().innerText()).to.equal("€160.00");
      expectQuiet([...first.problems, ...second.problems]);
    });
  });
});
