import { createContext, useContext } from "react";
import type { CoopFile } from "./coopFile.ts";

const ConfigContext = createContext<CoopFile | undefined>(undefined);

export const ConfigProvider = ConfigContext.Provider;

export function useConfig(): CoopFile {
  const config = useContext(ConfigContext);
  if (!config) throw new Error("useConfig needs a ConfigProvider above it.");
  return config;
}
