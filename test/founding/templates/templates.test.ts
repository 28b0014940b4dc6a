// Every template founds a co-op that lives: its members join, decide each kind of thing, work, share what is left, and end it.
import { expect } from "chai";
import { TEMPLATES } from "../../../books/charter/templates.ts";
import { audit } from "../../../scripts/audit/run.ts";
import { DAY } from "../../../scripts/deploy/charter.ts";
import { serveRpc } from "../../audit/rpc-proxy.ts";
import { minute, payment } from "../../helpers/assembly.ts";
import { at, type Chain, EURO, freshChain } from "../../helpers/coop.ts";
import { balancedThroughout, readLived } from "../../helpers/lived-books.ts";
import { addressOf, disposal, newRules } from "../../helpers/motions.ts";
import { begin, decide, end, join, type Life, STRANGER, seat, share, work } from "./life.ts";
import { SPECIAL } from "./special.ts";

describe("Templates", function () {
  this.timeout(60_000);
  let chain: Chain;
  before(async () => {
    chain = await freshChain();
  });

  for (const template of TEMPLATES) {
    describe(template.name, () => {
      let life: Life;
      const special = at(
        SPECIAL.filter(({ id }) => id === template.id),
        0,
      );

      it("is founded, and members of every class join", async () => {
        life = await begin(chain, template, special.cast);
        await join(life);
        if (life.seats.length > 0) await seat(life);
        expect([...new Set(life.members)].sort()).to.deep.equal(template.classes.map((_, i) => i));
      });

      it("decides each kind of thing by its own figures", async () => {
        const { coop, charter } = life;
        await decide(life, 0, [minute(coop)], "What we think");
        await decide(life, 1, [payment(chain, coop, addressOf(chain, STRANGER), 100n * EURO)], "A bill");
        await decide(
          life,
          2,
          [disposal(chain, coop, addressOf(chain, STRANGER), 1_500n * EURO)],
          "Half of what we have",
        );
        const voting = { ...charter.rules.voting, barredFor: 90 * DAY };
        await decide(life, 3, [newRules(coop, { ...charter.rules, voting })], "Other rules");
      });

      it(special.title, () => special.live(life));

      it("divides a fee and a surplus as it says", async () => {
        await share(life, await work(life));
      });

      it("ends: shares are repaid and the rest goes to the body", () => end(life));

      it(`has books that add up all along${special.audited ? ", and agree with the chain in the audit" : ""}`, async () => {
        const { provider } = chain.connection;
        const { directory } = life.coop;
        const { events, token } = await readLived({ provider, directory });
        balancedThroughout(events, token.address);
        if (special.audited) expect(await differencesOf(provider, directory)).to.deep.equal([]);
      });
    });
  }
});

/** What the audit finds. */
async function differencesOf(provider: Chain["connection"]["provider"], coop: Life["coop"]["directory"]) {
  const rpc = await serveRpc(provider);
  try {
    const report = await audit({ rpc: rpc.url, coop });
    return report.checks.flatMap(({ differences }) => differences);
  } finally {
    await rpc.close();
  }
}
