import { createContext, useContext } from "react";
import type { CoopFile, PageFile } from "./coopFile.ts";

const ConfigContext = createContext<PageFile | undefined>(undefined);

export const ConfigProvider = ConfigContext.Provider;

/** What the page knows of itself; also of one that has no co-op yet. */
export function usePage(): PageFile {
  const page = useContext(ConfigContext);
  if (!page) throw new Error("usePage needs a ConfigProvider above it.");
  return page;
}

/** Of the co-op that is shown: for its pages. */
export function useConfig(): CoopFile {
  const page = usePage();
  if (!page.directory) throw new Error("useConfig is for the pages of a co-op.");
  return page as CoopFile;
}
