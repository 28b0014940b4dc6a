// The founding page where something is missing: no co-op beside it, a draft that can not be read, money that is none, a factory
// that is not there. And more founders than one transaction takes.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { TEMPLATES } from "../../books/charter/templates.ts";
import { type Draft, fromTemplate, newDraft } from "../../dapp/src/features/founding/draft/draft.ts";
import { placeOf } from "../../dapp/src/features/founding/draft/store.ts";
import type { PageFile } from "../../dapp/src/shared/config/coopFile.ts";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

describe("browser: the founding page where something is missing", () => {
  let stage: Stage;
  let file: PageFile;
  let visit: Visit | undefined;

  before(async function () {
    stage = await freshStage(this);
    file = await (await fetch(`${stage.coop.pageUrl}/coop.json`)).json();
  });
  afterEach(async () => {
    await visit?.close();
    visit = undefined;
  });

  /** Opens the page with a coop.json of its own and what a browser kept for it. */
  const open = async (path: string, changed: Partial<PageFile>, kept?: string): Promise<Page> => {
    visit = await stage.open("/favicon.svg");
    const { page } = visit;
    const of = { ...file, ...changed };
    await page.route("**/coop.json", (route) => route.fulfill({ json: of }));
    const place = placeOf(of.chainId, of.factory?.address ?? "");
    if (kept !== undefined)
      await page.evaluate(([name, text]) => localStorage.setItem(name, text), [place, kept] as const);
    await page.goto(`${stage.coop.pageUrl}${path}`);
    return page;
  };
  const of = (place: number) => account(stage.coop.world, place);
  const [worker] = TEMPLATES;
  if (!worker) throw new Error("There is no template.");
  const drafted = (founders: number): Draft => ({
    ...fromTemplate(newDraft(Math.floor(Date.now() / 1_000), stage.coop.world.euro), worker),
    ...{ name: "Smiths", purpose: "To make good locks.", body: of(Outsider.foundation) },
    founders: Array.from({ length: founders }, (_, i) => ({ account: of(i), class: 0 })),
  });

  it("without a co-op it begins with the wizard, and has no pages of one", async function () {
    this.timeout(60_000);
    const page = await open("/", { directory: undefined });
    await page.getByRole("heading", { level: 1, name: "Found a co-op" }).waitFor();
    expect(await page.getByRole("navigation", { name: "Pages" }).count()).to.equal(0);
    await page.getByRole("button", { name: /^Begin with this.*Worker/ }).click();
    await page.getByLabel("Name of the co-op").waitFor();
    await lookAt(page, "founding-alone");
    // On a phone too.
    expect(await page.getByRole("navigation", { name: "Pages" }).count()).to.equal(0);
    expectQuiet(visit?.problems ?? []);
  });

  it("puts a draft aside that can not be read, and tells", async () => {
    const page = await open("/found", {}, '{"version":1,"name":"Weav');
    await shows(page, "An earlier draft in this browser can not be read.");
    await page.getByRole("button", { name: /^Begin with this.*Worker/ }).waitFor();
    await page.reload();
    await shows(page, "An earlier draft in this browser can not be read.");
    await page.getByRole("button", { name: "Forget it" }).click();
    await page.reload();
    await page.getByRole("button", { name: /^Begin with this.*Worker/ }).waitFor();
    expect(await page.getByText("An earlier draft").count()).to.equal(0);
  });

  it("takes no address for money where no money stands", async () => {
    const page = await open("/found?step=money", {}, JSON.stringify(drafted(3)));
    await page.getByRole("radio", { name: /^Other money/ }).check();
    const field = page.getByLabel("Address of the money");
    await field.fill(of(50));
    await page.getByRole("button", { name: "Next: check and sign" }).click();
    await shows(page, "Nothing stands at this address on this chain: it is no money.");
    await page.getByRole("link", { name: /^Mend it/ }).click();
    await field.fill(stage.coop.world.coop.register);
    await shows(page, "What stands at this address is no money: it has no name, sign or decimals.");
  });

  it("says so when the factory is not on this chain", async () => {
    const factory = { address: of(50), block: 0 };
    const page = await open("/found?step=check&demo=ana", { factory }, JSON.stringify(drafted(3)));
    await shows(page, "The factory that this page names is not on this chain.");
    expect(await page.getByRole("button", { name: "Found the co-op" }).isDisabled()).to.equal(true);
  });

  it("admits more than twelve founders by a second signature", async () => {
    const page = await open("/found?step=check&demo=ana", {}, JSON.stringify(drafted(14)));
    await page.getByRole("button", { name: "Found the co-op" }).click();
    await page.getByRole("heading", { name: "Smiths is founded" }).waitFor();
    await page.getByRole("button", { name: "Admit the other founders" }).click();
    await shows(page, "The other 2 founders are members too.");
    await page.getByRole("link", { name: "Open Smiths in this page" }).click();
    await shows(page, /14/);
    expectQuiet(visit?.problems ?? []);
  });
});
