/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** "1" in a build for the local chain. */
  readonly VITE_LOCAL?: string;
}
