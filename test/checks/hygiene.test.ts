// Hygiene: machine paths, registry addresses and licences. The forbidden texts are put together here, so that
// the check does not find them in this file.
import { expect } from "chai";
import { findHygieneViolations } from "../../scripts/checks/hygiene.ts";
import { findLicenceViolations, isAllowed } from "../../scripts/checks/licences.ts";
import { withRepository } from "./temp-repository.ts";

const path = (...parts: string[]) => `/${parts.join("/")}`;

describe("hygiene", () => {
  it("accepts relative paths and addresses of pages", () => {
    const text = 'import "./home/user";\nfetch("https://example.org/home/page");\nconst to = "/work/offers";\n';
    expect(findHygieneViolations("dapp/a.ts", text)).to.deep.equal([]);
  });

  const forbidden: [name: string, file: string, text: string][] = [
    ["a path below root's folder", "scripts/a.ts", `x\nopen("${path("root", "x")}")`],
    ["a path below a home folder", "docs/a.md", `x\ncd ${path("home", "ada", "x")}`],
    ["a path of the work folder", "docs/a.md", `x\n${path("work", "main", "x")}`],
    ["a registry address", ".npmrc", `a=b\n${"regis"}try=https://example.org/`],
    ["a resolved address in the lock file", "package-lock.json", `{\n${'"reso'}lved": "x"}`],
  ];
  for (const [name, file, text] of forbidden) {
    it(`finds ${name}`, () => {
      const found = findHygieneViolations(file, text);
      expect(found.map(({ line }) => line)).to.deep.equal([2]);
    });
  }

  it("judges licence expressions", () => {
    expect(isAllowed("MIT", false)).to.equal(true);
    expect(isAllowed("(GPL-3.0-only OR MIT)", false)).to.equal(true);
    expect(isAllowed("MIT AND GPL-3.0-only", true)).to.equal(false);
    expect(isAllowed("AGPL-3.0-only", true)).to.equal(false);
    expect(isAllowed("MPL-2.0", true)).to.equal(true);
    expect(isAllowed("MPL-2.0", false)).to.equal(false);
    expect(isAllowed(undefined, true)).to.equal(false);
  });

  it("finds a package without an acceptable licence, as installed", () => {
    const lock = { packages: { "": {}, "node_modules/a": { license: "MIT" }, "node_modules/b": { license: "MIT" } } };
    const files = {
      "package-lock.json": JSON.stringify(lock),
      "node_modules/b/package.json": JSON.stringify({ name: "b", license: "GPL-3.0" }),
    };
    const messages = withRepository(files, findLicenceViolations).map(({ message }) => message);
    expect(messages).to.have.lengthOf(1);
    expect(messages[0]).to.contain('b is under "GPL-3.0" and may be shipped');
  });
});
