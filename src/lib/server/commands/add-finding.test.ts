import { beforeEach, describe, expect, test } from 'vitest';
import { awkwardReference } from '../../../../tests/support/half-begun-review.ts';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { linkValue, type KeptLink } from '#lib/pages/link-values.ts';
import { operator } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { figures } from '../db/schema/voices.ts';
import { FormProblem, NamesProblem, Problem } from '../problems.ts';
import { loadFindingView, listKeptLinks } from '../queries/finding-links.ts';
import { findFindingRow, listFindingsToWeigh } from '../queries/findings.ts';
import { loadFindingsPage } from '../queries/findings-page.ts';
import { listLeftOut } from '../queries/left-out.ts';
import { findSource } from '../queries/sources.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { addFinding, type AddFindingAsked } from './add-finding.ts';
import { importReview } from './import-review.ts';
import { bringDraftBack } from './bring-draft-back.ts';
import { dropDraft } from './drop-draft.ts';
import { moveFinding } from './move-finding.ts';
import { setFindingLinks } from './set-finding-links.ts';
import { setWeights } from './set-weights.ts';
import { withdrawFinding } from './withdraw-finding.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const asked: Omit<AddFindingAsked, 'links'> = {
	review,
	direction: 'area-for-improvement',
	heading: 'Late advocacy',
	text: 'Advocacy came late.',
	weight: 'significant',
	reason: 'People had to wait.',
	element: 'T2',
	elements: '1.1'
};
const add = (name: PersonName, changes: Partial<AddFindingAsked> = {}) =>
	addFinding(world.db, world.by(name), { ...asked, links: [], ...changes });
const faults = (changes: Partial<AddFindingAsked>): Readonly<Record<string, string>> => {
	try {
		add('ailsa', changes);
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
};
const links = (finding: string) => listKeptLinks(world.db, review, finding);

/** A table of figures and a paper, so that there is one of each kind to rest on. */
function gatherMore(db: Database): void {
	const authorship = { changedBy: 'ailsa', changedAt: '2026-03-02T09:30:00.000Z' };
	db.insert(figures)
		.values({
			sourceId: findSource(db, review, 'visit').key,
			slug: 'budgets',
			position: 0,
			title: 'Budgets',
			unit: 'people',
			period: '2024',
			origin: 'Returns',
			chart: 'bars',
			table: { columns: ['Number'], rows: [{ label: 'First', values: [12] }] },
			elements: ['T2'],
			...authorship
		})
		.run();
	const paper = {
		reviewId: review,
		title: 'Policy',
		fileName: 'policy.pdf',
		mediaType: 'application/pdf',
		size: 3,
		digest: 'd',
		elements: ['T2'],
		...authorship
	};
	db.insert(attachments)
		.values([
			{ ...paper, id: 'policy-1', revision: 1 },
			{ ...paper, id: 'policy-2', revision: 2, replaces: 'policy-1', title: 'Policy, revised' }
		])
		.run();
}
const everything: KeptLink[] = [
	{ source: 'files', question: 'A1' },
	{ source: 'files', record: awkwardReference },
	{ source: 'visit', figure: 'budgets' },
	{ source: 'visit' },
	{ source: '', attachment: 'policy-1' }
];

describe('a finding that is added', () => {
	test('is kept with its weight, its reason, its elements and what it rests on, and told once', () => {
		gatherMore(world.db);
		const finding = add('magnus', { links: everything.map(linkValue) });
		expect(findFindingRow(world.db, review, finding)).toMatchObject({
			direction: 'area-for-improvement',
			weight: 'significant',
			reason: 'People had to wait.',
			element: 'T2',
			elements: ['1.1'],
			version: 1
		});
		expect(links(finding)).toEqual(everything);
		expect(world.told()).toMatchObject([
			{ verb: 'finding-added', subject: finding, facts: { links: 5, weight: 'significant' } }
		]);
	});

	test('shows who may see them its records and the latest of its papers, and everybody else how many', () => {
		gatherMore(world.db);
		const finding = add('ailsa', { links: everything.map(linkValue) });
		const seen = (name: PersonName) => loadFindingView(world.db, world.actor(name), review, finding)!.view;
		expect(seen('magnus')).toMatchObject({
			records: [{ source: 'files', count: 1, references: [awkwardReference] }],
			papers: [{ id: 'policy-2', title: 'Policy, revised' }],
			figures: [{ source: 'visit', parts: [{ id: 'budgets' }] }],
			sources: [{ source: 'visit' }]
		});
		const observed = seen('callum');
		expect(observed).toMatchObject({ records: [{ count: 1, references: [] }], papers: [] });
		expect(
			JSON.stringify([observed, loadFindingsPage(world.db, world.actor('callum'), review)])
		).not.toContain(awkwardReference);
	});

	test('goes with the review to another installation, but for its papers, which are counted as left behind', () => {
		gatherMore(world.db);
		const finding = add('ailsa', { links: everything.map(linkValue) });
		const bundle = loadWholeReview(world.db, review, { withRecords: true });
		expect(bundle.findings.find(({ id }) => id === finding)?.links).toEqual(everything.slice(0, 4));
		expect(listLeftOut(world.db, review)).toContainEqual({
			what: 'link from a finding to an attachment',
			count: 1
		});
	});

	test('is not taken in with a record or a table that its source does not have', () => {
		const bundle = loadWholeReview(world.db, review, { withRecords: true });
		const resting = (...strange: KeptLink[]) => ({
			...bundle,
			review: { ...bundle.review, id: 'another' },
			findings: bundle.findings.map((finding) => ({ ...finding, links: [...finding.links, ...strange] }))
		});
		const take = (taken: unknown) =>
			importReview(world.db, taken, {
				actor: operator,
				at: '2026-03-02T10:00:00.000Z',
				organisation: 'north',
				identifiersChecked: true
			});
		const strange = [
			{ source: 'files', record: 'I-99' },
			{ source: 'visit', figure: 'none' }
		];
		expect(() => take(resting(...strange))).toThrow('This bundle has 2 faults. Nothing was stored.');
		expect(() => take(resting({ source: 'files', record: 'I-2' }))).not.toThrow();
	});

	test('needs its side, its words, its place and a reason for more than ordinary weight', () => {
		expect(
			Object.keys(
				faults({ direction: '', text: '', heading: '', element: 'T99', reason: '', elements: 'zz' })
			).sort()
		).toEqual(['direction', 'element', 'elements', 'heading', 'reason', 'text']);
		expect(faults({ links: ['record:files:I-99'] })).toEqual({ records: '“Case files” has no record I-99.' });
		expect(Object.keys(faults({ links: ['measure:files:Z9'] }))).toEqual(['links']);
		expect(Object.keys(faults({ links: ['nonsense'] }))).toEqual(['links']);
	});

	test('names nobody, and is not for who only looks on', () => {
		expect(() => add('ailsa', { text: 'Write to mary@example.org.' })).toThrow(NamesProblem);
		expect(() => add('callum')).toThrow(Problem);
		expect(() => add('effie')).toThrow(Problem);
		expect(world.told()).toEqual([]);
	});
});

describe('what a finding rests on', () => {
	const set = (before: KeptLink[], after: KeptLink[]) =>
		setFindingLinks(world.db, world.by('ailsa'), {
			review,
			finding: 'advocacy',
			before: before.map(linkValue),
			links: after.map(linkValue)
		});
	const [measure, record, , visit] = everything as [KeptLink, KeptLink, KeptLink, KeptLink];

	test('changes by what was ticked and unticked, and leaves what somebody else did meanwhile', () => {
		set([measure], [measure, visit]);
		set([measure], [record]);
		expect(links('advocacy')).toEqual([visit, record]);
		expect(world.told().map(({ verb }) => verb)).toEqual(['finding-saved', 'finding-saved']);
	});

	test('is not told of where nothing changed, and stays where the finding is withdrawn', () => {
		set([measure], [measure]);
		expect(world.told()).toEqual([]);
		withdrawFinding(world.db, world.by('magnus'), { review, finding: 'advocacy' });
		expect(set([measure], [])).toHaveProperty('closed');
		expect(links('advocacy')).toEqual([measure]);
	});
});

describe('the findings of a theme', () => {
	const weigh = (changes: { version?: number; weight?: string; reason?: string }) =>
		setWeights(world.db, world.by('ailsa'), {
			review,
			weighed: [
				{ finding: 'advocacy', version: 1, weight: 'critical', reason: 'All hangs on it.', ...changes }
			]
		});

	test('are weighed together, each with its reason; what stays as it is is not written', () => {
		expect(weigh({})).toBe(1);
		expect(weigh({ version: 2 })).toBe(0);
		expect(findFindingRow(world.db, review, 'advocacy')).toMatchObject({
			weight: 'critical',
			reason: 'All hangs on it.',
			version: 2
		});
		expect(world.told()).toMatchObject([
			{ verb: 'finding-saved', facts: { weight: 'critical', weightBefore: 'ordinary' } }
		]);
	});

	test('are not weighed over what somebody else has saved, nor without a reason', () => {
		expect(() => weigh({ reason: '' })).toThrow(FormProblem);
		expect(() => weigh({ version: 7 })).toThrow('while you were weighing');
		expect(() => weigh({ reason: 'Ask mary@example.org.' })).toThrow(NamesProblem);
		expect(world.told()).toEqual([]);
	});

	test('are put in another order within their side and weight', () => {
		const [first, second] = [add('ailsa'), add('ailsa')];
		const order = () => listFindingsToWeigh(world.db, review, 'T2').map(({ id }) => id);
		moveFinding(world.db, world.by('ailsa'), { review, finding: second, way: 'up' });
		expect(order()).toEqual(['advocacy', second, first]);
		moveFinding(world.db, world.by('ailsa'), { review, finding: second, way: 'up' });
		moveFinding(world.db, world.by('ailsa'), { review, finding: second, way: 'down' });
		expect(order()).toEqual(['advocacy', first, second]);
	});
});

describe('a proposed finding', () => {
	const key = 'no-evidence/T1/all';
	const theme = () =>
		loadFindingsPage(world.db, world.actor('ailsa'), review).themes.find(({ code }) => code === 'T1')!;

	test('is dropped by who may write, once, and brought back', () => {
		dropDraft(world.db, world.by('magnus'), { review, key });
		dropDraft(world.db, world.by('ailsa'), { review, key });
		expect(theme()).toMatchObject({ proposed: [], dropped: [{ key }] });
		bringDraftBack(world.db, world.by('ailsa'), { review, key });
		expect(theme()).toMatchObject({ proposed: [{ key, direction: null }], dropped: [] });
		expect(world.told().map(({ verb }) => verb)).toEqual(['draft-dropped', 'draft-brought-back']);
	});

	test('is never a finding by itself, and is not shown to who does not see the evidence', () => {
		const findings = loadWholeReview(world.db, review, { withRecords: false }).findings.length;
		expect(theme().proposed).toHaveLength(1);
		expect(loadWholeReview(world.db, review, { withRecords: false }).findings).toHaveLength(findings);
		const observed = loadFindingsPage(world.db, world.actor('callum'), review).themes;
		expect(observed.flatMap(({ proposed, dropped }) => [...proposed, ...dropped])).toEqual([]);
		expect(() => dropDraft(world.db, world.by('callum'), { review, key })).toThrow(Problem);
		expect(() => dropDraft(world.db, world.by('ailsa'), { review, key: 'made-up' })).toThrow(Problem);
	});
});
