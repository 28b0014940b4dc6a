// What people wrote, shown: lists and links of theirs, and nothing that does more than be read.
import { expect } from "chai";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { asName, asText, mixedWords } from "../../dapp/src/shared/format/lookalikes.ts";
import { safeLink } from "../../dapp/src/shared/motion/links.ts";
import { textOf } from "../../dapp/src/shared/motion/text.ts";
import { HOSTILE } from "../books/hostile.ts";

describe("The text of a proposal, shown", () => {
  let html: (source: string) => string;
  before(async () => {
    const { default: Markdown } = await import("../../dapp/src/shared/motion/markdown.ts");
    html = (source) => renderToStaticMarkup(createElement(Markdown, { source }));
  });

  it("has its lists, its emphasis and its headings", () => {
    expect(html("## Why\n\n- *one*\n- **two**")).to.match(/<h3[^>]*>Why<\/h3><ul[^>]*><li[^>]*>.*<em>one<\/em>/);
  });

  it("keeps the ends of the lines that somebody wrote", () => {
    expect(html("one\ntwo")).to.match(/whitespace-pre-line[^>]*>one\ntwo</);
  });

  it("shows markup as text: none of it becomes an element [case 124]", () => {
    for (const source of ["<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", HOSTILE]) {
      const shown = html(source);
      expect(shown).not.to.match(/<(script|img|iframe|svg|style|object|form|input)/i);
    }
    expect(html("a <b>bold</b>")).to.contain("a &lt;b&gt;bold&lt;/b&gt;");
    expect(html("<div>\n\nafter")).to.match(/<p[^>]*>&lt;div&gt;<\/p><p[^>]*>after/);
  });

  it("links only to pages and mail, with where a link leads beside it [case 125]", () => {
    const linked = html("[our bank](https://bank.example@evil.example/login)");
    expect(linked).to.contain('href="https://evil.example/login"').and.contain("(evil.example)");
    expect(linked).to.contain('rel="noreferrer"');
    for (const address of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "blob:x",
      "/you",
    ]) {
      expect(html(`[click](${address})`), address).not.to.contain("<a");
      expect(safeLink(address), address).to.equal(undefined);
    }
    expect(html("[click][1]\n\n[1]: javascript:alert(1)")).not.to.contain("<a");
    expect(safeLink("mailto:ana%40evil.example")?.host).to.equal("ana@evil.example");
    // Another alphabet in a host is seen as what it is.
    expect(safeLink("https://bаnk.example")?.host).to.match(/^xn--/);
  });

  it("fetches no picture, whoever reads [case 125]", () => {
    for (const source of ["![tyres](https://evil.example/x.png)", "![a][1]\n\n[1]: https://evil.example/x.svg"])
      expect(html(source)).not.to.match(/<img|src=/);
  });

  it("ends, however deep quotations stand in each other", () => {
    expect(html(`${"> ".repeat(400)}deep`)).to.contain("deep");
  });
});

describe("Names and titles that are not what they look like", () => {
  it("nothing unseen turns or hides their letters [case 127]", () => {
    expect(asName("Pay \u202eeurotset\u202c now")).to.equal("Pay \ufffdeurotset\ufffd now");
    expect(asName("Ri\u200bders\n")).to.equal("Ri\ufffdders");
    expect(textOf("Pay \u2067this\n\nwhy").title).to.equal("Pay \ufffdthis");
    expect(asText("one\ntwo\u2066")).to.equal("one\ntwo\ufffd");
  });

  it("words that mix letters of two alphabets are named, and words of one are not [case 127]", () => {
    expect(mixedWords("The Trеasury pays Treasury")).to.deep.equal(["Trеasury"]);
    expect(mixedWords("Кооператив pays Συνεταιρισμός, عبد and 12 µm")).to.deep.equal([]);
  });
});
