/** The events of books/abi.ts by contract; made in dapp/vite.config.ts. */
declare module "virtual:book-events" {
  export const EVENTS: Record<string, import("./decode-event.ts").EventTable>;
}
