/** What every page promises: no accessibility faults that a tool can find, and no sideways scrolling. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Faults against WCAG 2.2 AA, each as `rule: element`; details are opened first, so that nothing is hidden from it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How many pixels the page is wider than its window. */
export function widerThanWindow(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
