/**
 * Judging together: three judges judge a theme of the worked example again, each alone, and agree; contributors of a
 * self-evaluation judge a component from different sides. Whoever has not judged sees nothing of what others judged.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDuty } from '#lib/server/commands/give-duty.ts';
import { giveOwnJudgement } from '#lib/server/commands/give-own-judgement.ts';
import { saveFinding } from '#lib/server/commands/save-finding.ts';
import { startCopy, startReview } from '#lib/server/commands/start-review.ts';
import { findFindingRow } from '#lib/server/queries/findings.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageFaults } from '../support/page-checks.ts';
import { addPerson, sessionCookie } from '../support/people.ts';
import { serveReviewing, type Reviewing } from '../support/reviewing.ts';
import type { PersonName } from '../support/review-world.ts';

let browser: Browser;
let room: Reviewing;
/** A copy of the worked example that the north judges again, and a self-evaluation of the isle. */
let copy: string;
let own: string;
/** A worker of the isle. */
let worker: string;

const now = () => new Date().toISOString();
beforeAll(async () => {
	browser = await launchBrowser();
	room = await serveReviewing(browser);
	worker = await addPerson(room.folder, {
		name: 'Una Reid',
		email: 'una@isle.example',
		memberships: [{ organisation: 'isle', role: 'contributor' }]
	});
	room.look((db) => {
		const by = (person: string) => ({ actor: findActor(db, person)!, at: now() });
		copy = startCopy(db, by('ailsa'), { organisation: 'north' });
		for (const person of ['ailsa', 'magnus', 'iain'])
			giveDuty(db, by('ailsa'), { review: copy, person, duty: 'judge' });
		giveDuty(db, by('ailsa'), { review: copy, person: 'callum', duty: 'observer' });
		own = startReview(db, by('effie'), {
			...{ organisation: 'isle', partnership: '', title: 'How we stand' },
			...{ from: '2026-01-01', to: '2026-06-30', about: '' }
		});
	});
});
afterAll(async () => {
	await room?.stop();
	await browser?.close();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const says = (page: Page, words: string | RegExp) =>
	page.getByText(words).filter({ visible: true }).first().waitFor();

/** What somebody gets at an address, without what differs each time. */
async function got(name: PersonName | 'una', path: string): Promise<string> {
	const cookie = name === 'una' ? sessionCookie(room.folder, worker, room.address) : room.cookie(name);
	const answer = await fetch(new URL(path, room.address), { headers: { cookie }, redirect: 'manual' });
	return (await answer.text()).replace(/nonce[-=]"?[\w+/=-]{16,}/g, '');
}

const theme = () => `/reviews/${copy}/judgements/T2`;
const reasons: Partial<Record<PersonName, string>> = {
	ailsa: 'Conversations are good, yet the likely budget stays unknown.',
	iain: 'Signposting leads nowhere that anybody recorded.',
	magnus: 'Information and advocacy come early and weigh much.'
};

async function judge(name: PersonName, step: string): Promise<void> {
	await room.as(name, async (page) => {
		await page.goto(theme());
		await page.getByRole('radio', { name: new RegExp(`^${step} `) }).check();
		await page.getByLabel('Why', { exact: true }).fill(reasons[name]!);
		await button(page, 'Give your evaluation').click();
		await page.getByRole('heading', { name: /^Own evaluations, made independently/ }).waitFor();
	});
}

describe('three judges judge a theme of the worked example again', () => {
	test('the published evaluation is set aside with a reason, and counts no more', async () => {
		await room.as('ailsa', async (page) => {
			await page.goto(theme());
			await says(page, 'The evaluation is the one published');
			await page.getByText('Judge again').click();
			await button(page, 'Set it aside').click();
			await says(page, 'Write why it is judged again.');
			await page.getByLabel('Why is it judged again?').fill('Three judges weigh the reconstruction.');
			await button(page, 'Set it aside').click();
			await says(page, 'It is judged again.');
		});
		expect(await got('callum', theme())).toContain('No evaluation has been given yet.');
	});

	test('whoever has yet to judge meets the evidence first, and a form in which nothing is chosen', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(theme());
			const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
			expect(headings.filter((each) => each.endsWith('?'))).toEqual([
				'How do we know?',
				'How well are we doing?',
				'What are we going to do now?'
			]);
			expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
			await button(page, 'Give your evaluation').click();
			await says(page, 'Choose an evaluation.');
			await says(page, 'Write why: a judgement needs its reason.');
		});
	});

	test('no page tells a judge who has not judged that others have, or what', async () => {
		const pages = [
			theme(),
			`/reviews/${copy}/judgements`,
			`/reviews/${copy}/moderation`,
			`/reviews/${copy}/moderation/T2`,
			`/reviews/${copy}/report`,
			`/reviews/${copy}/findings`
		];
		const before = await Promise.all(pages.map((path) => got('magnus', path)));
		await judge('ailsa', '3');
		await judge('iain', '2');
		const after = await Promise.all(pages.map((path) => got('magnus', path)));
		expect(after).toEqual(before);
		const told = [`/reviews/${copy}`, `/reviews/${copy}/history`, `/reviews/${copy}/history.csv`];
		for (const path of [...pages, ...told, ...pages.map((each) => `${each}/__data.json`)]) {
			const text = await got('magnus', path);
			for (const reason of [reasons.ailsa!, reasons.iain!]) expect(text).not.toContain(reason);
		}
		expect(await got('magnus', `/reviews/${copy}/history.csv`)).not.toContain('on their own');
	});

	test('nobody who looks on sees them, nor agrees for a judge who has not judged', async () => {
		for (const path of [theme(), `/reviews/${copy}/judgements`])
			expect(await got('callum', path)).not.toContain(reasons.ailsa);
		await room.as('ailsa', async (page) => {
			await page.goto(theme());
			await says(page, 'Magnus has not judged yet.');
			expect(await button(page, 'Agree').count()).toBe(0);
			await says(page, reasons.iain!);
		});
	});

	test('once all have judged, who differs by two steps is named, and one is agreed with its reason', async () => {
		await judge('magnus', '4');
		await room.as('ailsa', async (page) => {
			await page.goto(`/reviews/${copy}/moderation`);
			await says(page, '2 steps apart');
			await says(page, /too little for a figure/);
			await page.getByRole('link', { name: 'Getting support at the right time' }).click();
			await says(page, 'Magnus sees good (4), Iain weak (2): 2 steps apart.');
			expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
			await page.getByRole('group', { name: 'The evaluation that you agree' }).getByLabel(/^3 /).check();
			await button(page, /^Agree$/).click();
			await says(page, 'Write why: a judgement needs its reason.');
			await page.getByLabel('Why do you agree on it?').fill('The unknown budget weighs most with us.');
			await button(page, /^Agree$/).click();
			await page.getByRole('heading', { name: 'What is agreed' }).waitFor();
			await says(page, 'The unknown budget weighs most with us.');
			await says(page, 'Agreed before, and set aside');
			await says(page, reasons.magnus!);
		});
		for (const path of [theme(), `/reviews/${copy}/report`]) {
			const text = await got('callum', path);
			expect(text).toContain('The unknown budget weighs most with us.');
			for (const reason of Object.values(reasons)) expect(text).not.toContain(reason);
		}
	});

	test('one that was written while another agreed is not kept, and what was written stays', async () => {
		await room.as('magnus', async (page) => {
			await page.goto(`/reviews/${copy}/judgements/T3`);
			await page.getByText('Judge again').click();
			await page.getByLabel('Why is it judged again?').fill('Read anew.');
			await button(page, 'Set it aside').click();
			await says(page, 'It is judged again.');
			room.look((db) => {
				for (const [person, step] of Object.entries({ ailsa: '3', iain: '4', magnus: '4' }))
					giveOwnJudgement(
						db,
						{ actor: findActor(db, person)!, at: now() },
						{ review: copy, element: 'T3', step, reason: `As ${person} sees it.`, version: 0 }
					);
			});
			await page.goto(`/reviews/${copy}/judgements/T3`);
			await page.getByRole('group', { name: 'The evaluation that you agree' }).getByLabel(/^4 /).check();
			await page.getByLabel('Why do you agree on it?').fill('Nearly all of us see good.');
			room.look((db) =>
				giveOwnJudgement(
					db,
					{ actor: findActor(db, 'iain')!, at: now() },
					{ review: copy, element: 'T3', step: '2', reason: 'On second thoughts.', version: 1 }
				)
			);
			await button(page, /^Agree$/).click();
			await says(page, /somebody gave or changed their own judgement while you were writing/);
			expect(await page.getByLabel('Why do you agree on it?').inputValue()).toBe(
				'Nearly all of us see good.'
			);
			await says(page, 'On second thoughts.');
			await button(page, /^Agree$/).click();
			await says(page, 'Nearly all of us see good.');
			await says(page, /^Agreed at/);
		});
	});

	test('an agreed evaluation whose finding changed is to be looked at again, with what changed', async () => {
		room.look((db) => {
			const slug = db.$client
				.prepare("select slug from findings where review_id = ? and element = 'T2' and weight <> 'critical'")
				.pluck()
				.get(copy) as string;
			const { heading, text, version } = findFindingRow(db, copy, slug);
			saveFinding(
				db,
				{ actor: findActor(db, 'ailsa')!, at: now() },
				{ review: copy, finding: slug, heading, text, weight: 'critical', reason: 'It decides.', version }
			);
		});
		await room.as('iain', async (page) => {
			await page.goto(theme());
			await says(page, 'To be looked at again.');
			await says(page, /critical weight now/);
			await page.goto(`/reviews/${copy}/moderation`);
			await says(page, 'To be looked at again');
			await page.goto(theme());
			await button(page, 'Looked at again: it stays').click();
			await page.waitForURL(/#well$/);
			expect(await page.getByText('To be looked at again').count()).toBe(0);
		});
	});

	test('the pages have no faults, wide or narrow', async () => {
		await room.as('ailsa', async (page) => {
			for (const path of [theme(), `/reviews/${copy}/moderation`, `/reviews/${copy}/moderation/T2`])
				expect(await pageFaults(page, path)).toEqual([]);
		});
	});
});

describe('contributors of a self-evaluation judge a component', () => {
	const element = () => `/reviews/${own}/moderation/8.7`;

	test('alone first where the lead asks for it, each from where they see the work, also without JavaScript', async () => {
		await room.as(
			'effie',
			async (page) => {
				await page.goto(`/reviews/${own}/moderation`);
				await says(page, 'Nobody judges alone in this self-evaluation');
				await button(page, 'Ask everybody to judge alone first').click();
				await says(page, 'Everybody is asked to judge alone first.');
				await page.goto(element());
				await page.getByRole('radio', { name: /^4 / }).check();
				await page.getByLabel('Why', { exact: true }).fill('The board has agreed the policy.');
				await button(page, 'Give your judgement').click();
				await says(page, 'Say from where you see the work.');
				expect(await page.getByLabel('Why', { exact: true }).inputValue()).toBe(
					'The board has agreed the policy.'
				);
				await page.getByLabel('Senior decision makers').check();
				await button(page, 'Give your judgement').click();
				await says(page, 'Only your own judgement is given so far.');
			},
			{ javaScriptEnabled: false }
		);
		for (const path of [element(), `/reviews/${own}/moderation`, `/reviews/${own}/judgements/component/8.7`])
			expect(await got('una', path)).not.toContain('The board has agreed the policy.');
		expect(await got('una', `/reviews/${own}/moderation`)).not.toContain('8.7');
	});

	test('and where leaders and workers lie two stages apart, it is the conversation to have', async () => {
		room.look((db) =>
			giveOwnJudgement(
				db,
				{ actor: findActor(db, worker)!, at: now() },
				{
					...{ review: own, element: '8.7', step: '1', version: 0, perspective: 'worker' },
					reason: 'Nobody on the floor has heard of it.'
				}
			)
		);
		await room.as('effie', async (page) => {
			await page.goto(`/reviews/${own}/moderation`);
			await page.getByRole('heading', { name: 'The conversations to have' }).waitFor();
			await says(page, 'Senior decision makers see it 3 stages further on than workers.');
			await page.goto(element());
			await says(page, 'Nobody on the floor has heard of it.');
			await page.getByRole('group', { name: 'The stage that you agree' }).getByLabel(/^2 /).check();
			await page.getByLabel('Why do you agree on it?').fill('The policy is there, and not yet known.');
			await button(page, /^Agree$/).click();
			await page.getByRole('heading', { name: 'What is agreed' }).waitFor();
			await page.goto(`/reviews/${own}/judgements/component/8.7`);
			await says(page, 'The policy is there, and not yet known.');
			expect(await page.getByText('Everybody judges alone first.').count()).toBe(0);
		});
	});

	test('the pages have no faults, wide or narrow', async () => {
		await room.as('effie', async (page) => {
			for (const path of [`/reviews/${own}/moderation`, element()])
				expect(await pageFaults(page, path)).toEqual([]);
		});
	});
});
