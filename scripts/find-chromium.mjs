/** Finds a Chromium or Chrome to run the journeys in: CHROME_PATH, a usual place, or Playwright's own. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

// The shell is the same engine without the windows around it: journeys take a third less time in it.
const usualPlaces = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** Where Playwright keeps the browsers that it installed itself. */
const playwrightFolders = [
	process.env.PLAYWRIGHT_BROWSERS_PATH,
	join(homedir(), '.cache', 'ms-playwright'),
	join(homedir(), 'Library', 'Caches', 'ms-playwright'),
	join(homedir(), 'AppData', 'Local', 'ms-playwright')
];

const programs = [
	'chrome-linux/chrome',
	'chrome-linux64/chrome',
	'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
	'chrome-win/chrome.exe'
];

function* candidates() {
	if (process.env.CHROME_PATH) yield process.env.CHROME_PATH;
	yield* usualPlaces;
	for (const folder of playwrightFolders)
		if (folder && existsSync(folder))
			for (const version of readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name)))
				for (const program of programs) yield join(folder, version, program);
}

/** The path of a browser, or undefined. */
export function findChromium() {
	for (const path of candidates()) if (existsSync(path)) return path;
	return undefined;
}

export const chromiumMissing =
	'No Chromium was found to run the journeys in. Install Chromium or Chrome, or set CHROME_PATH to one.';
