/** The small world of reviewing (review-world.ts), served: each of its people at a window or with a cookie. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { sessionCookie, signInAs } from './people.ts';
import { reviewWorld, type PersonName } from './review-world.ts';
import { serveCairn } from './served.ts';

export type Window = { width?: number; javaScriptEnabled?: boolean };

export type Reviewing = {
	address: string;
	folder: string;
	/** Lets somebody visit; afterwards their window and all that it kept are gone. */
	as: (name: PersonName, visit: (page: Page) => Promise<void>, window?: Window) => Promise<void>;
	/** The Cookie header with which somebody is signed in. */
	cookie: (name: PersonName) => string;
	/** Looks into what is kept. */
	look: <Found>(find: (db: Database) => Found) => Found;
	stop: () => Promise<void>;
};

/** `kind`: of the review. */
export async function serveReviewing(
	browser: Browser,
	kind: 'thematic-review' | 'self-evaluation' = 'thematic-review'
): Promise<Reviewing> {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-reviewing-'));
	const db = openCairn(folder, new Date().toISOString());
	reviewWorld(kind, db);
	db.$client.close();
	return openRoom(browser, folder, await serveCairn({ CAIRN_DATA: folder }));
}

/** Lets people into what is served from a folder; `stop` takes the folder away too. */
export function openRoom(
	browser: Browser,
	folder: string,
	served: { address: string; stop: () => Promise<unknown> }
): Reviewing {
	const { address } = served;
	return {
		address,
		folder,
		cookie: (name) => sessionCookie(folder, name, address),
		async as(name, visit, { width = 1280, javaScriptEnabled = true } = {}) {
			const context = await browser.newContext({
				baseURL: address,
				viewport: { width, height: 900 },
				javaScriptEnabled
			});
			try {
				await signInAs(context, { folder, address }, name);
				await visit(await context.newPage());
			} finally {
				await context.close();
			}
		},
		look(find) {
			const kept = openDatabase(folder);
			try {
				return find(kept);
			} finally {
				kept.$client.close();
			}
		},
		async stop() {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
