// A text with its emphasis, lists and links. Every element is made here from a tree: no markup of the writer's becomes one.
import type { Definition, Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { createElement as element, Fragment, type ReactNode } from "react";
import { rich } from "../language/rich.ts";
import { insteadOfPicture, safeLink } from "./links.ts";

/** Quotations in quotations in quotations are shown as they were written from here on. */
const DEEPEST = 12;

type How = { definitions: ReadonlyMap<string, Definition>; depth: number; source: string };

export default function Markdown({ source }: { source: string }): ReactNode {
  const tree = fromMarkdown(source);
  return element(Fragment, null, childrenOf(tree, { definitions: definitionsIn(tree), depth: 0, source }));
}

/** Where links lead that name their address elsewhere: the first of a name counts. */
function definitionsIn(tree: Root): Map<string, Definition> {
  const found = tree.children.filter((node) => node.type === "definition");
  return new Map(found.reverse().map((one) => [one.identifier, one]));
}

/** What holds paragraphs; everything else stands within one. */
const HOLDS_PARAGRAPHS = ["root", "blockquote", "listItem"];

const childrenOf = (parent: Parents, how: How): ReactNode[] => {
  const among = !HOLDS_PARAGRAPHS.includes(parent.type);
  return parent.children.map((node, i) => element(Fragment, { key: i }, elementOf(node, how, among)));
};

/** `among` other words, rather than between paragraphs. */
function elementOf(node: Nodes, { depth, ...rest }: How, among: boolean): ReactNode {
  if (depth > DEEPEST) return asWritten(node, rest.source);
  const how = { ...rest, depth: depth + 1 };
  const inside = () => childrenOf(node as Parents, how);
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return element("p", { dir: "auto", className: "whitespace-pre-line" }, inside());
    case "heading":
      return element(node.depth < 3 ? "h3" : "h4", { dir: "auto", className: "font-semibold" }, inside());
    case "emphasis":
      return element("em", null, inside());
    case "strong":
      return element("strong", null, inside());
    case "inlineCode":
      return element("code", null, node.value);
    case "code":
      return element("pre", { className: "small rounded-lg bg-sunken p-3 whitespace-pre-wrap" }, node.value);
    case "blockquote":
      return element("blockquote", { className: "space-y-2 border-l-2 border-line pl-3" }, inside());
    case "list":
      if (!node.ordered) return element("ul", { className: "list-disc space-y-1 pl-6" }, inside());
      return element("ol", { className: "list-decimal space-y-1 pl-6", start: node.start ?? 1 }, inside());
    case "listItem":
      return element("li", { dir: "auto" }, inside());
    case "break":
      return element("br");
    case "thematicBreak":
      return element("hr", { className: "border-line" });
    case "link":
      return leads(node.url, inside());
    case "linkReference":
      return leads(how.definitions.get(node.identifier)?.url ?? "", inside());
    case "image":
      return insteadOfPicture(node.alt ?? "", node.url);
    case "imageReference":
      return insteadOfPicture(node.alt ?? "", how.definitions.get(node.identifier)?.url ?? "");
    case "definition":
      return null;
    case "html":
      return among ? asWritten(node, how.source) : element("p", { dir: "auto" }, asWritten(node, how.source));
    default:
      return asWritten(node, how.source);
  }
}

/** Whatever is none of these stands there as text, as it was written: HTML too. */
const asWritten = ({ position }: Nodes, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** With where it leads beside it: the words of a link are the writer's. */
function leads(to: string, words: ReactNode): ReactNode {
  const link = safeLink(to);
  if (!link) return rich`${words} (${to})`;
  const anchor = element("a", { className: "link", href: link.href, rel: "noreferrer", target: "_blank" }, words);
  return rich`${anchor} ${element("span", { className: "small text-muted" }, `(${link.host})`)}`;
}
