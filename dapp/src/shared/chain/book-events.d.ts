/** The events of books/abi.ts by contract; made in dapp/vite.config.ts. */
declare module "virtual:first-events" {
  export const EVENTS: Record<string, import("./decode-event.ts").EventTable>;
}
declare module "virtual:commons-events" {
  export const EVENTS: Record<string, import("./decode-event.ts").EventTable>;
}
declare module "virtual:market-events" {
  export const EVENTS: Record<string, import("./decode-event.ts").EventTable>;
}
/** Of how the books are made: changes with their code. */
declare module "virtual:books-version" {
  export const BOOKS: string;
}
