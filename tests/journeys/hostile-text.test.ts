/**
 * Every text field of a review holds what would be markup, script or a formula if it were not taken as text. Beside it
 * stands a review of the same shape with harmless texts: both have to look the same but for the letters.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { filledBundle, names, textPlaces } from '../support/filled-bundle.ts';
import { harmlessText, hostileText } from '../support/hostile-texts.ts';
import { editorCame } from '../support/person.ts';
import { hearComplaints, widerThanWindow } from '../support/page-checks.ts';
import { addOrganisation, addPerson, sessionCookie, signInAs } from '../support/people.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';
import { unzip } from '../support/zip.ts';

/**
 * Both count their texts in the same order, so that the same mark stands at the same place. What one record is called
 * heads columns: a page of that would leave no room on paper for what stands in them.
 */
const counting = (textOf: (number: number, longest: number) => string) => {
	let number = 0;
	return (place: string, longest: number) => textOf(number++, place.includes('.unit.') ? 60 : longest);
};
const hostile = filledBundle('hostile', counting(hostileText));
const harmless = filledBundle('harmless', counting(harmlessText));

let cairn: ServedCairn;
let browser: Browser;
let page: Page;
/** For the harmless review, so that both are looked at side by side. */
let twinPage: Page;
let lead: string;
const elsewhere: string[] = [];

beforeAll(async () => {
	[cairn, browser] = await Promise.all([serveCairn(), launchBrowser()]);
	addOrganisation(cairn.folder, { id: 'readers', kind: 'scrutiny-body', name: hostileText(900) });
	for (const [id, { bundle }] of Object.entries({ hostile, harmless })) {
		writeFileSync(fileOf(`${id}.json`), JSON.stringify(bundle));
		runCairn('reviews', 'import', fileOf(`${id}.json`), '--organisation', 'readers', '--identifiers-checked');
	}
	lead = await addPerson(cairn.folder, {
		name: hostileText(901),
		email: 'lead@readers.example',
		memberships: [{ organisation: 'readers', role: 'lead-inspector' }],
		duties: ['hostile', 'harmless'].flatMap((review) =>
			(['lead', 'judge'] as const).map((duty) => ({ review, duty }))
		)
	});
	const context = await browser.newContext({ baseURL: cairn.address });
	await signInAs(context, cairn, lead);
	[page, twinPage] = [await context.newPage(), await context.newPage()];
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol !== 'data:' && protocol !== 'file:' && origin !== cairn.address)
			elsewhere.push(request.url());
	});
});
afterAll(async () => {
	await browser?.close();
	await cairn?.stop();
});

const fileOf = (name: string) => join(cairn.folder, name);
const runCairn = (...words: string[]) =>
	execFileSync(process.execPath, ['src/cli/cairn.ts', ...words], {
		env: { ...process.env, CAIRN_DATA: cairn.folder },
		encoding: 'utf8'
	});

async function download(path: string): Promise<Buffer> {
	const answer = await fetch(new URL(path, cairn.address), {
		headers: { cookie: sessionCookie(cairn.folder, lead) }
	});
	expect([path, answer.status]).toEqual([path, 200]);
	return Buffer.from(await answer.arrayBuffer());
}

/** Without breaks, since narrow columns break long words. */
const joined = (text: string) => text.replace(/\s+/g, '');
const marksIn = (text: string) => [...new Set(text.match(/mark\d+mark/g))].sort();

/** What a page is made of, and whether anything in it could act. */
type Looked = {
	hacked: unknown;
	elements: Record<string, number>;
	/** Elements that could run something or load something from elsewhere. */
	acting: string[];
	text: string;
	/** Links within the review, in their order. */
	links: string[];
};

function look(where: Page): Promise<Looked> {
	return where.evaluate(() => {
		const elements: Record<string, number> = {};
		const acting: string[] = [];
		for (const element of document.querySelectorAll('*')) {
			elements[element.localName] = (elements[element.localName] ?? 0) + 1;
			for (const { name, value } of element.attributes) {
				const leads = /^(?:href|xlink:href|src|action|formaction|data|poster)$/.test(name);
				const runs = leads && /^\s*(?:javascript|vbscript|data:text)/i.test(value);
				// The drawing library sets the size of its canvas, and marks are laid over the field whose words they mark.
				const styles = name === 'style' && element.localName !== 'canvas' && !element.matches('.cover');
				if (runs || styles || /^on|^srcdoc$/.test(name)) acting.push(`${element.localName} ${name}`);
			}
			if (element instanceof HTMLScriptElement && element.nonce === '' && !element.src) acting.push('script');
		}
		const bare = document.documentElement.cloneNode(true) as HTMLElement;
		bare.querySelectorAll('script, style').forEach((each) => each.remove());
		const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href], header a[href]')];
		return {
			hacked: (window as { hacked?: unknown }).hacked,
			elements,
			acting,
			text: bare.textContent,
			links: links.map(({ href }) => href)
		};
	});
}

/** Opens a page, lets its scripts run, and looks at it. */
async function opened(
	address: string,
	where = page
): Promise<Looked & { complaints: string[]; status: number | null }> {
	const { complaints, stop } = hearComplaints(where);
	const answer = await where.goto(address);
	// It is there once the page's own script has taken over; then the editors come in the place of text areas.
	if (!address.startsWith('file:')) {
		await where.locator('#svelte-announcer').waitFor({ state: 'attached' });
		await editorCame(where);
	}
	const looked = await look(where);
	stop();
	return { ...looked, complaints, status: answer?.status() ?? null };
}

/** Addresses of pages of one review among links: once each, without what only chooses rows of a list. */
const pagesOf = (review: string, links: readonly string[]) =>
	links
		.map((link) => new URL(link))
		.filter(
			({ pathname }) => pathname.startsWith(`/reviews/${review}`) && !/\.(csv|xlsx|pdf|json)$/.test(pathname)
		)
		.map(({ pathname, searchParams }) => {
			const by = searchParams.get('by');
			return pathname + (by === null ? '' : `?by=${encodeURIComponent(by)}`);
		});

/** What a page is made of. That of a note has a box for each sentence of it, and a hostile text has more of them. */
const madeOf = (path: string, { elements }: Looked) =>
	path.includes('/notes/') ? { ...elements, li: 0, input: 0, label: 0 } : elements;

describe('a hostile text', () => {
	test('is tried in every text field that a review has', () => {
		const free = textPlaces().filter((place) => !(place in names));
		expect([...hostile.filled.keys()].sort()).toEqual(free.sort());
		expect(Object.keys(names).filter((place) => !textPlaces().includes(place))).toEqual([]);
	});

	test('is kept whole, and can be taken along', () => {
		for (const [id, { bundle }] of Object.entries({ hostile, harmless })) {
			runCairn('reviews', 'export', id, '--out', fileOf(`${id}-out.json`));
			expect(marksIn(readFileSync(fileOf(`${id}-out.json`), 'utf8'))).toEqual(
				marksIn(JSON.stringify(bundle))
			);
		}
	});

	test('stays text on every page: nothing runs, no element appears, nothing is asked of elsewhere', async () => {
		const pairs: [path: string, twin: string][] = [['/reviews/hostile', '/reviews/harmless']];
		const seen = new Set(['/reviews/hostile']);
		for (const [path, twin] of pairs) {
			const [found, expected] = await Promise.all([opened(path), opened(twin, twinPage)]);
			expect([path, found.status, found.hacked, found.acting, found.complaints]).toEqual([
				path,
				200,
				undefined,
				[],
				[]
			]);
			expect([path, madeOf(path, found)]).toEqual([path, madeOf(twin, expected)]);
			expect([path, marksIn(found.text)]).toEqual([path, marksIn(expected.text)]);
			const [links, twins] = [pagesOf('hostile', found.links), pagesOf('harmless', expected.links)];
			expect([path, links.length]).toEqual([path, twins.length]);
			links.forEach((link, index) => {
				if (seen.has(link)) return;
				seen.add(link);
				pairs.push([link, twins[index]!]);
			});
		}
		expect(pairs.length).toBeGreaterThan(20);
		expect(elsewhere).toEqual([]);
	});

	test('stays text where pages list reviews and people', async () => {
		for (const path of ['/', '/reviews', '/standards/1', '/change-map']) {
			const { hacked, acting, complaints } = await opened(path);
			expect([path, hacked, acting, complaints]).toEqual([path, undefined, [], []]);
		}
	});

	test('of any length fits a narrow window', async () => {
		await page.setViewportSize({ width: 320, height: 900 });
		const [ofReview, ofAsked, ofMet] = [
			['', '/evidence', '/evidence/matrix', '/attachments', '/involvement', '/judgements/T2', '/report'],
			['', '/edit', '/instrument', '/sample', '/readings', '/import', '/link', '/figures'],
			['', '/notes', '/notes/note-0', '/figures', '/figures/figure-0']
		];
		for (const path of [
			...ofReview!,
			...ofAsked!.map((part) => `/evidence/asked${part}`),
			...ofMet!.map((part) => `/evidence/met${part}`)
		]) {
			await page.goto(`/reviews/hostile${path}`);
			expect([path, await widerThanWindow(page)]).toEqual([path, 0]);
		}
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	test('is no formula in a CSV file', async () => {
		const rowsOf = (bytes: Buffer) =>
			Papa.parse<string[]>(bytes.toString('utf8').slice(1), { skipEmptyLines: true }).data;
		const by = encodeURIComponent(hostile.filled.get('sources.*.sample.strata.column')![0]!.toWellFormed());
		const csv = await download(`/reviews/hostile/evidence/asked/results.csv?by=${by}`);
		const cells = rowsOf(csv).flat();
		expect(cells.filter((cell) => /^[\s\p{Cf}\p{Cc}]*[=+\-@＝]/u.test(cell))).toEqual([]);
		expect(cells.filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThan(0);
		const twin = await download(
			`/reviews/harmless/evidence/asked/results.csv?by=${encodeURIComponent(harmless.filled.get('sources.*.sample.strata.column')![0]!)}`
		);
		expect(rowsOf(csv).map((row) => row.length)).toEqual(rowsOf(twin).map((row) => row.length));
		expect(marksIn(csv.toString('utf8'))).toEqual(marksIn(twin.toString('utf8')));
	});

	test('is a cell of text in a workbook', async () => {
		const file = await download('/reviews/hostile/evidence/asked/results.xlsx');
		const twin = await readWorkbook(await download('/reviews/harmless/evidence/asked/results.xlsx'));
		const sheets = await readWorkbook(file);
		for (const [name, bytes] of unzip(file))
			expect([name, /<f[\s>]|<hyperlink|<script/.test(bytes.toString('utf8'))]).toEqual([name, false]);
		expect(sheets.map(({ data }) => data.map((row) => row.map((cell) => typeof cell)))).toEqual(
			twin.map(({ data }) => data.map((row) => row.map((cell) => typeof cell)))
		);
		expect(marksIn(JSON.stringify(sheets))).toEqual(marksIn(JSON.stringify(twin)));
		expect(JSON.stringify(sheets)).toContain('<script>window.hacked=1</script>');
	});

	test('is printed as text in the PDF, which runs nothing and leads only to places of its own', async () => {
		const [text, twin] = await Promise.all(
			['hostile', 'harmless'].map(async (review) => {
				const pdf = await getDocumentProxy(new Uint8Array(await download(`/reviews/${review}/report.pdf`)));
				const places = await Promise.all(
					Array.from({ length: pdf.numPages }, async (_, index) =>
						(await (await pdf.getPage(index + 1)).getAnnotations()).flatMap(
							({ url, unsafeUrl }: { url?: string; unsafeUrl?: string }) => url ?? unsafeUrl ?? []
						)
					)
				);
				expect([review, places.flat(), await pdf.getJSActions()]).toEqual([review, [], null]);
				return (await extractText(pdf, { mergePages: true })).text;
			})
		);
		expect(marksIn(joined(text!))).toEqual(marksIn(joined(twin!)));
		expect(joined(text!)).toContain('<script>window.hacked=1</script>');
	});

	test('stays text in the report as one file', async () => {
		for (const review of ['hostile', 'harmless'])
			runCairn('report', review, '--format', 'html', '--out', fileOf(`${review}.html`));
		const found = await opened(pathToFileURL(fileOf('hostile.html')).href);
		const expected = await opened(pathToFileURL(fileOf('harmless.html')).href);
		expect([found.hacked, found.acting, found.complaints]).toEqual([undefined, [], []]);
		expect(found.elements).toEqual(expected.elements);
		expect(marksIn(found.text)).toEqual(marksIn(expected.text));
		expect(found.elements.script).toBeUndefined();
	});
});
