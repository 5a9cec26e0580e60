import { beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { narrativeDocumentSchema } from '#lib/judgement/narrative-document.ts';
import { operator } from '../access/actor.ts';
import { openDatabase } from '../db/open.ts';
import { reviews } from '../db/schema/reviews.ts';
import { findNarrative, findNarrativeRow, listVersions } from '../queries/narratives.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { bringBackVersion } from './bring-back-version.ts';
import { changePhrase, type PhraseChange } from './change-phrase.ts';
import { importReview } from './import-review.ts';
import { loadDocuments } from './load-documents.ts';
import { saveNarrative, type NarrativeAsked } from './save-narrative.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const save = (name: PersonName, text: string, version: number, more: Partial<NarrativeAsked> = {}) =>
	saveNarrative(world.db, world.by(name), { review, element: 'T2', text, version, ...more });
const kept = () => findNarrative(world.db, { review, element: 'T2' });

describe('the summary of a theme', () => {
	test('is kept as the paragraphs that were written, with its version and its author', () => {
		expect(save('ailsa', 'Advocacy came early.\n\n\nBudgets came late.\n', 0)).toEqual({
			saved: { version: 1, at: '2026-03-02T10:00:00.000Z' }
		});
		expect(kept()).toEqual({
			texts: { text: 'Advocacy came early.\n\nBudgets came late.' },
			version: 1,
			by: 'Ailsa',
			at: '2026-03-02T10:00:00.000Z'
		});
	});

	test('is written by lead and judge, and is not there for anybody else', () => {
		save('magnus', 'A judge wrote this.', 0);
		for (const name of ['rona', 'callum', 'iain', 'effie', 'struan'] as const)
			expect(() => save(name, 'Not theirs.', 1), name).toThrow('There is nothing at this address');
		expect(kept().texts.text).toBe('A judge wrote this.');
	});

	test('can be emptied again', () => {
		save('ailsa', 'One.', 0);
		expect(save('ailsa', '', 1)).toHaveProperty('saved.version', 2);
		expect(kept().texts.text).toBe('');
	});

	test('belongs to a theme of the review', () => {
		expect(() => save('ailsa', 'One.', 0, { element: 'T9' })).toThrow('There is no theme “T9”');
	});

	test('may be long, not endless', () => {
		expect(() => save('ailsa', 'word '.repeat(7_000), 0)).toThrow('Look again');
	});
});

describe('a save from an older version', () => {
	test('overwrites nothing and gives back what stands there, with who and when', () => {
		save('ailsa', 'The first.', 0);
		expect(save('magnus', 'Another first.', 0)).toEqual({
			conflict: {
				texts: { text: 'The first.' },
				version: 1,
				by: 'Ailsa',
				at: '2026-03-02T10:00:00.000Z'
			}
		});
		expect(kept().texts.text).toBe('The first.');
		expect(world.told()).toHaveLength(1);
	});

	test('of the very text that stands there was saved already: sent twice, it is kept and told once', () => {
		save('ailsa', 'The first.', 0);
		expect(save('ailsa', 'The first.', 0)).toHaveProperty('saved.version', 1);
		expect(world.told()).toHaveLength(1);
	});
});

describe('a save that changes nothing', () => {
	test('gives no new version and is not told', () => {
		save('ailsa', 'The first.', 0);
		expect(save('magnus', 'The first.\n', 1)).toHaveProperty('saved.version', 1);
		expect(world.told()).toHaveLength(1);
	});
});

describe('what may name somebody', () => {
	const text = 'A carer (ring 01856 555 123) waited long.';

	test('comes back with what was found, and nothing is kept', () => {
		expect(save('ailsa', text, 0)).toEqual({
			found: [{ field: 'text', kind: 'a phone number', words: '01856 555 123' }]
		});
		expect([kept().version, world.told()]).toEqual([0, []]);
	});

	test('is kept once its writer has confirmed that it names nobody, and is not asked about again', () => {
		expect(save('ailsa', text, 0, { confirmed: ['01856 555 123'] })).toHaveProperty('saved.version', 1);
		expect(save('magnus', `${text} And longer.`, 1)).toHaveProperty('saved.version', 2);
	});

	test('is asked about for each find: a confirmation covers what was looked at', () => {
		const more = `${text} Write to flora@isle.example.`;
		expect(save('ailsa', more, 0, { confirmed: ['01856 555 123'] })).toHaveProperty('found');
	});
});

describe('the trail', () => {
	test('tells of each save once, with the text before and after', () => {
		save('ailsa', 'One.', 0);
		save('magnus', 'Two.', 1);
		expect(world.told()).toMatchObject([
			{
				verb: 'narrative-saved',
				subject: 'T2',
				person: 'ailsa',
				facts: { version: 1 },
				before: '',
				after: 'One.'
			},
			{ person: 'magnus', facts: { version: 2 }, before: 'One.', after: 'Two.' }
		]);
	});
});

describe('an issued review', () => {
	test('takes no more text, and says so to those who were writing it', () => {
		world.db
			.update(reviews)
			.set({ issuedAt: '2026-03-02T09:58:00.000Z' })
			.where(eq(reviews.id, review))
			.run();
		expect(save('magnus', 'Too late.', 0)).toEqual({
			closed: 'This review was issued at 09:58 on 2 March 2026 and does not change any more.'
		});
		expect(() => save('effie', 'Not theirs.', 0)).toThrow('There is nothing at this address');
	});
});

describe('a narrative with headings, lists and links', () => {
	const written = '## What we saw\n\nMost were **heard**.\n\n- One\n- Two\n\n[Most](files/A1 2 of 4) of it.';

	test('is kept as a document that was checked, with its words beside it', () => {
		save('ailsa', written, 0);
		expect(kept().texts.text).toBe(written);
		const row = findNarrativeRow(world.db, { review, element: 'T2' })!;
		expect(row.paragraphs).toEqual(['What we saw', 'Most were heard.', 'One', 'Two', 'Most of it.']);
		expect(narrativeDocumentSchema.parse(row.document).blocks).toHaveLength(4);
	});

	test('is kept as plain paragraphs where it has nothing else', () => {
		save('ailsa', 'One.\n\nTwo.', 0);
		expect(findNarrativeRow(world.db, { review, element: 'T2' })!.document).toBeNull();
	});

	test('is looked through for what names somebody without the signs that set it', () => {
		expect(save('ailsa', 'Ring 01856 **555** 123 now.', 0)).toMatchObject({
			found: [{ words: '01856 555 123' }]
		});
	});

	test('has a bound in letters however it is written, and is never markup', () => {
		expect(() => save('ailsa', '**'.repeat(500_000), 0)).toThrow('Look again');
		save('ailsa', '<img src=x onerror=alert(1)> [x](javascript:alert(1))', 0);
		expect(kept().texts.text).toBe('<img src=x onerror=alert(1)> \\[x\\](javascript:alert(1))');
	});

	test('goes out with the review and comes back as it was', () => {
		save('ailsa', written, 0);
		const bundle = loadWholeReview(world.db, review, { withRecords: true });
		expect(bundle.narratives[0]).toHaveProperty('document');
		const other = openDatabase(':memory:');
		loadDocuments(other, '2026-03-02T10:00:00.000Z');
		importReview(other, bundle, { actor: operator, at: '2026-03-02T10:00:00.000Z' });
		expect(loadWholeReview(other, review, { withRecords: true }).narratives).toEqual(bundle.narratives);
		const lying = structuredClone(bundle);
		lying.narratives[0]!.paragraphs[0] = 'Something else';
		lying.review.id = 'lying';
		expect(() => importReview(other, lying, { actor: operator, at: '2026-03-02T10:00:00.000Z' })).toThrow(
			'This bundle has a fault'
		);
	});
});

describe('the parts of a standard', () => {
	test('are written apart from each other, and only in a self-evaluation', () => {
		expect(() => save('ailsa', 'Good.', 0, { part: 'strengths' })).toThrow('There is no text “strengths”');
		world.db.update(reviews).set({ kind: 'self-evaluation' }).where(eq(reviews.id, review)).run();
		save('ailsa', 'Good.', 0, { part: 'strengths' });
		save('ailsa', 'Late.', 0, { part: 'gaps' });
		expect(findNarrative(world.db, { review, element: 'T2', part: 'strengths' }).texts.text).toBe('Good.');
		expect(findNarrative(world.db, { review, element: 'T2', part: 'gaps' }).version).toBe(1);
		expect(world.told().at(-1)).toMatchObject({ facts: { version: 1, part: 'gaps' } });
	});
});

describe('the versions of a narrative', () => {
	const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
	const saveAt = (name: PersonName, minute: number, text: string, version: number) =>
		saveNarrative(world.db, world.by(name, at(minute)), { review, element: 'T2', text, version });
	const versions = () =>
		listVersions(world.db, { review, element: 'T2' }).map(({ version, text, by }) => [version, text, by]);

	test('are kept when somebody else saves, or the same person after ten minutes, and not for each save', () => {
		saveAt('ailsa', 0, 'One.', 0);
		saveAt('ailsa', 9, 'One, two.', 1);
		expect(versions()).toEqual([]);
		saveAt('ailsa', 19, 'One, two, three.', 2);
		saveAt('magnus', 20, '**All** of it.', 3);
		expect(versions()).toEqual([
			[3, 'One, two, three.', 'Ailsa'],
			[2, 'One, two.', 'Ailsa']
		]);
	});

	test('are brought back by a save like any other, over what stands there now and nothing else', () => {
		saveAt('ailsa', 0, '**One**.', 0);
		saveAt('magnus', 1, 'Two.', 1);
		const bring = (version: number, of: number) =>
			bringBackVersion(world.db, world.by('ailsa', at(2)), {
				review,
				element: 'T2',
				part: 'summary',
				version,
				bring: of
			});
		expect(() => bring(1, 1)).toThrow('Magnus saved this text in the meantime');
		expect(() => bring(2, 7)).toThrow('There is no version “7”');
		expect(bring(2, 1)).toHaveProperty('saved.version', 3);
		expect(kept().texts.text).toBe('**One**.');
		expect(versions()).toEqual([
			[2, 'Two.', 'Magnus'],
			[1, '**One**.', 'Ailsa']
		]);
	});

	test('are nobody’s to bring back who may not write', () => {
		saveAt('ailsa', 0, 'One.', 0);
		saveAt('magnus', 1, 'Two.', 1);
		const asked = { review, element: 'T2', part: 'summary', version: 2, bring: 1 } as const;
		for (const name of ['rona', 'callum', 'effie', 'struan'] as const)
			expect(() => bringBackVersion(world.db, world.by(name), asked), name).toThrow(
				'There is nothing at this'
			);
	});
});

describe('a phrase that is mended or tied without scripts', () => {
	const change = (of: Partial<PhraseChange>, version = 1) =>
		changePhrase(world.db, world.by('ailsa'), {
			review,
			element: 'T2',
			part: 'summary',
			phrase: 'Most',
			nth: 1,
			words: '',
			measure: 'files/A1',
			version,
			...of
		});

	test('is the one that was meant, and its narrative is saved like any other', () => {
		save('ailsa', '- Most ask\n- Most **wait**', 0);
		change({ words: 'Few' });
		expect(kept().texts.text).toBe('- Most ask\n- Few **wait**');
		change({ nth: 0 }, 2);
		expect(kept().texts.text).toBe('- [Most](files/A1 2 of 4) ask\n- Few **wait**');
	});

	test('is not touched once somebody else has saved, nor where it or its measure is not there', () => {
		save('ailsa', 'Most.', 0);
		save('magnus', 'Most, and most.', 1);
		expect(() => change({ nth: 0 })).toThrow('Magnus saved this text in the meantime');
		expect(() => change({ nth: 3 }, 2)).toThrow('Look again');
		expect(() => change({ nth: 0, measure: 'files/none' }, 2)).toThrow('Look again');
		expect(kept().texts.text).toBe('Most, and most.');
	});
});
