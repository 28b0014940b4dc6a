// A sentence with links, names or other elements in it, in the language of the page.
import { createElement, Fragment, type ReactNode } from "react";
import { inOrder } from "../../../../books/say.ts";

/** As `t`, for values that are elements: they stand where the language puts them. */
export const rich = (parts: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...inOrder<ReactNode>(parts, values));
