// Reads XML as strictly as the feeds of tests need: whatever is not well-formed throws. Tags, attributes, text, and the five
// entities; no declarations but the first line.
export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

const NAME = "[A-Za-z_][\\w.:-]*";
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)|(.)`, "gsy");
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function parseXml(xml: string): Element {
  if (!ALLOWED.test(xml)) throw new Error("There is a character that XML does not allow.");
  const body = xml.replace(/^<\?xml version="1.0" encoding="utf-8"\?>\n/, "").trim();
  const top: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [top];
  for (const [token, ends, name = "", attributes = "", empty, text] of body.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (!inner || (inner === top && (text !== undefined || top.children.length > 0)))
      throw new Error(`Outside: ${token}`);
    if (text !== undefined) inner.text += plain(text);
    else if (name === "") throw new Error(`What begins with ${token} is no tag.`);
    else if (ends) {
      if (inner.name !== name) throw new Error(`</${name}> ends <${inner.name}>.`);
      open.pop();
    } else {
      const element = { name, attributes: attributesIn(attributes), text: "", children: [] };
      inner.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root] = top.children;
  if (!root || open.length !== 1) throw new Error("Something is not closed.");
  return root;
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, plain(value)]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`Twice the same attribute: ${text}`);
  return Object.fromEntries(found);
}

function plain(text: string): string {
  return text.replace(/&([^;]*);?/g, (entity, name: string) => {
    const mark = entity.endsWith(";") ? ENTITIES[name] : undefined;
    if (mark === undefined) throw new Error(`There is no entity ${entity}.`);
    return mark;
  });
}
