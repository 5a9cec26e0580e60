import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { FormProblem } from '../problems.ts';
import { listWithdrawnSources, loadSourceEditor } from '../queries/source-editor.ts';
import { findSource, listSources } from '../queries/sources.ts';
import { listGivenTo } from '../queries/given-records.ts';
import { loadReport } from '../queries/report.ts';
import { measureReview } from '../queries/measures.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { addSource, type NewSource } from './add-source.ts';
import { importReview } from './import-review.ts';
import { restoreSource } from './restore-source.ts';
import { saveSource, type SourceAsked } from './save-source.ts';
import { withdrawSource } from './withdraw-source.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const texts = {
	title: 'Carers’ group, Kirkwall',
	heardFrom: 'Unpaid carers',
	peopleMet: '12',
	heard: 'unpaid carers: 8\nworkers: 4',
	design: 'purposive',
	frameSize: '',
	asked: '',
	howDrawn: 'Invited by the carers’ centre.',
	from: '2026-02-03',
	to: '2026-02-03',
	owner: 'reviewers',
	note: ''
};
const add = (changes: Partial<NewSource> = {}, name: PersonName = 'ailsa') =>
	addSource(world.db, world.by(name), { review, kind: 'focus-group', ...texts, ...changes });
const save = (source: string, changes: Partial<SourceAsked>, name: PersonName = 'ailsa') =>
	saveSource(world.db, world.by(name), { review, source, ...texts, version: 1, ...changes });
const withdraw = (source: string, reason = 'It was entered twice.', name: PersonName = 'ailsa') =>
	withdrawSource(world.db, world.by(name), { review, source, reason });
const restore = (source: string) => restoreSource(world.db, world.by('ailsa'), { review, source });
const names = () => listSources(world.db, review).map(({ id }) => id);

function faults(ask: () => unknown): Readonly<Record<string, string>> {
	try {
		ask();
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
}

describe('a source that is added', () => {
	test('comes last, is named in addresses by its title, and says who was heard by group', () => {
		expect(add()).toBe('carers-group-kirkwall');
		expect(names().at(-1)).toBe('carers-group-kirkwall');
		expect(findSource(world.db, review, 'carers-group-kirkwall')).toMatchObject({
			kind: 'focus-group',
			peopleMet: 12,
			heard: [
				{ group: 'unpaid carers', number: 8 },
				{ group: 'workers', number: 4 }
			],
			sample: { design: 'purposive', frameSize: null, howDrawn: 'Invited by the carers’ centre.' }
		});
		expect(world.told()).toMatchObject([{ verb: 'source-added', subject: 'carers-group-kirkwall' }]);
	});

	test('never takes the address of another source or page', () => {
		expect(add({ title: 'Files' })).toBe('files-2');
		expect(add({ title: 'Matrix' })).toBe('matrix-2');
		expect(add({ title: 'New' })).toBe('new-2');
		expect(add({ title: '協議' })).toBe('focus-group');
	});

	test('does not take the address of one that was withdrawn, which may come back', () => {
		withdraw(add());
		expect(add()).toBe('carers-group-kirkwall-2');
	});

	test('says how it was drawn by its design where nobody wrote it', () => {
		const id = add({ howDrawn: '' });
		expect(findSource(world.db, review, id).sample.howDrawn).toBe('Chosen on purpose.');
	});

	test.each<[Partial<NewSource>, string, string]>([
		[{ kind: 'song' }, 'kind', 'Choose what kind of source it is.'],
		[{ title: ' ' }, 'title', 'Write what it is called.'],
		[{ heardFrom: '' }, 'heardFrom', 'Write whose files were read, or who was heard.'],
		[{ heard: 'carers' }, 'heard', 'Write a group and a number in each line, such as “unpaid carers: 8”.'],
		[{ frameSize: '4.5' }, 'frameSize', 'Write a whole number from 1, or leave it empty.'],
		[{ asked: '0' }, 'asked', 'Write a whole number from 1, or leave it empty.'],
		[{ from: '2026-06-31' }, 'from', 'Write a day, such as 2026-04-01, or leave it empty.'],
		[{ to: '2026-01-01' }, 'to', 'It is before the first.'],
		[{ design: 'whim' }, 'design', 'Choose how they were drawn.'],
		[{ note: 'Ring 01856 555 123.' }, 'note', 'This looks like a phone number (01856 555 123).']
	])('is refused with what is wrong at its field: %o', (changes, field, fault) => {
		expect(faults(() => add(changes))).toEqual({ [field]: fault });
		expect(world.told()).toEqual([]);
	});

	test('may hold what looks like an identifier once its writer has said that it names nobody', () => {
		expect(add({ note: 'Line 01856 555 123.', confirmed: ['01856 555 123'] })).toBe('carers-group-kirkwall');
	});

	test.each<PersonName>(['magnus', 'rona', 'callum', 'effie', 'struan'])(
		'is not added by %s, who does not lead the review',
		(name) => {
			expect(() => add({}, name)).toThrow('There is nothing at this address');
		}
	);
});

describe('a source that is changed', () => {
	test('keeps its address and its kind', () => {
		const id = add();
		expect(save(id, { title: 'Carers, Stromness', asked: '1,200' })).toMatchObject({ saved: { version: 2 } });
		expect(findSource(world.db, review, id)).toMatchObject({
			title: 'Carers, Stromness',
			kind: 'focus-group',
			sample: { asked: 1200 }
		});
		expect(world.told().at(-1)).toMatchObject({ verb: 'source-saved', subject: id });
	});

	test('is never overwritten: a save from an older version gets what stands there', () => {
		const id = add();
		save(id, { title: 'Hers' });
		expect(save(id, { title: 'His' })).toMatchObject({ conflict: { texts: { title: 'Hers' }, version: 2 } });
	});

	test('may not contradict the records that there are', () => {
		const { version } = loadSourceEditor(world.db, review, 'files').kept;
		const ask = () => save('files', { design: 'random', frameSize: '2', version });
		expect(faults(ask)).toEqual({
			frameSize: 'There are 4 records, but the sampling frame has only 2.'
		});
	});
});

describe('a source that is withdrawn', () => {
	test('counts nowhere: not in measures, not in the report, not among the sources', () => {
		expect(withdraw('files')).toMatchObject({ saved: { version: 2 } });
		expect(names()).not.toContain('files');
		expect(() => findSource(world.db, review, 'files')).toThrow('There is no source');
		expect([...measureReview(world.db, review).keys()]).not.toContain('files');
		expect(JSON.stringify(loadReport(world.db, review, '2026-03-02'))).not.toContain('"source":"files"');
	});

	test('is listed apart with the reason, and comes back as it was', () => {
		const before = loadReport(world.db, review, '2026-03-02');
		withdraw('files');
		expect(listWithdrawnSources(world.db, review)).toEqual([
			{
				id: 'files',
				title: expect.any(String) as string,
				kind: 'Case-file reading',
				when: '10:00 on 2 March 2026, by Ailsa',
				why: 'It was entered twice.'
			}
		]);
		restore('files');
		expect(listWithdrawnSources(world.db, review)).toEqual([]);
		expect(loadReport(world.db, review, '2026-03-02')).toEqual(before);
		expect(world.told().map(({ verb }) => verb)).toEqual(['source-withdrawn', 'source-restored']);
	});

	test('leaves a review that can be written out and taken in again', () => {
		withdraw('files');
		const bundle = loadWholeReview(world.db, review, { withRecords: true });
		const id = 'isle-again';
		expect(
			importReview(
				world.db,
				{ ...bundle, review: { ...bundle.review, id } },
				{ ...world.by('ailsa'), organisation: 'north', identifiersChecked: true }
			)
		).toBe(id);
	});

	test('is withdrawn with a reason that names nobody, and once', () => {
		expect(faults(() => withdraw('files', ' '))).toEqual({ reason: 'Write why it is withdrawn.' });
		expect(faults(() => withdraw('files', 'Ask ann@example.org.'))).toHaveProperty('reason');
		withdraw('files');
		expect(withdraw('files')).toMatchObject({ saved: { version: 2 } });
		expect(world.told()).toHaveLength(1);
	});

	test('is not among what readers have to read, until it is back', () => {
		const given = () => listGivenTo(world.db, world.actor('rona'), review).map(({ source }) => source);
		expect(given()).toEqual(['files']);
		withdraw('files');
		expect(given()).toEqual([]);
		restore('files');
		expect(given()).toEqual(['files']);
	});

	test('is not written in until it is back', () => {
		withdraw('files');
		expect(save('files', { version: 2 })).toEqual({
			closed: 'Ailsa withdrew this source at 10:00 on 2 March 2026.'
		});
	});
});
