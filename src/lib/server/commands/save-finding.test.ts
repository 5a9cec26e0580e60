import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { FormProblem } from '../problems.ts';
import { findFindingRow, listWithdrawnFindings } from '../queries/findings.ts';
import { loadThemePage } from '../queries/review-pages.ts';
import { loadReport } from '../queries/report.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { restoreFinding } from './restore-finding.ts';
import { saveFinding, type FindingAsked } from './save-finding.ts';
import { withdrawFinding } from './withdraw-finding.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const finding = 'advocacy';
const written = {
	heading: 'Advocacy',
	text: 'Half of the files show that advocacy was offered (2 of 4).',
	weight: 'ordinary',
	reason: ''
};
const save = (name: PersonName, changes: Partial<FindingAsked>, version = 1) =>
	saveFinding(world.db, world.by(name), { review, finding, ...written, version, ...changes });
const row = () => findFindingRow(world.db, review, finding);
const withdraw = (name: PersonName) => withdrawFinding(world.db, world.by(name), { review, finding });
const restore = (name: PersonName) => restoreFinding(world.db, world.by(name), { review, finding });

function faults(changes: Partial<FindingAsked>): Readonly<Record<string, string>> {
	try {
		save('ailsa', changes);
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
}

describe('a finding', () => {
	test('is saved with its weight and the reason for it, and told with both texts', () => {
		expect(
			save('magnus', { weight: 'significant', reason: 'It reaches  everyone.', text: 'New\nwords.' })
		).toEqual({
			saved: { version: 2, at: '2026-03-02T10:00:00.000Z' }
		});
		expect(row()).toMatchObject({
			text: 'New words.',
			weight: 'significant',
			reason: 'It reaches everyone.'
		});
		expect(world.told()).toMatchObject([
			{
				verb: 'finding-saved',
				subject: finding,
				person: 'magnus',
				before: `Advocacy\n\n${written.text}`,
				after: 'Advocacy\n\nNew words.',
				reason: 'It reaches everyone.',
				facts: { version: 2, weight: 'significant', weightBefore: 'ordinary' }
			}
		]);
	});

	test('that weighs more than ordinary says why; what is missing is said at its field', () => {
		expect(faults({ weight: 'critical' })).toEqual({ reason: 'Write why it weighs more than others.' });
		expect(Object.keys(faults({ heading: ' ', text: '', weight: 'heavy' }))).toEqual([
			'heading',
			'text',
			'weight',
			'reason'
		]);
		expect(world.told()).toEqual([]);
	});

	test('saved from an older version overwrites nothing', () => {
		save('ailsa', { text: 'The first.' });
		expect(save('magnus', { text: 'Another.' })).toMatchObject({
			conflict: { texts: { text: 'The first.', heading: 'Advocacy' }, version: 2, by: 'Ailsa' }
		});
		expect(row().text).toBe('The first.');
	});

	test('that may name somebody is not kept, whichever field it is in', () => {
		expect(save('ailsa', { heading: 'Letter of 1856 KW15 1AA' })).toMatchObject({
			found: [{ field: 'heading', kind: 'a postcode' }]
		});
		expect(row().version).toBe(1);
	});
});

describe('a withdrawn finding', () => {
	const counted = () => {
		const { strengths } = loadThemePage(world.db, world.actor('ailsa'), review, 'T2');
		return {
			page: strengths.flatMap(({ findings }) => findings).length,
			report: JSON.stringify(loadReport(world.db, review, '2026-03-02')).includes(
				'that advocacy was offered ('
			),
			exported: loadWholeReview(world.db, review, { withRecords: false }).findings.length
		};
	};

	test('counts nowhere, and everywhere again once it is brought back', () => {
		expect(counted()).toEqual({ page: 1, report: true, exported: 1 });
		withdraw('ailsa');
		expect(counted()).toEqual({ page: 0, report: false, exported: 0 });
		restore('magnus');
		expect(counted()).toEqual({ page: 1, report: true, exported: 1 });
	});

	test('is listed on the page of its theme with who withdrew it and when', () => {
		withdraw('ailsa');
		expect(listWithdrawnFindings(world.db, review, 'T2')).toEqual([
			{ id: finding, text: written.text, direction: 'strength', when: '10:00 on 2 March 2026, by Ailsa' }
		]);
		expect(listWithdrawnFindings(world.db, review, 'T1')).toEqual([]);
	});

	test('comes back as it was, and both are told once however often they are asked for', () => {
		withdraw('ailsa');
		withdraw('ailsa');
		restore('ailsa');
		restore('ailsa');
		expect(row()).toMatchObject({ text: written.text, withdrawnAt: null, version: 3 });
		expect(world.told().map(({ verb }) => verb)).toEqual(['finding-withdrawn', 'finding-restored']);
	});

	test('takes no text from somebody who was still writing, and says what happened', () => {
		withdraw('ailsa');
		expect(save('magnus', { text: 'Too late.' })).toEqual({
			closed: 'Ailsa withdrew this finding at 10:00 on 2 March 2026.'
		});
		expect(row().text).toBe(written.text);
	});

	test('is withdrawn and brought back by those who write conclusions alone', () => {
		for (const name of ['rona', 'callum', 'iain', 'effie', 'struan'] as const) {
			expect(() => withdraw(name), name).toThrow('There is nothing at this address');
			expect(() => restore(name), name).toThrow('There is nothing at this address');
		}
		expect(world.told()).toEqual([]);
	});
});
