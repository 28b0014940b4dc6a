// What a wallet can do to the page: be absent, decline, sit on another network, be clicked twice.
import { expect } from "chai";
import { account } from "../../scripts/demo/world.ts";
import { castVote, choose, connect, expectQuiet, openProposal, shows } from "./acts.ts";
import { freshStage, type Stage } from "./stage.ts";
import { declineNext, sentBy } from "./test-wallet.ts";

const OPEN_PROPOSAL = "A paid day of training for every new driver";

describe("browser: with and without a wallet", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  it("reads without a wallet, and offers one where it would be needed", async () => {
    const { page, problems, close } = await stage.open("/proposals?state=all");
    await openProposal(page, OPEN_PROPOSAL);
    await shows(page, "12 of 56 members");
    await choose(page, "For");
    await page.getByRole("button", { name: "Connect a wallet and cast my vote" }).waitFor();
    expectQuiet(problems);
    await close();
  });

  it("shows the pages as a member sees them who is named in the address, and lets nobody act for them", async () => {
    const second = account(stage.coop.world, 1);
    const { page, problems, close } = await stage.open(`/?as=${second}`);
    await shows(page, "You see the pages as member 2 sees them");
    await shows(page, "Waiting for you");
    await page.getByRole("link", { name: "Your membership, shares and proxies" }).click();
    await page.getByRole("heading", { level: 1, name: "Your membership" }).waitFor();
    expect(new URL(page.url()).searchParams.get("as")).to.equal(second.toLowerCase());
    await page.goto(`${stage.coop.pageUrl}/proposals?as=${second}`);
    await page.getByRole("link", { name: OPEN_PROPOSAL }).first().click();
    await choose(page, "For");
    await (await castVote(page, "Connect a wallet and send my vote myself")).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("as")).to.equal(second.toLowerCase());
    await page.getByRole("link", { name: "Look as a visitor" }).click();
    await page.getByText("You see the pages as").waitFor({ state: "detached" });
    expectQuiet(problems);
    await close();
  });

  it("says so when the person declines, and lets them try again", async () => {
    const { page, problems, close } = await stage.open("/", { wallet: { account: account(stage.coop.world, 1) } });
    await connect(page);
    await openProposal(page, OPEN_PROPOSAL);
    await choose(page, "For");
    await declineNext(page);
    await (await castVote(page)).click();
    await shows(page, "You declined in your wallet. Nothing was sent.");
    await (await castVote(page)).click();
    await shows(page, "Your vote is counted.");
    expect(await sentBy(page)).to.equal(2);
    expectQuiet(problems);
    await close();
  });

  it("switches the network first when the wallet is on another, in the same click", async () => {
    const wallet = { account: account(stage.coop.world, 2), chainId: 1 };
    const { page, problems, close } = await stage.open("/", { wallet });
    await connect(page);
    await openProposal(page, OPEN_PROPOSAL);
    await choose(page, "Abstain");
    await (await castVote(page, "Switch network and send my vote myself")).click();
    await shows(page, "Your vote is counted.");
    expectQuiet(problems);
    await close();
  });

  it("sends once when the button is clicked twice [case 122]", async () => {
    const wallet = { account: account(stage.coop.world, 3), thinksForMs: 400 };
    const { page, problems, close } = await stage.open("/", { wallet });
    await connect(page);
    await openProposal(page, OPEN_PROPOSAL);
    await choose(page, "For");
    await (await castVote(page)).dblclick();
    await shows(page, "Your vote is counted.");
    expect(await sentBy(page)).to.equal(1);
    expectQuiet(problems);
    await close();
  });
});
