// The audit room: every page of it, that everything agrees, that a lie is named with both amounts, and that an auditor's opinion
// can be checked by anybody: its block against the chain, its report against a file.
import { expect } from "chai";
import type { Page } from "playwright-core";
import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  pad,
  toHex,
} from "viem";
import { auditRegisterAbi } from "../../books/abi.ts";
import { OPERATING } from "../../books/funds.ts";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

type Look = { path: string; as?: string; open?: string };

const PAGES: Record<string, Look> = {
  audit: { path: "/audit", open: "Accounts of the journal" },
  "audit-opinions": { path: "/audit/opinions" },
  "audit-auditor": { path: "/audit/opinions", as: "elif", open: "File an opinion on the books" },
  "audit-auditor-loss": { path: "/audit/opinions", as: "elif", open: "Certify a loss" },
  "audit-addresses": { path: "/audit/addresses" },
  "audit-offices": { path: "/audit/offices" },
  "audit-rules": { path: "/audit/rules" },
  "audit-events": { path: "/audit/events?of=treasury&with=moved" },
  "audit-events-none": { path: "/audit/events?with=nothing-like-it" },
};

const VERDICT = /^Everything agrees\.$|figures? differs?\.$|could not be made\.$/;
const REPORT = "I compared every account with the chain.";

describe("browser: the audit room", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  const request = (method: string, params: unknown[]) =>
    stage.coop.chain.connection.provider.request({ method, params });
  const checked = (page: Page) => page.getByText(VERDICT).first().waitFor({ timeout: 30_000 });

  for (const [name, { path, as, open }] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits, light and dark, wide and narrow`, async function () {
      this.timeout(60_000);
      const { page, problems, close } = await stage.look(`${path}${as ? `?demo=${as}` : ""}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      if (path === "/audit") await checked(page);
      if (open) await page.getByText(open, { exact: true }).first().click();
      await lookAt(page, name);
      await close();
      expectQuiet(problems);
    });
  }

  it("everything agrees, and the command names the block at which it does", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await stage.open("/audit");
    await checked(page);
    await shows(page, "Everything agrees.");
    const block = /block (\d+)/.exec((await page.getByText(/^block \d+/).textContent()) ?? "")?.[1];
    await shows(page, `--coop ${stage.coop.world.coop.directory} --block ${block}`);
    expect(await page.getByText(/figures? agrees?$/).count()).to.equal(17);
    await close();
    expectQuiet(problems);
  });

  it("anybody checks a report that was handed out against the record, and only the auditor files", async function () {
    this.timeout(60_000);
    const file = (words: string) => ({ name: "report.txt", mimeType: "text/plain", buffer: Buffer.from(words) });
    const auditor = await stage.open("/audit/opinions?demo=elif");
    await auditor.page.getByText("File an opinion on the books", { exact: true }).click();
    await auditor.page.getByRole("radio", { name: /^Qualified/ }).check();
    await auditor.page.getByRole("textbox", { name: "Block that you audited" }).fill("1000");
    await auditor.page.getByRole("radio", { name: "It is a file that I keep and hand out" }).check();
    await auditor.page.getByLabel("The file").setInputFiles(file(REPORT));
    await shows(auditor.page, keccak256(toHex(REPORT)));
    await auditor.page.getByRole("button", { name: "File it on the books at block 1000" }).click();
    await shows(auditor.page, "Your opinion is on record.");
    await auditor.close();

    const { page, problems, close } = await stage.open("/audit/opinions?demo=ana");
    await shows(page, "The books are right but for what the report names.");
    expect(await page.getByText("File an opinion on the books", { exact: true }).count()).to.equal(0);
    await page.getByLabel("A report that you were given").setInputFiles(file(REPORT));
    await shows(page, /is the report of opinion No\. 2 of .*, word for word/);
    await page.getByLabel("A report that you were given").setInputFiles(file(`${REPORT} Mostly.`));
    await shows(page, /is no report on record/);
    await close();
    expectQuiet([...auditor.problems, ...problems]);
  });

  it("an opinion on a block that the chain does not have is shown as one", async function () {
    this.timeout(60_000);
    // Of blocks that are older than 256 the contract knows no hash.
    const args = [1n, keccak256(toHex("another chain")), keccak256(toHex(REPORT)), 1] as const;
    const data = encodeFunctionData({ abi: auditRegisterAbi, functionName: "fileOpinion", args });
    const { coop } = stage.coop.world;
    await request("eth_sendTransaction", [{ from: account(stage.coop.world, Outsider.elif), to: coop.audits, data }]);
    const { page, problems, close } = await stage.open("/audit/opinions");
    await shows(page, "This is not the chain's block any more.");
    await shows(page, "✓ The chain has this very block.");
    await lookAt(page, "audit-opinions-lost-block");
    await page.goto(`${stage.coop.pageUrl}/audit`);
    await checked(page);
    await shows(page, /^✗ 1 of \d differ$/);
    await page.locator("strong", { hasText: /^Opinion \d, block 1$/ }).waitFor();
    await close();
    expectQuiet(problems);
  });

  it("a contract that says another amount than what happened is named, with both amounts, before all that agrees", async function () {
    this.timeout(60_000);
    const { coop, euro } = stage.coop.world;
    const slot = fundSlot(euro, OPERATING);
    const held = BigInt((await request("eth_getStorageAt", [coop.treasury, slot, "latest"])) as Hex);
    await request("hardhat_setStorageAt", [coop.treasury, slot, pad(numberToHex(held - 1_230_000n))]);
    await request("hardhat_mine", ["0x1"]);
    const { page, problems, close } = await stage.open("/audit");
    await checked(page);
    const first = page.locator("main ol > li").first();
    await first.getByRole("heading", { name: "Funds of the treasury" }).waitFor();
    const words = (await first.getByRole("listitem").first().textContent()) ?? "";
    const say = (amount: bigint) =>
      `€${(Number(amount) / 1e6).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 6 })}`;
    expect(words).to.equal(
      `Operating fundThe events add up to ${say(held)}, the contract says ${say(held - 1_230_000n)}.`,
    );
    await lookAt(page, "audit-lie");
    await close();
    expectQuiet(problems);
  });
});

/** Where the treasury keeps what a fund holds of a token: contracts/commons/Treasury.sol. */
function fundSlot(token: Address, fund: number): Hex {
  const ofFund = keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "uint256" }], [fund, 0n]));
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [token, ofFund]));
}
