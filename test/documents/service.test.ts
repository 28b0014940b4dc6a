// The service over HTTP, behind the server of the pages: what it keeps, for whom, and every way it says no.

import { readdirSync, readFileSync } from "node:fs";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { expect } from "chai";
import { deleteText, keepText, keyText } from "../../documents/envelope/signed.ts";
import { type Answer, type Person, PLACE, person, type Service, sealed, shown, startService } from "./people.ts";

const HOUR = 3_600_000;

/** A refusal is a status and one sentence that says what happened and what to do. */
function refused(answer: Answer, status: number, words: RegExp): void {
  expect(answer.body.error, JSON.stringify(answer.body))
    .to.match(words)
    .and.match(/[.].+[.]$/s);
  expect(answer.status).to.equal(status);
  expect(answer.headers.get("content-type")).to.equal("application/json; charset=utf-8");
}

describe("documents: the service", () => {
  let service: Service;
  let ana: Person;
  let ben: Person;
  let cem: Person;
  before(async () => {
    [ana, ben, cem] = await Promise.all([person(1), person(2), person(3)]);
    service = await startService();
  });
  after(() => service.stop());

  it("keeps a document under its hash and hands it out to anybody", async () => {
    for (const written of [await sealed(ana, [ben]), shown(ana)]) {
      expect((await service.put(written, ana)).status).to.equal(200);
      const answer = await service.get(written.hash);
      expect(answer.body).to.deep.equal(written.envelope);
      expect(answer.headers.get("cache-control")).to.equal("no-store");
      expect(answer.headers.get("content-security-policy")).to.include("default-src 'self'");
    }
  });

  it("says that it does not have what it does not have", async () => {
    refused(await service.get(`0x${"12".repeat(32)}`), 404, /^No document with this fingerprint is kept here/);
  });

  it("takes a document only with its author's signature over this hash, these contents, this co-op and this moment", async () => {
    const written = await sealed(ana, [ben]);
    const other = await sealed(ana, [cem]);
    const at = Date.now();
    const { hash, envelope } = written;
    const texts = [
      keepText(PLACE, other.hash, envelope, at),
      keepText(PLACE, hash, other.envelope, at),
      keepText({ ...PLACE, chainId: 1 }, hash, envelope, at),
      keepText({ ...PLACE, directory: `0x${"d0".repeat(20)}` }, hash, envelope, at),
      keepText(PLACE, hash, envelope, at - 1),
      deleteText(PLACE, hash, at),
    ];
    const signatures: unknown[] = await Promise.all(texts.map(ana.sign));
    signatures.push(
      await ben.sign(keepText(PLACE, hash, envelope, at)),
      "0x",
      "0x12",
      7,
      undefined,
      `0x${"00".repeat(65)}`,
    );
    for (const signature of signatures) {
      const answer = await service.ask("PUT", `/documents/${hash}`, { envelope, at, signature });
      refused(answer, 401, /did not sign this request/);
    }
    expect((await service.get(hash)).status).to.equal(404);
    expect((await service.put(written, ana, at)).status).to.equal(200);
  });

  it("takes no signature that is old, or of the future", async () => {
    const written = await sealed(ana, [ben]);
    for (const at of [Date.now() - 2 * HOUR, Date.now() + HOUR]) {
      refused(await service.put(written, ana, at), 400, /^The signature is too old, or your clock is wrong/);
    }
    for (const at of [Date.now() + 0.5, 1e300, "now", null, Number.NaN]) {
      const answer = await service.ask("PUT", `/documents/${written.hash}`, {
        envelope: written.envelope,
        at,
        signature: "0x12",
      });
      refused(answer, 400, /^The signature is too old/);
    }
  });

  it("the first author has the hash, and may replace the document with a newer request only", async () => {
    const written = await sealed(ana, [ben]);
    const at = Date.now();
    await service.put(written, ana, at);
    const stolen = { ...written, envelope: { ...written.envelope, author: ben.account } };
    refused(await service.put(stolen, ben), 403, /^Another account put a document here first/);
    const wider = { ...written, envelope: (await sealed(ana, [ben, cem])).envelope };
    refused(await service.put(wider, ana, at), 409, /newer request/);
    refused(await service.put(wider, ana, at - 1), 409, /newer request/);
    expect((await service.get(written.hash)).body).to.deep.equal(written.envelope);
    expect((await service.put(wider, ana, at + 1)).status).to.equal(200);
    expect((await service.get(written.hash)).body).to.deep.equal(wider.envelope);
  });

  it("[case 126] keeps no public words that do not make their hash", async () => {
    const { envelope } = shown(ana);
    refused(await service.put({ hash: shown(ana).hash, envelope }, ana), 422, /do not make that fingerprint/);
  });

  it("[M7] its author deletes it, and words, salt and names are gone from the disk", async () => {
    const written = shown(ana, "Something very personal");
    await service.put(written, ana);
    const file = join(service.folder, "documents", `${written.hash}.json`);
    expect(readFileSync(file, "utf8")).to.include("very personal");
    expect((await service.erase(written.hash, ana)).status).to.equal(200);
    const left = readdirSync(service.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.includes(written.hash.slice(2)))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(left).to.have.lengthOf(1);
    expect(Object.keys(JSON.parse(left[0] ?? ""))).to.deep.equal(["at", "deleted"]);
    refused(await service.get(written.hash), 410, /^This document was deleted on 20\d\d-/);
  });

  it("[M7] what was deleted never comes back, not even by its author's own earlier request", async () => {
    const written = await sealed(ana, [ben]);
    const at = Date.now();
    await service.put(written, ana, at);
    await service.erase(written.hash, ana);
    for (const again of [at, at + 1, Date.now() + 1_000])
      refused(await service.put(written, ana, again), 410, /for good/);
    refused(await service.erase(written.hash, ana), 410, /for good/);
  });

  it("any named reader deletes it, and nobody else", async () => {
    const written = await sealed(ana, [ben]);
    await service.put(written, ana);
    refused(await service.erase(written.hash, cem), 403, /^Only the author of a document and those it is sealed for/);
    const at = Date.now();
    const forged = { account: ben.account, at, signature: await cem.sign(deleteText(PLACE, written.hash, at)) };
    refused(await service.ask("DELETE", `/documents/${written.hash}`, forged), 401, /did not sign/);
    const kept = {
      account: ana.account,
      at,
      signature: await ana.sign(keepText(PLACE, written.hash, written.envelope, at)),
    };
    refused(await service.ask("DELETE", `/documents/${written.hash}`, kept), 401, /did not sign/);
    expect((await service.get(written.hash)).status).to.equal(200);
    expect((await service.erase(written.hash, ben)).status).to.equal(200);
    expect((await service.get(written.hash)).status).to.equal(410);
  });

  it("a public document is deleted by its author only", async () => {
    const written = shown(ana);
    await service.put(written, ana);
    refused(await service.erase(written.hash, ben), 403, /Only the author/);
  });

  it("exports everything an account wrote or may read, as it is kept", async () => {
    const dan = await person(44);
    const [wrote, reads, deleted] = [await sealed(dan, [ben]), await sealed(ana, [ben, dan]), await sealed(dan, [ben])];
    await service.put(wrote, dan);
    await service.put(reads, ana);
    await service.put(deleted, dan);
    await service.erase(deleted.hash, dan);
    const answer = await service.ask("GET", `/documents/export?account=${dan.account.toUpperCase().replace("X", "x")}`);
    expect(answer.headers.get("content-type")).to.equal("application/x-ndjson; charset=utf-8");
    const lines = answer.text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const expected = [wrote, reads].map(({ hash, envelope }) => ({ hash, envelope }));
    expect(lines).to.have.deep.members(expected);
    expect(answer.text).to.not.include(wrote.opening.salt.slice(2));
    expect((await service.ask("GET", `/documents/export?account=0x${"00".repeat(20)}`)).text).to.equal("");
    refused(await service.ask("GET", "/documents/export?account=dan"), 400, /names no account/);
    refused(await service.ask("DELETE", `/documents/export?account=${dan.account}`, {}), 405, /GET only/);
  });

  it("keeps reading keys that their account signed, newest first", async () => {
    refused(await service.ask("GET", `/keys/${ana.account}`), 404, /published no reading key/);
    const at = Date.now();
    expect((await service.publish(ana, at)).status).to.equal(200);
    const { body } = await service.ask("GET", `/keys/${ana.account}`);
    expect(body).to.include({ account: ana.account, key: ana.reading.public, at });
    const signature = await ana.sign(keyText(PLACE, ben.reading.public, at + 1));
    const other = { key: ben.reading.public, at: at + 1, signature };
    refused(await service.ask("PUT", `/keys/${ben.account}`, other), 401, /did not sign/);
    refused(await service.publish(ana, at), 409, /newer request/);
    expect((await service.ask("PUT", `/keys/${ana.account}`, other)).status).to.equal(200);
    const keys = await service.ask("GET", `/keys?accounts=${ana.account},${cem.account},${ana.account}`);
    expect(keys.body).to.deep.equal([{ account: ana.account, ...other }]);
    refused(await service.ask("PUT", `/keys/${ana.account}`, { ...other, key: "0x04" }), 422, /not a reading key/);
    refused(
      await service.ask(
        "GET",
        `/keys?accounts=${Array.from({ length: 201 }, (_, i) => `0x${String(i).padStart(40, "0")}`)}`,
      ),
      400,
      /Ask for 200 at most/,
    );
  });

  it("takes JSON only, and no more than 64 kB of it", async () => {
    const written = shown(ana);
    const path = `/documents/${written.hash}`;
    refused(await service.ask("PUT", path, "<html>", "text/html"), 415, /Only JSON/);
    refused(await service.ask("PUT", path, "{not json"), 400, /not JSON/);
    refused(await service.ask("PUT", path, "7"), 400, /not JSON/);
    refused(await service.ask("PUT", path, { envelope: { text: "no" } }), 422, /not a document that can be kept/);
    const empty = JSON.stringify(shown(ana, "").envelope).length;
    refused(await service.put(shown(ana, "x".repeat(65_537 - empty)), ana), 413, /longer than the 64 kB/);
    refused(await service.put(shown(ana, "x".repeat(300_000)), ana), 413, /longer than the 64 kB/);
    expect((await service.put(shown(ana, "x".repeat(65_536 - empty)), ana)).status).to.equal(200);
  });

  it("hears nobody out who sends without end, and stays up when somebody hangs up", async () => {
    const sending = openRequest(service.url, `/documents/${shown(ana).hash}`);
    const chunk = Buffer.alloc(64 * 1024, "x");
    const timer = setInterval(() => sending.request.write(chunk), 1);
    expect((await sending.answered).statusCode).to.equal(413);
    clearInterval(timer);
    sending.request.destroy();
    const leaving = openRequest(service.url, `/documents/${shown(ana).hash}`);
    leaving.answered.catch(() => {});
    leaving.request.write("{");
    await new Promise((resolve) => setTimeout(resolve, 50));
    leaving.request.destroy();
    expect((await service.ask("GET", `/keys?accounts=${cem.account}`)).status).to.equal(200);
  });

  it("answers every other path and method with a sentence", async () => {
    const { hash } = shown(ana);
    for (const path of ["/documents", "/documents/", `/documents/${hash}/more`, "/keys", "/keys/", "/documents/0x12"]) {
      refused(await service.ask("GET", path), 404, /There is nothing here|no fingerprint of a document/);
    }
    const answer = await service.ask("POST", `/documents/${hash}`, {});
    refused(answer, 405, /takes GET, PUT, DELETE only/);
    expect(answer.headers.get("allow")).to.equal("GET, PUT, DELETE");
    refused(await service.ask("GET", "/keys/ana"), 400, /names no account/);
  });

  it("never leaves its folder, whatever the path", async () => {
    const paths = [
      "/documents/../../secret",
      "/documents/..%2f..%2fsecret",
      "/documents/%2e%2e",
      "/keys/..%5csecret",
      "/documents/0x%00",
    ];
    for (const path of paths) expect(await rawStatus(service.url, path), path).to.be.oneOf([400, 404]);
    for (const path of ["/documents/..%2fkeys%2fx", "/keys/..%2fdocuments%2fx"]) {
      expect((await service.ask("PUT", path, { at: Date.now() })).status, path).to.be.oneOf([400, 404, 405]);
    }
    const names = readdirSync(service.folder, { recursive: true }).map(String);
    for (const name of names) expect(name).to.match(/^(documents|keys)([\\/]0x[0-9a-f]+\.json)?$/);
  });
});

describe("documents: the limits of the service", () => {
  let ana: Person;
  let ben: Person;
  let service: Service | undefined;
  before(async () => {
    [ana, ben] = await Promise.all([person(1), person(2)]);
  });
  afterEach(() => service?.stop());

  it("an account keeps so many documents and no more, until it deletes one", async () => {
    service = await startService({ perAuthor: 2, totalBytes: 1e9 });
    const [one, two, three] = [shown(ana), shown(ana), shown(ana)];
    await service.put(one, ana);
    await service.put(two, ana);
    refused(await service.put(three, ana), 403, /^Your account has 2 documents here, the most/);
    expect((await service.put(one, ana, Date.now() + 1_000)).status, "replacing is no new document").to.equal(200);
    expect((await service.put(shown(ben), ben)).status).to.equal(200);
    await service.erase(one.hash, ana);
    expect((await service.put(three, ana)).status).to.equal(200);
  });

  it("a full store says so, keeps what it has, and has room again after a deletion", async () => {
    service = await startService({ perAuthor: 200, totalBytes: 5 * 4_096 });
    const long = "x".repeat(9_000);
    const [one, two] = [shown(ana, long), shown(ana, long)];
    expect((await service.put(one, ana)).status).to.equal(200);
    refused(await service.put(two, ana), 507, /^The co-op's document store is full, so nothing was kept/);
    expect((await service.get(one.hash)).body).to.deep.equal(one.envelope);
    expect((await service.get(two.hash)).status).to.equal(404);
    await service.erase(one.hash, ana);
    expect((await service.put(two, ana)).status).to.equal(200);
  });
});

/** A request whose body is still to come. */
function openRequest(url: string, path: string): { request: ClientRequest; answered: Promise<IncomingMessage> } {
  const request = httpRequest(`${url}${path}`, { method: "PUT", headers: { "content-type": "application/json" } });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", (answer) => resolve(answer.resume()));
    request.on("error", reject);
  });
  return { request, answered };
}

/** The status for a path that is sent as it is written. */
function rawStatus(url: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}
