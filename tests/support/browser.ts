/** A browser for the journeys: one Chromium for a test file, a fresh context for each person. */
import { chromium, type Browser } from 'playwright-core';
import { chromiumMissing, findChromium } from '../../scripts/find-chromium.mjs';

/** Flags that keep a headless Chromium quiet: no sandbox for containers, no traffic of its own. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Throws with one plain sentence when there is no browser on the machine. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error(chromiumMissing);
	return chromium.launch({ executablePath, args: quiet });
}
