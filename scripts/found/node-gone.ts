// A node that is no longer there, told as what it means for a founding.
const SIGNS = /ECONNREFUSED|ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|ETIMEDOUT|ENOTFOUND|HHE70\d/;

/** The sentence for it; undefined when the error is another one. */
export function nodeGone(error: unknown): string | undefined {
  for (let part = error; part instanceof Error; part = part.cause) {
    const { code, errorCode, name } = part as Error & { code?: string; errorCode?: string };
    const isSign = [code, errorCode].some((sign) => typeof sign === "string" && SIGNS.test(sign));
    if (isSign || /^(ConnectionRefusedError|RequestTimeoutError|HttpRequestError|TimeoutError)$/.test(name)) {
      return `The node stopped answering (${part.message.split("\n")[0]}). What was done stays done: run the same command again once it is back.`;
    }
  }
  return undefined;
}
