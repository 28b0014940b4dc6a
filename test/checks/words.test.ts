// The check that every sentence of the pages is said in every language.
import { expect } from "chai";
import { wordsScript } from "../../dapp/words.ts";
import { faultsIn } from "../../scripts/checks/words.ts";
import { spokenIn } from "../../scripts/lib/spoken.ts";

describe("Checks: words", () => {
  it("finds every sentence of a page, and text that is said in English only", () => {
    const [name, you] = ["{name}", "{<b>{t`you`}</b>}"].map((value) => `$${value}`);
    const said = `{t\`Hello ${name}\`} Loose {rich\`by ${you}\`}<code>npm test</code>`;
    const page = `export const P = () => <p title="Bare">${said}</p>;`;
    expect(spokenIn("page.tsx", page)).to.deep.equal({ keys: ["Hello {0}", "by {0}", "you"], bare: ["Bare", "Loose"] });
  });

  it("finds what a table, a property or a part of an element says in English only", () => {
    const page = `
      const KINDS = { a: { words: "late", title: "Two words", label: "key" }, b: { note: t\`said\` } };
      export const P = () => <Gate ask="to pay" className="px-4 py-2" what="poll draft">{", by "}{", "}</Gate>;`;
    expect(spokenIn("dapp/src/page.tsx", page)).to.deep.equal({
      keys: ["said"],
      bare: ["late", "Two words", "to pay", ", by"],
    });
  });

  it("asks for phrases that are written down in English and said later, and for none that only files say", () => {
    const table = `export const A = [english\`bonds payable $\{series}\`, { title: "all time" }];`;
    expect(spokenIn("books/table.ts", table)).to.deep.equal({ keys: ["bonds payable {0}"], bare: [] });
  });

  it("finds it in a table too, and knows it from names of styles", () => {
    const table = `const ROWS = [{ title: "The end", note: "in words" }, { title: t\`Fine\`, label: "asc", done: "bg-good-soft text-good" }];`;
    expect(spokenIn("table.ts", table)).to.deep.equal({ keys: ["Fine"], bare: ["The end", "in words"] });
  });

  it("does not take for a page what is none", () => {
    expect(() => spokenIn("page.tsx", "const =")).to.throw("page.tsx");
  });

  it("names what a language lacks, says for nobody, or says without its values", () => {
    const words = new Map([
      ["{0} of {1}", "{1}, {1}"],
      ["Gone", "Ido"],
      ["Empty", " "],
    ]);
    expect(faultsIn(words, new Set(["{0} of {1}", "New", "Empty"]))).to.deep.equal([
      'has no words for "New"',
      'says "Gone", which no page says',
      'has other values in "{0} of {1}"',
      'has other values in "Empty"',
    ]);
  });

  it("refuses two sentences with one fingerprint", () => {
    // A known pair of FNV-1a, 32 bits.
    expect(() =>
      wordsScript(
        new Map([
          ["costarring", "a"],
          ["liquid", "b"],
        ]),
      ),
    ).to.throw("liquid");
  });
});
