import { describe, expect, test } from 'vitest';
import { kinds, sayEvent, verbsOf, type Kind, type Names, type Told } from './sentences.ts';
import { verbs } from './verbs.ts';

const names: Names = {
	person: (id) => (id === 'ann' ? 'Ann Reid' : id === 'rona' ? 'Rona Muir' : 'a person who has left'),
	organisation: () => 'the Isle partnership',
	review: () => 'this review',
	element: () => 'theme 3, Impact on staff',
	finding: () => 'the finding “Advocacy”',
	source: () => '“Case files”',
	record: (subject) => `the record ${subject?.split('/')[1] ?? 'there'} of “Case files”`
};

const told = (event: Partial<Told> & { verb: string }): Told => ({
	actor: 'person',
	person: 'ann',
	organisation: null,
	review: null,
	subject: null,
	facts: {},
	...event
});
const said = (event: Partial<Told> & { verb: string }) => sayEvent(told(event), names);

describe('the sentence of an event', () => {
	test.each<[string, Partial<Told> & { verb: string }]>([
		[
			'Ann Reid saved the summary of theme 3, Impact on staff.',
			{ verb: 'narrative-saved', subject: 'T3', facts: { version: 2 } }
		],
		['Ann Reid opened the record F-12 of “Case files”.', { verb: 'record-opened', subject: 'files/F-12' }],
		['Ann Reid saved notes of “Case files”.', { verb: 'note-saved', subject: 'files/note-1' }],
		[
			'Ann Reid marked 2 passages of “Case files”.',
			{ verb: 'passage-marked', subject: 'files/passage-1', facts: { passages: 2 } }
		],
		[
			'Ann Reid coded an answer of “Case files”.',
			{ verb: 'passage-marked', subject: 'files/answer-2-1', facts: { coded: true } }
		],
		[
			'Ann Reid withdrew the code of an answer of “Case files”.',
			{ verb: 'passage-withdrawn', subject: 'files/answer-2-1', facts: { coded: true } }
		],
		[
			'Cairn itself took in the document sds-standards, edition 2021.',
			{ verb: 'document-kept', actor: 'cairn', person: null, subject: 'sds-standards@2021' }
		],
		[
			'The command line took in 1,204 records of “Case files”.',
			{ verb: 'answers-imported', actor: 'operator', person: null, facts: { records: 1204 } }
		],
		[
			'A person who has left signed in with a password.',
			{ verb: 'signed-in', person: 'gone', facts: { how: 'password' } }
		],
		[
			'Ann Reid asked Rona Muir to be file reader.',
			{ verb: 'duty-given', subject: 'rona', facts: { duty: 'file-reader', standing: 'invited' } }
		],
		[
			'Cairn itself made a link with which Rona Muir can choose a new password, as was asked for on the sign-in page.',
			{
				verb: 'person-invited',
				actor: 'cairn',
				person: null,
				subject: 'rona',
				facts: { purpose: 'password', asked: true }
			}
		],
		[
			'Ann Reid took back a link for a new password.',
			{ verb: 'invitation-revoked', subject: 'i1', organisation: 'isle', facts: { purpose: 'password' } }
		],
		[
			'Ann Reid added themselves as an administrator of the Isle partnership.',
			{ verb: 'person-added', subject: 'ann', organisation: 'isle', facts: { role: 'administrator' } }
		],
		['Ann Reid agreed to be judge.', { verb: 'duty-confirmed', subject: 'ann', facts: { duty: 'judge' } }],
		[
			'Ann Reid made Rona Muir a contributor of the Isle partnership, who was a viewer.',
			{
				verb: 'role-changed',
				subject: 'rona',
				organisation: 'isle',
				facts: { from: 'viewer', role: 'contributor' }
			}
		],
		[
			'Cairn itself erased of this review, under the rule on keeping: 60 records, 1 answer, no written answers, 2 passages, 3 texts of its history.',
			{
				verb: 'review-erased',
				actor: 'cairn',
				person: null,
				facts: { records: 60, answers: 1, writtenAnswers: 0, passages: 2, texts: 3 }
			}
		],
		['Ann Reid downloaded the report as PDF.', { verb: 'report-downloaded', facts: { format: 'pdf' } }],
		[
			'Cairn itself refused a sign-in as Ann Reid: the code was wrong.',
			{ verb: 'sign-in-refused', actor: 'cairn', person: null, subject: 'ann', facts: { step: 'code' } }
		],
		[
			'Cairn itself refused a sign-in: nobody has the address.',
			{ verb: 'sign-in-refused', actor: 'cairn', person: null, facts: { step: 'password' } }
		],
		[
			'Ann Reid gave 12 records of “Case files” to Rona Muir to read.',
			{ verb: 'records-given', subject: 'rona', facts: { source: 'files', records: 12 } }
		],
		[
			'The command line restored the backup made at 14:02 on 3 July 2026, and signed everybody out.',
			{
				verb: 'backup-restored',
				actor: 'operator',
				person: null,
				facts: { made: '2026-07-03T13:02:00.000Z', sessions: 2 }
			}
		]
	])('reads: %s', (sentence, event) => {
		expect(said(event)).toBe(sentence);
	});

	test.each(verbs)('of %s is whole with every fact and with none', (verb) => {
		const facts = {
			records: 2,
			count: 2,
			role: 'viewer',
			from: 'viewer',
			duty: 'judge',
			format: 'csv',
			how: 'link'
		};
		for (const event of [
			{ verb },
			{ verb, subject: 'rona', organisation: 'isle', review: 'isle-2025', facts },
			{ verb, subject: 'ann', organisation: 'isle', facts: { ...facts, declined: true, purpose: 'password' } }
		])
			expect(said(event)).toMatch(/^[A-Z](?!.*(?:undefined|null|NaN|\[object| {2}| \.)).*[^ ]\.$/);
	});

	test('of a verb that this version does not know says so', () => {
		expect(said({ verb: 'constructor' })).toContain('no words for (constructor)');
	});
});

test('every verb is of one kind', () => {
	const all = (Object.keys(kinds) as Kind[]).flatMap(verbsOf);
	expect(all.toSorted()).toEqual(verbs.toSorted());
});
