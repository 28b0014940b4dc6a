// What a built page may load and whom it may ask: its content security policy, and the fingerprints of its own files.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./files.ts";

/** Any server of this machine, for the practice chain. */
export const THIS_MACHINE = ["http", "ws"].flatMap((scheme) =>
  ["127.0.0.1", "localhost"].map((host) => `${scheme}://${host}:*`),
);

/** Where the file of its files' fingerprints stands, for `sha256sum --check`. */
export const FINGERPRINTS = "files.sha256";

/** The policy of a page that asks these servers besides its own and no others. No script, style, frame or form of anybody else. */
export const policyFor = (servers: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...servers].join(" ")}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** The servers that a co-op's file names, each once; a path below the page's own address needs no leave. */
export function serversOf(file: { rpcUrl: string; relay?: string; indexer?: string }): string[] {
  const named = [file.rpcUrl, file.relay, file.indexer].flatMap((url) => URL.parse(url ?? "")?.origin ?? []);
  return [...new Set(named)];
}

const POLICY_PLACE = "<!-- content security policy -->";

/** Writes the policy into the built page, gives each of its scripts and styles its fingerprint, and lists those of all files. */
export function seal(folder: string, servers: readonly string[]): void {
  const page = join(folder, "index.html");
  const html = readFileSync(page, "utf8");
  if (!html.includes(POLICY_PLACE)) throw new Error("dapp/index.html has no place for its content security policy.");
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(servers)}" />`;
  const sealed = html.replace(POLICY_PLACE, policy).replaceAll(LOADED, (tag: string, file: string) => {
    const fingerprint = createHash("sha384")
      .update(readFileSync(join(folder, file)))
      .digest("base64");
    return tag.replace(/\s*\/?>$/, ` integrity="sha384-${fingerprint}">`);
  });
  writeFileSync(page, sealed);
  writeFingerprints(folder);
}

/** Lists the fingerprints of all files, but for that of the list. */
export function writeFingerprints(folder: string): void {
  const files = listFiles(folder, ".", [""]).filter((file) => file !== FINGERPRINTS);
  const lines = files.map((file) => `${sha256(join(folder, file))}  ${file}`);
  writeFileSync(join(folder, FINGERPRINTS), `${lines.join("\n")}\n`);
}

/** A tag that loads a script or a style of the page. */
const LOADED = /<(?:script|link)\b[^>]*?(?:src|href)="\/([^"]+\.(?:js|css))"[^>]*>/g;

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
