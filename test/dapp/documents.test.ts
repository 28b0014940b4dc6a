// What the pages do with documents, against the real service: for whom they seal, whose keys they trust, and what they say.
import { expect } from "chai";
import type { Address, Hex } from "viem";
import { accountsOf } from "../../dapp/src/features/voting/useStatement.ts";
import { deleteDocument } from "../../dapp/src/shared/documents/deleteDocument.ts";
import { commitmentTo, handover } from "../../dapp/src/shared/documents/handover.ts";
import { heldKey } from "../../dapp/src/shared/documents/keyring.ts";
import { findDocument, openDocument } from "../../dapp/src/shared/documents/openDocument.ts";
import { publishReadingKey } from "../../dapp/src/shared/documents/publishReadingKey.ts";
import { keepMyself, sealFor, showToAll } from "../../dapp/src/shared/documents/sealFor.ts";
import { type DocumentTools, sentenceFor } from "../../dapp/src/shared/documents/tools.ts";
import { unlock } from "../../dapp/src/shared/documents/unlock.ts";
import { readersOf } from "../../documents/envelope/envelope.ts";
import { readingKeyText } from "../../documents/envelope/readingKey.ts";
import { type Person, PLACE, person, type Service, startService } from "../documents/people.ts";
import { accountOf, smallCoop } from "./helpers.ts";

const realFetch = globalThis.fetch;

describe("Documents on the pages", () => {
  let service: Service;
  let ana: DocumentTools;
  let ben: DocumentTools;
  let cem: DocumentTools;
  let asked: string[];

  /** The pages' addresses are without a host; `answer` stands in for the service when it gives one. */
  function servePages(answer: (path: string) => unknown = () => undefined): void {
    globalThis.fetch = (async (path: string, init?: RequestInit) => {
      const instead = answer(path);
      return instead === undefined ? realFetch(`${service.url}${path}`, init) : Response.json(instead);
    }) as typeof fetch;
  }
  const toolsOf = ({ account, sign }: Person): DocumentTools => ({
    place: PLACE,
    account,
    sign: (message) => {
      asked.push(message);
      return sign(message);
    },
  });
  const refusalOf = (work: Promise<unknown>) => work.then(() => "nothing was refused", sentenceFor);

  beforeEach(async () => {
    asked = [];
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
    });
    service = await startService();
    servePages();
    // Other people each time: the tab's memory of keys outlives a test.
    const first = 1_000 + Math.floor(Math.random() * 1e9);
    [ana, ben, cem] = (await Promise.all([0, 1, 2].map((i) => person(first + i)))).map(toolsOf) as [
      DocumentTools,
      DocumentTools,
      DocumentTools,
    ];
  });
  afterEach(async () => {
    globalThis.fetch = realFetch;
    Reflect.deleteProperty(globalThis, "sessionStorage");
    await service.stop();
  });

  it("seals for those who have a key and names the others; the author reads it too", async () => {
    await Promise.all([ana, ben].map(publishReadingKey));
    const prepared = await sealFor(ana, [ben.account, cem.account], "Between us");
    expect(prepared.without).to.deep.equal([cem.account]);
    await prepared.put();
    for (const reader of [ana, ben])
      expect((await openDocument(reader, prepared.commitment)).text).to.equal("Between us");
    expect(await refusalOf(openDocument(cem, prepared.commitment))).to.match(/sealed for others/);
  });

  it("explains when none of the readers has a key, though the author has one", async () => {
    await publishReadingKey(ana);
    expect(await refusalOf(sealFor(ana, [ben.account], "Between us"))).to.match(
      /^None of those who should read it has a reading key/,
    );
  });

  it("does not seal with a key that the service slipped in", async () => {
    const mine = await publishReadingKey(cem);
    const forged = { ...mine, account: ben.account };
    const dated = { ...(await publishReadingKey(ben)), at: 1e300 };
    for (const keys of [[forged], [dated], [{ ...forged, account: ana.account }], { error: "?" }]) {
      servePages((path) => (path.startsWith("/keys?") ? keys : undefined));
      expect(await refusalOf(sealFor(ana, [ben.account], "Between us"))).to.match(/^None of those/);
    }
  });

  it("seals for nobody whom the author did not name, whatever keys the service sends along", async () => {
    const keys = [await publishReadingKey(ben), await publishReadingKey(cem)];
    servePages((path) => (path.startsWith("/keys?") ? keys : undefined));
    const prepared = await sealFor(ana, [ben.account], "For Ben");
    await prepared.put();
    servePages();
    const { envelope } = await findDocument(undefined, prepared.commitment);
    expect(readersOf(envelope)).to.deep.equal([ben.account]);
  });

  it("asks the wallet once a tab for the key, and never for what everybody may read", async () => {
    await publishReadingKey(ben);
    await unlock(ben);
    expect(asked.map((text) => text.split("\n")[0])).to.deep.equal([
      "Open the documents that were sealed for me.",
      "Let others seal documents for me with this reading key.",
    ]);
    const shown = showToAll(ana, "For all");
    await shown.put();
    asked = [];
    expect((await findDocument(undefined, shown.commitment)).opening?.text).to.equal("For all");
    const sealed = await sealFor(ana, [ben.account], "For Ben");
    await sealed.put();
    asked = [];
    expect((await findDocument(ben, sealed.commitment)).opening?.text).to.equal("For Ben");
    expect((await findDocument(cem, sealed.commitment)).opening).to.equal(undefined);
    expect(asked).to.deep.equal([]);
  });

  it("finds out a wallet that signs with another account, and keeps no key of it", async () => {
    const other = { ...ana, sign: ben.sign };
    expect(await refusalOf(unlock(other))).to.match(/signed with another account/);
    expect(heldKey(PLACE, ana.account)).to.equal(undefined);
  });

  it("[case 126] shows no other words than those on record, whatever the service sends", async () => {
    const [one, other] = [showToAll(ana, "Mine"), showToAll(ana, "Another's")];
    await Promise.all([one.put(), other.put()]);
    const { envelope } = await findDocument(undefined, other.commitment);
    servePages((path) => (path.startsWith("/documents/") ? envelope : undefined));
    expect(await refusalOf(findDocument(undefined, one.commitment))).to.match(
      /not the words whose fingerprint is on record/,
    );
  });

  it("passes on what the service says no with, and says when there is none", async () => {
    const shown = showToAll(ana, "For all");
    await shown.put();
    expect(await refusalOf(deleteDocument(ben, shown.commitment))).to.match(/^Only the author of a document/);
    await deleteDocument(ana, shown.commitment);
    expect(await refusalOf(findDocument(undefined, shown.commitment))).to.equal("It was deleted.");
    const long = showToAll(ana, "x".repeat(70_000));
    expect(await refusalOf(long.put())).to.match(/^It is too long to be kept/);
    globalThis.fetch = async () => new Response("<html>", { headers: { "content-type": "text/html" } });
    expect(await refusalOf(findDocument(undefined, shown.commitment))).to.match(/service does not answer/);
    expect(await refusalOf(showToAll(ana, "x").put())).to.match(/service does not answer\. Nothing was changed/);
    const declined = Object.assign(new Error("no"), { code: 4001 });
    expect(sentenceFor(declined)).to.equal("You declined in your wallet. Nothing was changed.");
  });

  it("[M7] what is handed over carries its salt, and is recognised to the letter", () => {
    const { commitment, opening } = keepMyself("Two\n\nparagraphs\n\nSalt: none");
    expect(commitmentTo(handover(opening))).to.equal(commitment);
    expect(commitmentTo(handover(opening).replaceAll("\n", "\r\n").trim())).to.equal(commitment);
    expect(commitmentTo(handover(opening).replace("Two", "Too"))).to.not.equal(commitment);
    expect(commitmentTo(opening.text)).to.equal(undefined);
  });

  it("reads for whom a statement is to be sealed", () => {
    const coop = smallCoop();
    expect(accountsOf("1, 3;3 member", coop)).to.match(/no active member member/);
    expect(accountsOf(" 1, 3  3 ", coop)).to.deep.equal([accountOf(1), accountOf(3)] as Address[]);
    expect(accountsOf("9", coop)).to.match(/^There is no active member 9\./);
    expect(accountsOf(" ", coop)).to.match(/^Say for whom/);
  });

  it("the text that makes the key never changes: another text would be another key", () => {
    const directory: Hex = `0x${"AB".repeat(20)}`;
    expect(readingKeyText({ chainId: 5, directory })).to.equal(
      [
        "Open the documents that were sealed for me.",
        "",
        "This signature is the key to them. It sends nothing, costs nothing and moves no money.",
        "Sign it only on the pages of your own co-op: whoever has it can read them too.",
        "",
        `Directory: ${directory.toLowerCase()}`,
        "Chain: 5",
      ].join("\n"),
    );
  });
});
