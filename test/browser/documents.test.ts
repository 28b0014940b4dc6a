// A member who may be expelled seals a statement for another, who reads it and deletes it; one for everybody is read without a
// wallet; and what is not to be had names whom to ask.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { toHex } from "viem";
import { publicPoint } from "../../documents/envelope/p256.ts";
import { keyText } from "../../documents/envelope/signed.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, openProposal, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const TITLE = "Part with member 49";
const TOLD = "I was ill and did not want the riders to wait.";
const SEALED = "My doctor's letter of that week says more than I want to write here.";
const SUBJECT = 48;
const READER = 10;
const WITHOUT_KEY = 11;
const OTHER_KEY = toHex(publicPoint(1_844n));

describe("browser: documents", () => {
  let stage: Stage;
  let subject: Visit;
  let reader: Visit;

  before(async function () {
    stage = await freshStage(this);
    const { world } = stage.coop;
    subject = await stage.open("/", { wallet: { account: account(world, SUBJECT) } });
    reader = await stage.open("/", { wallet: { account: account(world, READER) } });
    await connect(subject.page);
    await connect(reader.page);
  });
  after(async () => {
    await subject?.close();
    await reader?.close();
  });

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const statement = (page: Page, number: number) =>
    page.getByRole("listitem").filter({ hasText: "Fingerprint" }).nth(number);

  it("anybody reads a statement that is shown to everybody, without a wallet", async () => {
    const visitor = await stage.open("/");
    await openProposal(visitor.page, TITLE);
    await press(visitor.page, "Read it");
    await shows(visitor.page, TOLD);
    await shows(visitor.page, "shown to everybody");
    expect(await visitor.page.getByRole("button", { name: "Delete" }).count()).to.equal(0);
    await visitor.close();
    expectQuiet(visitor.problems);
  });

  it("nobody can seal for a member without a reading key, and the page says for whom", async () => {
    const { page } = subject;
    await openProposal(page, TITLE);
    await page.getByLabel("Your statement").fill(SEALED);
    await page.getByRole("radio", { name: /Only members whom I name/ }).check();
    await page.getByLabel("Members", { exact: true }).fill("0");
    await press(page, "File my statement");
    await shows(page, "There is no active member 0.");
    await page.getByLabel("Members", { exact: true }).fill(`${READER + 1}, ${WITHOUT_KEY + 1}`);
    await press(page, "File my statement");
    await shows(page, /^None of those who should read it has a reading key yet/);
  });

  it("a member makes a reading key with two signatures, each told before", async () => {
    const { page } = reader;
    await openProposal(page, TITLE);
    await page.getByText("Your reading key").click();
    await shows(page, /Your wallet will ask twice/);
    await press(page, "Make my reading key");
    await shows(page, "You have a reading key");
  });

  it("the statement is sealed for that member, and filed", async () => {
    const { page } = subject;
    await press(page, "File my statement");
    await shows(page, new RegExp(`It can not be sealed for Member ${WITHOUT_KEY + 1}`));
    await press(page, "File it for the others");
    await shows(page, "Your statement is filed.");
  });

  it("[M7] neither chain nor service has a word of it", async () => {
    const account_ = account(stage.coop.world, SUBJECT);
    const kept = await (await fetch(`${stage.coop.pageUrl}/documents/export?account=${account_}`)).text();
    expect(kept.trim().split("\n")).to.have.lengthOf(2);
    expect(kept).to.include('"kind":"sealed"').and.not.include("doctor");
  });

  it("the member reads it, also in a tab that has to ask the wallet again", async () => {
    const { page } = reader;
    await page.evaluate(() =>
      sessionStorage.removeItem(Object.keys(sessionStorage).find((key) => key.includes("reading")) ?? ""),
    );
    await page.reload();
    await statement(page, 1).getByRole("button", { name: "Read it" }).click();
    await shows(page, /It is sealed for you\. Your wallet will ask you to sign a fixed text/);
    await press(page, "Sign and read it");
    await shows(page, SEALED);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it("another member sees that it is not for them", async () => {
    const other = await stage.open("/", { wallet: { account: account(stage.coop.world, WITHOUT_KEY) } });
    await connect(other.page);
    await openProposal(other.page, TITLE);
    await statement(other.page, 1).getByRole("button", { name: "Read it" }).click();
    await shows(other.page, /It is not sealed for your account/);
    expect(await other.page.getByText(SEALED).count()).to.equal(0);
    await other.close();
    expectQuiet(other.problems);
  });

  it("[M7] the reader deletes it for everybody, and the page names whom to ask", async () => {
    const { page } = reader;
    await press(page, "Delete");
    await shows(page, /Deleting erases the words for everybody, for good/);
    await press(page, "Delete it for everybody");
    await shows(page, /It was deleted\. This page has only its fingerprint 0x\w{4}…\w{4}: ask member 49/);
    expect(await page.getByText(SEALED).count()).to.equal(0);
    expectQuiet(reader.problems);
  });

  it("a reader whose wallet makes another key than the published one is told so", async () => {
    const { page } = reader;
    const { world, chain, pageUrl } = stage.coop;
    const owner = account(world, READER);
    const place = { chainId: 31_337, directory: world.coop.directory };
    const at = Date.now() + 1_000;
    const key = OTHER_KEY;
    const params = [toHex(keyText(place, key, at)), owner];
    const signature = await chain.connection.provider.request({ method: "personal_sign", params });
    const sent = { method: "PUT", headers: { "content-type": "application/json" } };
    const put = await fetch(`${pageUrl}/keys/${owner}`, { ...sent, body: JSON.stringify({ key, at, signature }) });
    expect(put.status).to.equal(200);
    await page.reload();
    await page.getByText("Your reading key").click();
    await shows(page, /The key that your wallet made now is not the one you published/);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
    await press(page, "Publish the new key");
    await shows(page, "You have a reading key");
    expectQuiet(reader.problems);
  });

  it("with the service down, the page says so and whom to ask", async () => {
    const { page } = subject;
    await page.route("**/documents/**", (route) =>
      route.fulfill({ status: 200, contentType: "text/html", body: "<html>" }),
    );
    await statement(page, 0).getByRole("button", { name: "Read it" }).click();
    await shows(page, /The co-op's document service does not answer\. This page has only its fingerprint/);
    await page.getByLabel("Your statement").fill("Once more.");
    await page.getByRole("radio", { name: /Everybody, on this page/ }).check();
    await press(page, "File my statement");
    await shows(page, "The co-op's document service does not answer. Nothing was changed. Try again later.");
  });

  it("[case 126] words of one's own hands are filed without the service, and checked with their salt", async () => {
    const { page } = subject;
    await page.getByRole("radio", { name: /Nobody here/ }).check();
    const saving = page.waitForEvent("download");
    await press(page, "Save the words");
    const text = await streamText(await (await saving).createReadStream());
    await press(page, "File my statement");
    await shows(page, "Hand the saved words to the members.");
    await page.getByText("Check the words of a statement").click();
    await page.getByLabel("The words you were given").fill(text);
    await shows(page, "These are the words of statement 3.");
    await page.getByLabel("The words you were given").fill(text.replace("Once", "Never"));
    await shows(page, "These are not the exact words of a filed statement.");
    expectQuiet(subject.problems);
  });
});

async function streamText(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
