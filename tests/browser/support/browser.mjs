// The Chromium that is installed, without a window. CHROMIUM names another one than /usr/bin/chromium.
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const screenshots = fileURLToPath(new URL('../../../artifacts/screenshots', import.meta.url));

/** For tests that are left out without it. */
export const browserIsMissing = existsSync(executablePath) ? false : `${executablePath} is missing`;

/** As root, Chromium's own sandbox can't be. */
export async function startBrowser() {
  return await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Keeps what a person would see, in artifacts/screenshots. */
export async function keep(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png` });
}
