/** A person at a browser: a window of a width, with or without JavaScript, whose clicks are counted. */
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { signInAs } from './people.ts';

export type Person = {
	page: Page;
	/** How often a link, a button or a summary was clicked. */
	clicks: () => number;
	/** Clicks the first link of this name within `main`, or within the part of the page that `within` names. */
	follow: (name: string | RegExp, within?: string) => Promise<void>;
	/** Clicks a link that downloads a file, and gives its suggested name and bytes. */
	download: (name: string | RegExp) => Promise<{ name: string; bytes: Buffer }>;
};

export type Window = { width?: number; javaScriptEnabled?: boolean };

/** Lets a person visit; afterwards the window and all that it kept are gone. */
export async function asPerson(
	browser: Browser,
	baseURL: string,
	visit: (person: Person) => Promise<void>,
	{ width = 1280, javaScriptEnabled = true }: Window = {}
): Promise<void> {
	const context = await browser.newContext({ baseURL, viewport: { width, height: 900 }, javaScriptEnabled });
	const page = await context.newPage();
	let clicks = 0;
	const link = (name: string | RegExp, within: string) =>
		page
			.locator(within)
			.getByRole('link', { name, exact: typeof name === 'string' })
			.first();
	try {
		await visit({
			page,
			clicks: () => clicks,
			async follow(name, within = 'main') {
				clicks += 1;
				const before = page.url();
				await link(name, within).click();
				await page.waitForURL((url) => url.href !== before);
			},
			async download(name) {
				clicks += 1;
				const [download] = await Promise.all([page.waitForEvent('download'), link(name, 'main').click()]);
				return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
			}
		});
	} finally {
		await context.close();
	}
}

/** Lets somebody who is signed in visit, by their id; afterwards the window and all that it kept are gone. */
export async function visitAs(
	browser: Browser,
	served: { folder: string; address: string },
	person: string,
	visit: (page: Page) => Promise<void>,
	{ width = 1280, javaScriptEnabled = true }: Window = {}
): Promise<void> {
	const context = await browser.newContext({
		...{ baseURL: served.address, viewport: { width, height: 900 }, javaScriptEnabled }
	});
	try {
		await signInAs(context, served, person);
		await visit(await context.newPage());
	} finally {
		await context.close();
	}
}

async function bytesOf(download: Download): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Moves the focus forward with the Tab key until it is on a link or summary of this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
	for (let stop = 0; stop < 200; stop += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() =>
			document.activeElement?.textContent?.trim().replace(/\s+/g, ' ')
		);
		if (focused === name) return;
	}
	throw new Error(`The Tab key does not lead to “${name}”.`);
}

/** Writes in a field: with scripts once the editor has taken the place of its text area, which is hidden then. */
export async function writeIn(field: Locator, text: string, { scripts = true } = {}): Promise<void> {
	await field.waitFor();
	if (scripts) await editorCame(field.page());
	await field.fill(text);
}

/**
 * Opens a page and waits until it has come to life: its scripts have taken over, and its editors stand in the place of
 * their text areas. The last thing that the scripts bring is an element that tells listeners where they have arrived.
 */
export async function arrive(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	await editorCame(page);
}

/** Waits until every editor of a page with scripts stands in the place of its text area. */
export async function editorCame(page: Page): Promise<void> {
	await page.locator('.writing:not(.rich)').waitFor({ state: 'detached' });
}
