// A member proposes other words for what the co-op is for; everybody sees those that hold and the new ones, before and after (A8).
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { directoryAbi } from "../../books/abi.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

const TITLE = "Bicycles belong to our purpose";

describe("browser: what the co-op is for", function () {
  this.timeout(60_000);
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  it("is changed by a form that begins with the words that hold, and compared with them", async () => {
    const { page, problems, close } = await stage.open("/", { wallet: { account: account(stage.coop.world, 0) } });
    await connect(page);
    await page.goto(`${stage.coop.pageUrl}/proposals/new`);
    await page.getByLabel("Title").fill(TITLE);
    await page.getByRole("radio", { name: "Change what the co-op is for" }).check();
    const field = page.getByRole("textbox", { name: "What the co-op is for" });
    const held = await field.inputValue();
    expect(held).to.have.length.greaterThan(10);
    await page.getByRole("button", { name: "Open it for seconding" }).click();
    await shows(page, "The charter says this already.");
    const then = `${held} Bicycles too.`;
    await field.fill(then);
    const change = (term: string) =>
      page
        .locator("dl > div")
        .filter({ has: page.getByText(term, { exact: true }) })
        .locator("dd");
    await change("Then").waitFor();
    expect([await change("Now").textContent(), await change("Then").textContent()]).to.deep.equal([held, then]);
    await shows(page, "A constitutional resolution.");
    await lookAt(page, "purpose-form");
    await page.getByRole("button", { name: "Open it for seconding" }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await shows(page, "Changes what the co-op is for, as its charter states it.");
    expect(await change("Then").textContent()).to.equal(then);
    await lookAt(page, "purpose-draft");

    await page.evaluate(() => localStorage.setItem("rochdale.language", "es"));
    await page.reload();
    await shows(page, "Cambia para qué existe la cooperativa según sus estatutos.");
    expect([await change("Ahora").textContent(), await change("Después").textContent()]).to.deep.equal([held, then]);
    await lookAt(page, "purpose-draft-es");
    expectQuiet(problems);
    await close();

    const { provider } = stage.coop.chain.connection;
    const { assembly: from, directory: to } = stage.coop.world.coop;
    await provider.request({ method: "hardhat_impersonateAccount", params: [from] });
    await provider.request({ method: "hardhat_setBalance", params: [from, "0xde0b6b3a7640000"] });
    const data = encodeFunctionData({ abi: directoryAbi, functionName: "statePurpose", args: [then] });
    await provider.request({ method: "eth_sendTransaction", params: [{ from, to, data }] });
    const audit = await stage.open("/audit/opinions");
    await shows(audit.page, then);
    expectQuiet(audit.problems);
    await audit.close();
  });
});
