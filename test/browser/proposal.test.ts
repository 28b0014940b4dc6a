// A proposal before anybody decides: tried out, its rules before and after, its text held against its actions; and one in the making.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { running } from "../../scripts/demo/proposals/running.ts";
import { approve } from "../../scripts/demo/test-euro.ts";
import { account } from "../../scripts/demo/world.ts";
import { castVote, choose, connect, expectQuiet, openProposal, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const ANA = 0;
const ELECTRIC = running.find(({ key }) => key === "charging-post")?.title ?? "";
const TURNED = "Tyres \u202erof\u202c wintеr";
const TEXT = [
  "We pay **€50.00**:\n\n- four tyres\n- one rim",
  "[our bank](https://bank.example@evil.example/login), [click](javascript:alert(1)), ![tyres](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)>",
].join("\n\n");

describe("browser: a proposal, before it is decided", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  const visit = async (path = "/"): Promise<Visit> => {
    const visitor = await stage.open(path, { wallet: { account: account(stage.coop.world, ANA) } });
    await connect(visitor.page);
    return visitor;
  };
  const rehearsal = (page: Page) => page.getByRole("region", { name: "If it were carried out now" });

  it("says what would happen if it were carried out now, and what would move", async () => {
    const { page, problems, close } = await stage.open("/");
    await openProposal(page, ELECTRIC);
    await rehearsal(page).getByText("As things stand, it can be carried out.").waitFor();
    await rehearsal(page)
      .getByRole("row", { name: /Operating fund.*−€6,800\.00/ })
      .waitFor();
    await rehearsal(page)
      .getByText(/As of block \d+/)
      .waitFor();
    expectQuiet(problems);
    await close();
  });

  it("asks a node for less that can do less, and says what it could not do", async () => {
    const { page, close } = await stage.open("/");
    // Such a node knows neither state overrides nor blocks that are only played.
    await between(page, stage.coop.rpcUrl, "plain");
    await openProposal(page, ELECTRIC);
    await rehearsal(page).getByText("As things stand, it can be carried out.").waitFor();
    await rehearsal(page)
      .getByText(/can not say beforehand what would move/)
      .waitFor();
    await close();
  });

  it("does not wait for ever for a node that is silent, and can be asked again", async () => {
    const { page, close } = await stage.open("/");
    await between(page, stage.coop.rpcUrl, "silent");
    await openProposal(page, ELECTRIC);
    await rehearsal(page)
      .getByText(/did not answer, so it could not be tried out/)
      .waitFor();
    await asItWas(page);
    await rehearsal(page).getByRole("button", { name: "Calculate again" }).click();
    await rehearsal(page).getByText("As things stand, it can be carried out.").waitFor();
    await close();
  });

  it("of rules that were changed says what they were and what they are since", async () => {
    const { page, problems, close } = await stage.open("/");
    await openProposal(page, "Shorten the notice of ordinary resolutions to ten days");
    await page.getByRole("row", { name: "Notice before the vote V1 14 days 10 days" }).waitFor();
    expect(await page.getByRole("table", { name: "Ordinary resolutions" }).getByRole("row").count()).to.equal(2);
    expectQuiet(problems);
    await lookAt(page, "proposal-before-and-after");
    await close();
  });

  it("says in words what one sends, before the wallet opens", async () => {
    const { page, problems, close } = await visit();
    await openProposal(page, ELECTRIC);
    await choose(page, "For");
    await castVote(page);
    await shows(page, /Sending it yourself, you say .On proposal No\. \d+: for./);
    await page.getByText("What your wallet may show").click();
    await shows(page, /The function castVote of the Assembly/);
    expect(await sentBy(page)).to.equal(0);
    expectQuiet(problems);
    await close();
  });

  it("what is being written is kept over a reload, as a file, and until it is deleted", async () => {
    const { page, problems, close } = await visit("/proposals/new");
    await shows(page, /It stays in this browser/);
    await page.getByLabel("Title").fill("Tyres");
    await page.getByLabel("Recipient").fill("3");
    await shows(page, /Kept in this browser/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save it as a file" }).click(),
    ]);
    const file = await download.path();
    await page.reload();
    await shows(page, /You began this here and it was kept/);
    expect(await page.getByLabel("Title").inputValue()).to.equal("Tyres");
    await page.getByRole("button", { name: "Delete what I wrote" }).click();
    await page.getByRole("button", { name: "Delete it for good" }).click();
    await shows(page, /It stays in this browser/);
    expect(await page.getByLabel("Title").inputValue()).to.equal("");
    await page.reload();
    await page.getByLabel("Title").waitFor();
    expect(await page.getByLabel("Title").inputValue()).to.equal("");
    await page.getByLabel("Go on from a file").setInputFiles(file);
    await shows(page, /Kept in this browser/);
    expect(await page.getByLabel("Recipient").inputValue()).to.equal("3");
    await page
      .getByLabel("Go on from a file")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await shows(page, /This file holds no proposal/);
    expect(await page.getByLabel("Title").inputValue()).to.equal("Tyres");
    expectQuiet(problems);
    await close();
  });

  it("a hostile text is read and does nothing; where it parts from the actions the page says so [case 125] [case 127] [case 129]", async () => {
    const { page, problems, close } = await visit("/proposals/new");
    await page.getByLabel("Title").fill(TURNED);
    await page.getByLabel("Text", { exact: true }).fill(TEXT);
    await page.getByLabel("Recipient").fill("3");
    await page.getByLabel(/^Amount in/).fill("500");
    await page.getByLabel("What the money is for").fill("Tyres");
    // The preview says all of it beside the form, and tries it out.
    await shows(page, /The text names €50\.00, but the actions name €500\.00/);
    await rehearsal(page).getByText("As things stand, it can be carried out.").waitFor();
    await rehearsal(page)
      .getByRole("row", { name: /Member 3.*\+€500\.00/ })
      .waitFor();
    await lookAt(page, "proposal-written");
    await page.getByRole("button", { name: "Open it for seconding" }).click();

    const title = page.getByRole("heading", { level: 1, name: "Tyres \ufffdrof\ufffd wintеr" });
    await title.waitFor();
    await shows(page, /letters of another alphabet stand in “wintеr”/);
    await shows(page, /The text names €50\.00, but the actions name €500\.00/);
    const article = page.getByRole("article");
    await article.getByRole("listitem").filter({ hasText: "four tyres" }).waitFor();
    await article.getByText("<img src=x onerror=alert(1)>").waitFor();
    await article.getByText("(evil.example)").waitFor();
    expect(await article.locator("img, svg image, script").count()).to.equal(0);
    expect(await article.locator('a[href^="javascript:"], a[href^="data:"]').count()).to.equal(0);
    expect(await article.getByRole("link", { name: "our bank" }).getAttribute("rel")).to.equal("noreferrer");
    // What is carried out is decoded from the calls, argument by argument.
    await article.getByText("Exact data").click();
    await shows(page, "pay(uint32,address,address,uint256,bytes32)");
    await article.getByText("500000000", { exact: true }).waitFor();
    expectQuiet(problems);
    await lookAt(page, "draft-hostile");
    await page.goto(`${stage.coop.pageUrl}/proposals/new`);
    await shows(page, /It stays in this browser/);
    await close();
  });

  it("a member sees what the co-op may take from the account, and takes it back [case 128]", async () => {
    const { world, chain } = stage.coop;
    const from = account(world, ANA);
    const call = approve(world.euro, from, world.coop.treasury, 2n ** 256n - 1n);
    await chain.connection.provider.request({ method: "eth_sendTransaction", params: [call] });
    const { page, problems, close } = await visit("/you");
    const sheet = page.getByRole("region", { name: "What the co-op may take from your account" });
    await sheet.getByText("Treasury: everything, without a limit").waitFor();
    await sheet.getByRole("button", { name: "Take it back" }).click();
    await sheet.getByText(/^Nothing\. Every payment/).waitFor();
    expect(await sentBy(page)).to.equal(1);
    expectQuiet(problems);
    await close();
  });

  it("a payment allows exactly its own sum, and nothing is left allowed after it [case 128]", async () => {
    await funded(stage.coop, ANA, 10_000_000n);
    const { page, problems, close } = await visit("/shares");
    await page.getByLabel("How many shares to buy").fill("2");
    await page.getByRole("button", { name: "Buy 2 shares" }).click();
    // The field is emptied once they are bought.
    await page.getByRole("button", { name: "Buy 2 shares" }).waitFor({ state: "detached" });
    await page.goto(`${stage.coop.pageUrl}/you`);
    const sheet = page.getByRole("region", { name: "What the co-op may take from your account" });
    await sheet.getByText(/^Nothing\. Every payment/).waitFor();
    expectQuiet(problems);
    await close();
  });
});

type Asked = { method: string; params?: unknown[] };

const isTrial = ({ method, params = [] }: Asked): boolean =>
  method === "eth_simulateV1" || (method === "eth_call" && params.length > 2);

/** Between a page and its node: a node that can do less, or one that is silent when it is asked to try something out. */
async function between(page: Page, rpcUrl: string, node: "plain" | "silent"): Promise<void> {
  await page.route(rpcUrl, async (route) => {
    const asked = route.request().postDataJSON() as Asked | Asked[];
    const trials = [asked].flat().filter(isTrial);
    if (trials.length > 0 && node === "silent") return route.abort();
    for (const trial of trials) trial.method = "eth_unknown";
    const response = await route.fetch({ postData: JSON.stringify(asked) });
    return route.fulfill({ response });
  });
}

/** Whatever was under way meanwhile is let go. */
const asItWas = (page: Page) => page.unrouteAll({ behavior: "ignoreErrors" });
