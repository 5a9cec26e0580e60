/**
 * What every page promises: no accessibility faults that a tool can find, no sideways scrolling, and nothing that the
 * browser complains of, such as a style or script that the content policy refuses.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { times } from './long.ts';
import { arrive } from './person.ts';

/**
 * Faults against WCAG 2.2 AA and best practice, each as `rule: element`; details are opened first, so that nothing
 * is hidden from it. Legacy mode looks at this page without opening another: no page of Cairn has frames.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.options({ resultTypes: ['violations'] })
		.setLegacyMode()
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How many pixels the page stays wider than its window. A chart takes a moment to fit a new width. */
export async function widerThanWindow(page: Page): Promise<number> {
	const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	for (let look = 0; look < 30 && (await page.evaluate(over)) > 0; look += 1)
		await page.evaluate(() => new Promise((seen) => requestAnimationFrame(seen)));
	return page.evaluate(over);
}

/** What the browser complains of from now on, and a way to stop listening. A page that is not there may say so. */
export function hearComplaints(page: Page): { complaints: string[]; stop: () => void } {
	const complaints: string[] = [];
	const hear = (message: ConsoleMessage) => {
		const ownAddress = message.location().url === page.url();
		if (message.type() !== 'error') return;
		if (ownAddress && /^Failed to load resource: .* status of 40[34]/.test(message.text())) return;
		complaints.push(`console: ${message.text()}`);
	};
	const hearError = (error: Error) => complaints.push(`script: ${error.message}`);
	page.on('console', hear);
	page.on('pageerror', hearError);
	return {
		complaints,
		stop: () => {
			page.off('console', hear);
			page.off('pageerror', hearError);
		}
	};
}

/** The widths that every page is looked at in: of a desk and of a small telephone, in pixels. */
const widths = [1280, 320];
/** The tool is slow, and finds nearly the same in both: `npm test` asks it in the wide one, `npm run test:long` in both. */
const looksTwice = times(1, 2) === 2;

/** What is wrong with the page at an address, wide and narrow, each fault with its width; `page` is reused. */
export async function pageFaults(page: Page, path: string): Promise<string[]> {
	const { complaints, stop } = hearComplaints(page);
	const faults: string[] = [];
	await page.setViewportSize({ width: widths[0]!, height: 900 });
	await arrive(page, path);
	// Only now the drawing library is fetched.
	if ((await page.locator('canvas').count()) > 0) await page.waitForLoadState('networkidle');
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		const over = await widerThanWindow(page);
		if (over > 0) faults.push(`${width}: ${over} pixels wider than the window`);
		if (width === widths[0] || looksTwice)
			faults.push(...(await accessibilityFaults(page)).map((fault) => `${width}: ${fault}`));
	}
	stop();
	return [...faults, ...complaints];
}

/** One window for many pages; who opens it closes its context. */
export async function openWindow(browser: Browser, baseURL: string): Promise<Page> {
	return (await browser.newContext({ baseURL })).newPage();
}

/** The title of a page as it is served, and the levels of the headings of its main part. */
export function titleAndHeadings(html: string): { title: string; levels: number[] } {
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
	return {
		title: html.match(/<title>(.*?)<\/title>/s)?.[1] ?? '',
		levels: [...main.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
	};
}
