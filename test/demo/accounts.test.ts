// The accounts of development chains, which people know from Hardhat's documentation.
import { expect } from "chai";
import hre from "hardhat";
import { mnemonicToAccount, privateKeyToAddress } from "viem/accounts";
import { developmentAccounts } from "../../scripts/lib/accounts.ts";

const PHRASE = `${"test ".repeat(11)}junk`;

describe("accounts of development chains", () => {
  it("are those of the phrase that everybody knows", () => {
    const derived = developmentAccounts(100).map(({ privateKey }) => privateKeyToAddress(privateKey as `0x${string}`));
    expect(derived).to.have.length(100);
    for (const addressIndex of [0, 1, 19, 99])
      expect(derived[addressIndex]).to.equal(mnemonicToAccount(PHRASE, { addressIndex }).address);
  });

  it("are there, in that order, each with ten thousand coins", async () => {
    const { viem } = await hre.network.create();
    const [first] = await viem.getWalletClients();
    const { address } = mnemonicToAccount(PHRASE);
    expect(first?.account.address.toLowerCase()).to.equal(address.toLowerCase());
    expect(await (await viem.getPublicClient()).getBalance({ address })).to.equal(10n ** 22n);
  });
});
