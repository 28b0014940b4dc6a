// The pages of machines and bonds in every state that the story knows, and in those that the clock brings.
import { machines, numberOf } from "../../scripts/demo/machines.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const bond = (key: string) => `/bonds/${numberOf(key)}`;
const machine = (key: string) => `/machines/${numberOf(key)}`;
const lesseeOf = (key: string) => machines.find((one) => one.key === key)?.lessee ?? 0;

type Look = { path: string; as?: string | number; open?: string; fill?: string };

/** By name: the page, who looks at it (a named person, or the account of a wallet), what is opened or written there. */
const PAGES: Record<string, Look> = {
  bonds: { path: "/bonds", as: "ana" },
  "bonds-nobody": { path: "/bonds" },
  "series-bids": { path: bond("electric-minibus"), as: "ana", fill: "200" },
  "series-bids-nobody": { path: bond("electric-minibus") },
  "series-bids-own": { path: bond("electric-minibus"), as: "ben", open: "Who bids: 5 accounts" },
  "series-paying": { path: bond("wheelchair-van"), as: "ana", open: "Why this amount" },
  "series-sending": { path: bond("wheelchair-van"), as: "ana", open: "Send some to another member" },
  "series-late": { path: bond("cargo-bikes"), as: "hana" },
  "series-redeemed": { path: bond("charging-point"), as: "ana" },
  "series-missing": { path: "/bonds/99" },
  machines: { path: "/machines", as: "ana" },
  "machine-let": { path: machine("wheelchair-van") },
  "machine-own": {
    path: machine("wheelchair-van"),
    as: lesseeOf("wheelchair-van"),
    open: "Give the machine back before the term",
  },
  "machine-late": { path: machine("cargo-bikes"), as: "ana", fill: "20" },
  "machine-auction": { path: machine("cargo-trailer"), as: "ana", fill: "30" },
  "machine-outbid": { path: machine("cargo-trailer"), as: 10, open: "All 2 bids" },
  "machine-bonds-on-offer": { path: machine("electric-minibus") },
  "machine-missing": { path: "/machines/99" },
};

describe("browser: machines and bonds", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  const visit = async ({ path, as, open, fill }: Look): Promise<Visit> => {
    const wallet = typeof as === "number" ? { account: account(stage.coop.world, as) } : undefined;
    const named = typeof as === "string" ? `?demo=${as}` : "";
    const opened = wallet
      ? await stage.open("/", { wallet })
      : await (fill ? stage.open : stage.look)(`${path}${named}`);
    const { page } = opened;
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    if (wallet) {
      await connect(page);
      await page.goto(`${stage.coop.pageUrl}${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    }
    await page.getByText("Reading your account", { exact: true }).waitFor({ state: "detached" });
    if (open) await page.getByText(open, { exact: true }).first().click();
    if (fill) await page.getByRole("main").getByRole("textbox").first().fill(fill);
    return opened;
  };

  for (const [name, look] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits, light and dark, wide and narrow`, async function () {
      this.timeout(60_000);
      const { page, problems, close } = await visit(look);
      await lookAt(page, name);
      await close();
      expectQuiet(problems);
    });
  }

  it("so are a series that is counted and fails, a machine that is not bought, and one that nobody leases", async function () {
    this.timeout(120_000);
    const { page, problems, close } = await visit({ path: bond("electric-minibus"), as: "ana" });
    await page.getByRole("button", { name: "To when bidding has closed" }).click();
    await page.getByRole("button", { name: "Count the bids" }).waitFor();
    await lookAt(page, "series-counting");
    await page.getByRole("button", { name: "Count the bids" }).click();
    await page.getByRole("button", { name: "Hand it back" }).waitFor();
    await lookAt(page, "series-failed");
    await page.goto(`${stage.coop.pageUrl}${machine("electric-minibus")}`);
    await page.getByRole("button", { name: "Cancel the purchase" }).waitFor();
    await lookAt(page, "machine-not-bought");
    await page.goto(`${stage.coop.pageUrl}${machine("cargo-bikes")}`);
    await page.getByRole("button", { name: "End the lease" }).click();
    await page.getByRole("button", { name: "Offer it to the members" }).waitFor();
    await lookAt(page, "machine-idle");
    await page.goto(`${stage.coop.pageUrl}${machine("cargo-trailer")}`);
    await page.getByRole("button", { name: "To when bids have closed" }).click();
    await page.getByRole("button", { name: "Let it to the best bid" }).waitFor();
    await lookAt(page, "machine-auction-over");
    await close();
    expectQuiet(problems);
  });
});
