// Which addresses in a text become links, and what is shown beside them.
import { t } from "../../../../books/say.ts";

export type SafeLink = { href: string; host: string };

/** The page and the mail address it leads to; undefined for everything that could do more than open one. */
export function safeLink(address: string): SafeLink | undefined {
  const url = URL.parse(address);
  if (url?.protocol === "mailto:") return { href: url.href, host: decoded(url.pathname) };
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return undefined;
  // What stands before an "@" is not where it leads.
  url.username = "";
  url.password = "";
  return { href: url.href, host: url.host };
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** What stands where a picture would: fetching one tells its server who reads. */
export const insteadOfPicture = (alt: string, address: string): string =>
  t`[a picture that is not shown: ${alt || address}]`;
