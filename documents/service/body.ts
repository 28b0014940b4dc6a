// Reads the JSON body of a request, and never more of it than it may have.
import type { IncomingMessage } from "node:http";
import { MAX_BYTES } from "../envelope/envelope.ts";
import { Refusal } from "./refusal.ts";

/** Signature and moment come on top of the document. */
const MAX_BODY = MAX_BYTES + 1024;
/** So much is read and thrown away, so that whoever sends too much hears why. */
const MAX_READ = 1024 * 1024;

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Refusal(415, "Only JSON is taken here. Send the request with the content type application/json.");
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MAX_READ) break;
    if (length <= MAX_BODY) chunks.push(chunk);
  }
  if (length > MAX_BODY) throw tooLong();
  try {
    const value = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new Refusal(400, "The request is not JSON. Make it again on the co-op's page.");
}

export const tooLong = () =>
  new Refusal(
    413,
    "The document is longer than the 64 kB that are kept for one. Shorten it, or seal it for fewer readers.",
  );
