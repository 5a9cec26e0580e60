/**
 * Fifty people save into a few shared summaries at the same time, over HTTP: each save is applied once or comes back
 * as a conflict with both texts, and nothing is lost, overwritten, doubled or missing from the trail. Takes a quarter of
 * a minute on two idle cores.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SaveAnswer } from '#lib/pages/save-answer.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { events, eventTexts } from '#lib/server/db/schema/trail.ts';
import { findNarrative } from '#lib/server/queries/narratives.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { readActionAnswer } from '../support/action-answer.ts';
import { asker } from '../support/ask.ts';
import { times } from '../support/long.ts';
import { addPerson, sessionCookie } from '../support/people.ts';
import { review, reviewWorld } from '../support/review-world.ts';
import { serveCairn, type ServedCairn } from '../support/served.ts';

const editors = 50;
const saves = times(30, 200);
const themes = ['T1', 'T2', 'T3', 'T4', 'T5'] as const;
type Theme = (typeof themes)[number];

let folder: string;
let cairn: ServedCairn;
let cookies: string[];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-editors-'));
	const db = openCairn(folder, new Date().toISOString());
	reviewWorld('thematic-review', db);
	const people = [];
	for (let editor = 1; editor <= editors; editor += 1)
		people.push(
			await addPerson(db, {
				name: `Editor ${editor}`,
				email: `editor-${editor}@north.example`,
				memberships: [{ organisation: 'north', role: 'inspector' }],
				duties: [{ review, duty: 'judge' }]
			})
		);
	db.$client.close();
	cairn = await serveCairn({ CAIRN_DATA: folder });
	cookies = people.map((person) => sessionCookie(folder, person, cairn.address));
});
afterAll(async () => {
	await cairn?.stop();
	rmSync(folder, { recursive: true, force: true });
});

type Applied = { theme: Theme; version: number; text: string };

test(`${editors} people with ${saves} saves each lose none: each is applied once, or comes back with both texts`, async () => {
	const { ask, close } = asker(cairn.address);
	const applied: Applied[] = [];
	const faults: string[] = [];
	let conflicts = 0;

	/** One save as the page sends it. */
	const save = async (cookie: string, theme: Theme, version: number, text: string): Promise<SaveAnswer> => {
		const { status, body } = await ask({
			method: 'POST',
			path: `/reviews/${review}/judgements/${theme}/summary?/save`,
			cookie,
			headers: {
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				origin: cairn.address,
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: new URLSearchParams({ version: String(version), text }).toString()
		});
		const answer = readActionAnswer(body.toString());
		if (status !== 200 || !['success', 'failure'].includes(answer.type))
			throw new Error(`A save was answered with ${status}: ${body.toString().slice(0, 200)}`);
		return answer.data as SaveAnswer;
	};

	/** Somebody who saves on from what they saw last, whether it was their own text or somebody else's. */
	const edit = async (editor: number): Promise<void> => {
		const theme = themes[editor % themes.length]!;
		let seen = 0;
		for (let nth = 1; nth <= saves; nth += 1) {
			const text = `Edit ${nth} of editor ${editor + 1}.`;
			const answer = await save(cookies[editor]!, theme, seen, text);
			if ('saved' in answer) {
				const { version } = answer.saved;
				if (version !== seen + 1) faults.push(`version ${version} was given on version ${seen}`);
				applied.push({ theme, version, text });
				seen = version;
			} else if ('conflict' in answer) {
				conflicts += 1;
				const { texts, version, by } = answer.conflict;
				const both = answer.values.text === text && texts.text !== text && by.startsWith('Editor ');
				if (!both || version <= seen) faults.push(`not both texts: ${JSON.stringify(answer)}`);
				seen = version;
			} else faults.push(JSON.stringify(answer));
		}
	};
	await Promise.all(cookies.map((_, editor) => edit(editor)));
	close();

	expect(faults).toEqual([]);
	expect(applied.length + conflicts).toBe(editors * saves);
	expect(Math.min(applied.length, conflicts)).toBeGreaterThan(saves);
	const db = openDatabase(folder);
	try {
		for (const theme of themes) {
			const acknowledged = applied
				.filter((each) => each.theme === theme)
				.sort((a, b) => a.version - b.version);
			expect(acknowledged.map(({ version }) => version)).toEqual(acknowledged.map((_, index) => index + 1));
			const told = db
				.select({ before: eventTexts.before, after: eventTexts.after, facts: events.facts })
				.from(events)
				.innerJoin(eventTexts, eq(eventTexts.event, events.id))
				.where(and(eq(events.verb, 'narrative-saved'), eq(events.subject, theme)))
				.orderBy(asc(events.id))
				.all();
			expect(told).toEqual(
				acknowledged.map(({ version, text }, index) => ({
					before: acknowledged[index - 1]?.text ?? '',
					after: text,
					facts: { version }
				}))
			);
			const last = acknowledged.at(-1)!;
			expect(findNarrative(db, { review, element: theme })).toMatchObject({
				texts: { text: last.text },
				version: last.version
			});
		}
		expect(verifyTrail(db).faults).toEqual([]);
	} finally {
		db.$client.close();
	}
}, 600_000);
