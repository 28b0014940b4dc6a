// A market that the members replaced, on the pages: a job of the former one is told as such, and its customer confirms it there.
import { expect } from "chai";
import { defaultMarket } from "../../scripts/deploy/charter.ts";
import { implementationOf, initialisationOf, successorFor } from "../../scripts/deploy/successor.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { funded } from "./world.ts";

/** Who has a ride of 23.50 behind and one of 19 before her. */
const RIDER = 1;

describe("browser: a market that was replaced", () => {
  let stage: Stage;
  let rider: Visit;

  const request = (method: string, params: readonly unknown[]) =>
    stage.coop.chain.connection.provider.request({ method, params: [...params] });

  before(async function () {
    stage = await freshStage(this);
    const { directory, market, assembly } = stage.coop.world.coop;
    const client = await stage.coop.chain.connection.viem.getPublicClient();
    const implementation = await implementationOf(client as never, market);
    const initialisation = initialisationOf("market", [defaultMarket]);
    const { action } = await successorFor(client as never, { directory, at: "market", implementation, initialisation });
    await request("hardhat_impersonateAccount", [assembly]);
    await request("hardhat_setBalance", [assembly, "0xde0b6b3a7640000"]);
    await request("eth_sendTransaction", [{ from: assembly, to: action.target, data: action.data }]);
    rider = await stage.open("/", { wallet: { account: await funded(stage.coop, RIDER, 0n) } });
    await connect(rider.page);
  });

  it("has its running jobs among one's own, and they end there", async () => {
    const { page } = rider;
    await page.goto(`${stage.coop.pageUrl}/market`);
    const own = page.getByRole("region", { name: "Your jobs" });
    await own.getByText("Former market").first().waitFor();
    await own.getByText("Not open any more").waitFor();
    await shows(page, "Nobody offers a job at the moment");
    await lookAt(page, "market-replaced");
    await own.getByRole("link", { name: /Ride for .*23\.50/ }).click();
    await shows(page, /belongs to the former market/);
    await shows(page, "None: a market that was replaced gives none.");
    await lookAt(page, "job-of-former-market");
    await page.getByRole("button", { name: "Confirm that it is done" }).click();
    await shows(page, /was paid\./);
    expect(
      await page
        .getByText(/points/)
        .filter({ hasText: /You earned/ })
        .count(),
    ).to.equal(0);
    expectQuiet(rider.problems);
  });

  it("leaves open disputes to be decided", async () => {
    const { page } = rider;
    await page.goto(`${stage.coop.pageUrl}/market/disputes`);
    await page.getByRole("region", { name: "Open disputes" }).getByText("Former market").first().waitFor();
    await lookAt(page, "disputes-of-former-market");
  });
});
