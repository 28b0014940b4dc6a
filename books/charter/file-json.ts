// Reads JSON that people wrote: also a key that stands twice is a mistake, of which JSON.parse would keep one half.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };
export type ParsedJson = { value: Json } | { sentence: string };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

export function parseJson(text: string): ParsedJson {
  try {
    const value = JSON.parse(text) as Json;
    const twice = doubledKey(text);
    if (twice === undefined) return { value };
    return { sentence: `The key ${twice} stands twice in the same place: keep one of them.` };
  } catch (error) {
    return { sentence: `This is not JSON (${(error as Error).message}): look for a comma or a quote at that place.` };
  }
}

/** The first key that an object has twice, as it is written; the text is known to be JSON. */
function doubledKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [i, token] of tokens.entries()) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":" && tokens[i + 1] === ":") {
      const key = JSON.parse(token) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return token;
      keys?.add(key);
    }
  }
  return undefined;
}
