/** Somebody signs out on a machine that others use too: whoever comes next finds nothing of theirs. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addOrganisation, addPerson } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const password = 'six geese a-laying';
let cairn: ServedCairn;
let browser: Browser;

beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
	addOrganisation(cairn.folder, { id: 'isle', kind: 'partnership', name: 'Isle partnership' });
	await addPerson(cairn.folder, {
		name: 'Morag MacLeod',
		email: 'morag@isle.example',
		password,
		memberships: [{ organisation: 'isle', role: 'administrator' }]
	});
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

describe('signing out', () => {
	test('is offered on every page, ends the session, and leaves nothing in the browser', async () => {
		const context = await browser.newContext({ baseURL: cairn.address });
		const page = await context.newPage();
		await page.goto('/sign-in?to=/account');
		await page.getByRole('textbox', { name: 'E-mail address' }).fill('morag@isle.example');
		await page.getByRole('textbox', { name: 'Password' }).fill(password);
		await page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await page.waitForURL('**/account');
		const stolen = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		for (const path of [
			'/',
			'/reviews',
			'/standards/1',
			'/admin',
			'/admin/organisations/isle',
			'/nowhere',
			'/account'
		]) {
			await page.goto(path);
			expect([path, await page.getByRole('button', { name: 'Sign out', exact: true }).count()]).toEqual([
				path,
				1
			]);
		}
		expect(await page.locator('main').innerText()).toContain('morag@isle.example');

		await page.getByRole('button', { name: 'Sign out', exact: true }).click();
		await page.waitForURL('**/sign-in*');
		await page.goBack();
		await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
		expect(await page.content()).not.toMatch(/morag/i);
		expect(await context.cookies()).toEqual([]);
		expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
		// What SvelteKit notes is how far each page was scrolled.
		const noted = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
		expect(noted).not.toMatch(/morag|isle/i);
		const again = await fetch(new URL('/account', cairn.address), {
			headers: { cookie: stolen },
			redirect: 'manual'
		});
		expect(again.status).toBe(303);
	});
});
