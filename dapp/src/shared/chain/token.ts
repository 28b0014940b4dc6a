// The parts of an ERC-20 that the pages use. Written out, because a parser for the short form would cost more.
const account = (name: string) => ({ name, type: "address" }) as const;
const amount = (name: string) => ({ name, type: "uint256" }) as const;
const view = { type: "function", stateMutability: "view" } as const;

export const tokenAbi = [
  { ...view, name: "name", inputs: [], outputs: [{ name: "", type: "string" }] },
  { ...view, name: "symbol", inputs: [], outputs: [{ name: "", type: "string" }] },
  { ...view, name: "decimals", inputs: [], outputs: [{ name: "", type: "uint8" }] },
  { ...view, name: "balanceOf", inputs: [account("account")], outputs: [amount("")] },
  { ...view, name: "allowance", inputs: [account("owner"), account("spender")], outputs: [amount("")] },
  { ...view, name: "nonces", inputs: [account("owner")], outputs: [amount("")] },
  { ...view, name: "DOMAIN_SEPARATOR", inputs: [], outputs: [{ name: "", type: "bytes32" }] },
  {
    type: "function",
    stateMutability: "nonpayable",
    name: "approve",
    inputs: [account("spender"), amount("amount")],
    outputs: [{ name: "", type: "bool" }],
  },
  { type: "error", name: "ERC20InsufficientBalance", inputs: [account("sender"), amount("balance"), amount("needed")] },
  {
    type: "error",
    name: "ERC20InsufficientAllowance",
    inputs: [account("spender"), amount("allowance"), amount("needed")],
  },
] as const;
