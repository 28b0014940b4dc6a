// What each module of a co-op answers. Only for pages that act or decode: it is large. For reading events: decode.ts.
export { ABI_OF, wholeAssemblyAbi } from "../../../../books/abi-of.ts";
