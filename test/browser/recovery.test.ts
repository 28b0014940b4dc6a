// A lost wallet is recovered by people who vouch; an old account that is still in somebody's hands stops another one (M6).
import { expect } from "chai";
import { Lost, memberId, Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const LOST = 29;
const DIRECTOR = 3;
const FRIENDS = [0, 2];

describe("browser: a lost wallet", () => {
  let stage: Stage;
  let newcomer: Visit;

  before(async function () {
    stage = await freshStage(this);
    newcomer = await open(Outsider.visitor);
  });
  after(() => newcomer?.close());

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  const open = async (place: number, path = "/recoveries"): Promise<Visit> => {
    const visit = await stage.open("/", { wallet: { account: account(stage.coop.world, place) } });
    await connect(visit.page);
    if (path !== "/") await visit.page.goto(`${stage.coop.pageUrl}${path}`);
    return visit;
  };

  it("the new account asks for the membership", async () => {
    await newcomer.page.getByLabel("Your member number").fill(String(memberId(LOST)));
    await shows(newcomer.page, new RegExp(`This is member ${memberId(LOST)} `));
    await newcomer.page.getByRole("button", { name: `Ask for membership ${memberId(LOST)} back` }).click();
    await newcomer.page.getByRole("heading", { name: "Your request" }).waitFor();
    await shows(newcomer.page, "no director yet, 0 of 2 members");
  });

  it("a director and two members vouch, each after saying what for", async () => {
    for (const place of [DIRECTOR, ...FRIENDS]) {
      const { page, problems, close } = await open(place);
      const card = page.getByRole("listitem").filter({ hasText: `Member ${memberId(LOST)} ` });
      const button = card.getByRole("button", {
        name: place === DIRECTOR ? "Vouch for the board" : "Vouch as a member",
      });
      expect(await button.isDisabled()).to.equal(true);
      await card.getByRole("checkbox").check();
      await button.click();
      await card.getByRole("checkbox").waitFor({ state: "detached" });
      await close();
      expectQuiet(problems);
    }
    const own = newcomer.page.getByRole("region", { name: "Your request" });
    await own.getByText(/The old account can object until/).waitFor();
  });

  it("after the wait it is completed, and the new account is the member", async () => {
    await newcomer.page.getByRole("button", { name: "To when the wait is over" }).click();
    await newcomer.page.getByRole("button", { name: "Complete it" }).first().click();
    await newcomer.page.getByRole("button", { name: new RegExp(`^Member ${memberId(LOST)}`) }).waitFor();
    expectQuiet(newcomer.problems);
  });

  it("an old account that is still in use finds the request on its first page and objects", async () => {
    const { page, problems, close } = await open(Lost.first, "/");
    await page.getByRole("heading", { name: "Somebody asks to take over your membership" }).waitFor();
    await page.getByRole("button", { name: "Object: this is not me" }).click();
    await shows(page, /You objected/);
    await close();
    expectQuiet(problems);
  });

  it("then nobody can complete it: only the members decide", async () => {
    const card = newcomer.page.getByRole("listitem").filter({ hasText: `Member ${memberId(Lost.first)} ` });
    await card.getByText("Objected to").waitFor();
    expect(await card.getByRole("button", { name: "Complete it" }).count()).to.equal(0);
    await card.getByRole("link", { name: "Write a proposal that decides it" }).click();
    await newcomer.page.getByRole("radio", { name: "Decide on a lost wallet" }).check();
    await newcomer.page.getByLabel("Membership").selectOption(String(memberId(Lost.first)));
    await newcomer.page.getByLabel("What the members should decide").selectOption("no");
    await newcomer.page.getByLabel("Title").fill("Member 34 keeps the old account");
    await shows(newcomer.page, /Refuses that another account speak for member 34/);
  });
});
