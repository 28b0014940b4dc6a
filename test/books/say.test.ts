// Sentences in the language of the page.
import { expect } from "chai";
import { fingerprint, keyOf } from "../../books/say.ts";

type Say = typeof import("../../books/say.ts");
const page = globalThis as { rochdaleWords?: Record<string, string> };

/** The module as a page loads it whose reader chose a language with these words. */
async function speaking(words: Record<string, string>): Promise<Say> {
  page.rochdaleWords = Object.fromEntries(Object.entries(words).map(([key, said]) => [fingerprint(key), said]));
  const module: string = `../../books/say.ts?${Math.random()}`;
  return import(module).finally(() => delete page.rochdaleWords);
}

describe("Sentences in another language", () => {
  it("stand as they are written where no language was chosen", async () => {
    const { t, said } = (await import("../../books/say.ts")) as Say;
    expect(t`${2} of ${60} members`).to.equal("2 of 60 members");
    expect(said("ordinary")).to.equal("ordinary");
  });

  it("are found by what is written, with values in the order of the language", async () => {
    const { t, said } = await speaking({ "{0} of {1} members": "de {1} socias, {0}", ordinary: "ordinaria" });
    expect(t`${2} of ${60} members`).to.equal("de 60 socias, 2");
    expect(said("ordinary")).to.equal("ordinaria");
  });

  it("stand in English where the language has no words for them", async () => {
    const { t } = await speaking({});
    expect(t`${2} of ${60} members`).to.equal("2 of 60 members");
  });

  it("keep what is spliced in as it is, even what looks like a place for a value", async () => {
    const { t } = await speaking({ "{0} says {1}": "{0} dice {1}" });
    expect(t`${"{1}"} says ${"<b>"}`).to.equal("{1} dice <b>");
  });

  it("have numbers where values stand", () => {
    expect(keyOf(["", " of ", ""])).to.equal("{0} of {1}");
    expect(keyOf(["alone"])).to.equal("alone");
  });
});
