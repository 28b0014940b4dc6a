// A person takes everything that waits for it: one after the other, over a no and a reload, or with one question.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { erc20Abi } from "viem";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { delegate, encoderOf, holdBack, letGo, record } from "./batching.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";
import { declineNext, refuseNextBatch, sentBy } from "./test-wallet.ts";

/** Has a job that was not done; bid too much; has income and a dividend. */
const [RIDER, TREASURER, DRIVER] = [1, 2, 5];

describe("browser: taking everything that waits", function () {
  this.timeout(60_000);
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });
  afterEach(() => letGo(stage.coop));

  const rows = (page: Page, list: "To take" | "Taken") => page.getByRole("list", { name: list }).getByRole("listitem");
  const take = (page: Page) => page.getByRole("button", { name: /^Take €/ });
  const euros = (text: string | null): number => Number(/€([\d,]+\.\d\d)/.exec(text ?? "")?.[1]?.replaceAll(",", ""));
  const money = async (place: number): Promise<number> => {
    const { world, chain } = stage.coop;
    const client = await chain.connection.viem.getPublicClient();
    const args = [account(world, place)] as const;
    return (
      Number(await client.readContract({ address: world.euro, abi: erc20Abi, functionName: "balanceOf", args })) / 1e6
    );
  };

  it("goes on after a no and after a reload, one after the other, and takes nothing twice", async () => {
    const { page, problems, close } = await stage.open("/", { wallet: { account: account(stage.coop.world, RIDER) } });
    await connect(page);
    const link = page.getByRole("link", { name: / is yours: take it all at once$/ });
    const told = euros(await link.textContent());
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Yours to take" }).waitFor();
    await take(page).waitFor();
    await lookAt(page, "claims");
    const before = await money(RIDER);
    const claims = await rows(page, "To take").allTextContents();
    const sum = claims.reduce((total, text) => total + euros(text), 0);
    expect(euros(await take(page).textContent())).to.be.closeTo(sum, 0.001);
    expect(told).to.be.closeTo(sum, 0.001);
    await shows(page, "Your wallet asks 3 times, one after the other.");

    await declineNext(page);
    await take(page).click();
    await shows(page, "You declined in your wallet. Nothing was sent.");
    expect(await sentBy(page)).to.equal(1);

    await holdBack(stage.coop);
    await take(page).click();
    await shows(page, "Sent, being recorded");
    await page.reload();
    await page.getByRole("button", { name: "Sent, being recorded" }).press("Enter");
    await record(stage.coop);
    await rows(page, "Taken").first().waitFor();
    expect(await sentBy(page)).to.equal(0);
    const all = page.getByRole("list", { name: /^(To take|Taken)$/ }).getByRole("listitem");
    await all.nth(claims.length - 1).waitFor();
    expect(await all.count()).to.equal(claims.length);
    await lookAt(page, "claims-half");
    await letGo(stage.coop);
    await take(page).click();
    await shows(page, /^Done: €/);
    expect(await rows(page, "Taken").count()).to.equal(claims.length);
    await page.getByRole("heading", { level: 2, name: "What you took" }).waitFor();
    expect((await money(RIDER)) - before).to.be.closeTo(sum, 0.01 * claims.length);
    await page.reload();
    await shows(page, /^Done: €/);
    // What was kept before is said in the language of now.
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("list", { name: "Cobrado" }).getByText("Ingresos de nuestras máquinas").waitFor();
    expectQuiet(problems);
    await close();
  });

  it("is one question where the wallet takes several together", async () => {
    await delegate(stage.coop, TREASURER);
    const batches = { status: "ready", encode: await encoderOf() } as const;
    const wallet = { account: account(stage.coop.world, TREASURER), batches };
    const { page, problems, close } = await stage.open("/claims", { wallet });
    await connect(page);
    await shows(page, "Your wallet asks once, for all of it or nothing.");
    const before = await money(TREASURER);
    const texts = await rows(page, "To take").allTextContents();
    const sum = euros(await take(page).textContent());
    await take(page).click();
    await shows(page, /^Done: €/);
    expect(await sentBy(page)).to.equal(1);
    expect(await rows(page, "Taken").count()).to.equal(texts.length);
    expect((await money(TREASURER)) - before).to.be.closeTo(sum, 0.01 * texts.length);
    expectQuiet(problems);
    await close();
  });

  it("goes on one after the other where the wallet, for its own reasons, does not take them together", async () => {
    const batches = { status: "supported", encode: await encoderOf() } as const;
    const wallet = { account: account(stage.coop.world, DRIVER), batches };
    const { page, problems, close } = await stage.open("/claims", { wallet });
    await connect(page);
    await shows(page, "Your wallet asks once, for all of it or nothing.");
    await refuseNextBatch(page, 5740);
    const before = await money(DRIVER);
    const sum = euros(await take(page).textContent());
    await take(page).click();
    await shows(page, /^Done: €/);
    expect(await sentBy(page)).to.equal(2);
    expect((await money(DRIVER)) - before).to.be.closeTo(sum, 0.05);
    expectQuiet(problems);
    await close();
  });

  it("says so where nothing waits, and asks a visitor for a wallet", async () => {
    const { page, problems, close } = await stage.open("/claims");
    await shows(page, "Connect your wallet");
    await page.goto(`${stage.coop.pageUrl}/claims?as=${account(stage.coop.world, 99)}`);
    await shows(page, "Nothing waits for you at the moment.");
    expectQuiet(problems);
    await close();
  });
});
