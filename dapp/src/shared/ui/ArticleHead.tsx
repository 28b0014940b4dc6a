import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LookalikeNote } from "./LookalikeNote.tsx";
import { useTabTitle } from "./PageHead.tsx";

type ArticleHeadProps = {
  /** The list that it belongs to. */
  list: { to: LinkProps["to"]; label: string };
  /** What it is and its number. */
  eyebrow: string;
  title: string;
  /** Where it stands. */
  chips: ReactNode;
  /** Who brought it, and what else is to be known at once. */
  children: ReactNode;
};

/** The head of a page about one thing that members wrote: the way back, what it is, its title, who wrote it. Also names the
 * browser's tab. */
export function ArticleHead({ list, eyebrow, title, chips, children }: ArticleHeadProps) {
  useTabTitle(title);
  return (
    <header className="mb-6">
      <p className="small mb-3">
        <Link to={list.to} className="link">
          {list.label}
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <span className="eyebrow figures">{eyebrow}</span>
        {chips}
      </div>
      <h1 dir="auto" className="mt-3 max-w-[46rem] text-3xl wrap-anywhere sm:text-4xl">
        {title}
      </h1>
      <LookalikeNote text={title} />
      <p className="small mt-2 text-muted">{children}</p>
    </header>
  );
}
