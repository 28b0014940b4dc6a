// Customers' confirmations of jobs through the relay: the provider is paid, and nobody but the relay needs coin.
import { expect } from "chai";
import { DAY } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, perTest } from "../helpers/coop.ts";
import { ALL, DRIVER, marketOf, openMarket, RIDER, STAFF, type Step } from "../market/setting.ts";
import { RELAY, relayAt, type Stand } from "./house.ts";

const METRES = 5_000;

describe("Relay: confirmations of jobs", function () {
  this.timeout(60_000);
  const given = perTest(() => openMarket());
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  let stand: Stand;
  beforeEach(async () => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
    await chain.networkHelpers.setBalance(RELAY, 10n ** 20n);
    stand = await relayAt(chain, coop, { settings: { hold: 1e9 } });
  });
  afterEach(() => stand.stop());

  async function confirmation(by: number, job?: bigint) {
    const until = (await chain.networkHelpers.time.latest()) + 2 * DAY;
    const id = job ?? (await step.finished(RIDER, DRIVER, {}, METRES));
    const terms = Object.entries(step.of(id)).map(([name, value]) => [
      name,
      typeof value === "bigint" ? `${value}` : value,
    ]);
    const signature = await step.sign(by, id, METRES, until);
    return { kind: "job", job: String(id), terms: Object.fromEntries(terms), distance: METRES, until, signature };
  }

  it("are handed in at once, and the provider is paid", async () => {
    const before = await step.money(DRIVER);
    const paper = await confirmation(RIDER);
    const { status, error, id } = await stand.hand(paper);
    expect(status, error).to.equal(200);
    await stand.look();
    expect((await step.money(DRIVER)) > before + ALL / 2n).to.equal(true);
    await stand.look();
    expect((await stand.stateOf(id)).state).to.equal("counted");
    expect((await stand.hand({ ...paper, distance: METRES + 1 })).code).to.be.oneOf(["wrong-state", "bad-signature"]);
  });

  it("are promised within ten minutes, whatever ballots wait for, and can be signed anew when they ran out", async () => {
    await stand.stop();
    stand = await relayAt(chain, coop, { settings: { hold: 1e9, maxFee: 1n, urgentFee: 1n } });
    const paper = await confirmation(RIDER);
    const { id, receipt } = await stand.hand(paper);
    expect((receipt?.postBy ?? 0) - (receipt?.acceptedAt ?? 0)).to.equal(600);
    await chain.networkHelpers.time.increaseTo(paper.until + 1);
    await stand.look();
    expect((await stand.stateOf(id)).state).to.equal("late");
    const anew = await stand.hand(await confirmation(RIDER, BigInt(paper.job)));
    expect(anew.status, anew.error).to.equal(200);
    expect((await stand.stateOf(anew.id)).state).to.equal("waiting");
  });

  it("are refused when somebody else signed them, or the job is another", async () => {
    expect((await stand.hand(await confirmation(STAFF))).code).to.equal("bad-signature");
    const good = await confirmation(RIDER);
    expect((await stand.hand({ ...good, terms: { ...good.terms, fare: "1" } })).code).to.equal("stale");
    expect((await stand.hand({ ...good, terms: 7 })).code).to.equal("malformed");
    expect((await stand.hand({ ...good, until: 1 })).code).to.equal("bad-signature");
  });
});
