// What a member does on the pages, in the words of the pages.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { TEST_WALLET } from "./test-wallet.ts";

export async function connect(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect a wallet", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: TEST_WALLET }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Goes to a proposal by its title, through the list. */
export async function openProposal(page: Page, title: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/proposals?state=all`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

export async function choose(page: Page, position: "For" | "Against" | "Abstain" | "Block"): Promise<void> {
  await page.getByRole("radio", { name: position }).check({ force: true });
}

export const castVote = (page: Page) => page.getByRole("button", { name: /cast my vote$/i });
export const changeVote = (page: Page) => page.getByRole("button", { name: /change my vote$/i });

/** Waits until the page shows `text`. */
export async function shows(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

export function expectQuiet(problems: readonly string[]): void {
  expect(problems).to.deep.equal([]);
}
