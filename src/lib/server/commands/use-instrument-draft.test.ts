import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { textsOfQuestion } from '#lib/evidence/instrument-texts.ts';
import { links } from '../db/schema/conclusions.ts';
import { documents } from '../db/schema/documents.ts';
import { Problem, type FormProblem } from '../problems.ts';
import { findDocument } from '../queries/documents.ts';
import {
	loadElementsEditor,
	loadInstrumentFile,
	loadInstrumentPage,
	loadQuestionEditor
} from '../queries/instrument-editor.ts';
import { listChoosable } from '../queries/instrument-library.ts';
import { findSource } from '../queries/sources.ts';
import { addSource } from './add-source.ts';
import { arrangeDraft, type Arrangement } from './arrange-instrument-draft.ts';
import { beginInstrument, type BeginAsked } from './begin-instrument.ts';
import { chooseInstrument } from './choose-instrument.ts';
import { dropInstrumentDraft } from './drop-instrument-draft.ts';
import { importAnswers } from './import-answers.ts';
import { importReview } from './import-review.ts';
import { saveHeading, saveQuestion } from './save-instrument-draft.ts';
import { useInstrumentDraft } from './use-instrument-draft.ts';

let world: ReviewWorld;
let source: string;
beforeEach(() => {
	world = reviewWorld();
	source = addSource(world.db, world.by('ailsa'), {
		review,
		kind: 'staff-survey',
		title: 'Team survey',
		heardFrom: 'Workers of the team',
		design: 'self-selected',
		asked: '40',
		owner: 'reviewers',
		...{ peopleMet: '', heard: '', frameSize: '', howDrawn: '', from: '', to: '', note: '' }
	});
});

const shipped = 'staff-survey@1';
const ownId = `staff-survey-${review}`;
const begin = (from: BeginAsked['from'] = { reference: shipped }, name: PersonName = 'ailsa') =>
	beginInstrument(world.db, world.by(name), { review, source, from });
const choose = (instrument: string, of = source) =>
	chooseInstrument(world.db, world.by('ailsa'), { review, source: of, instrument });
const arrange = (arrangement: Arrangement) =>
	arrangeDraft(world.db, world.by('ailsa'), { review, source, arrangement });
const page = () => loadInstrumentPage(world.db, review, source);
const put = () =>
	useInstrumentDraft(world.db, world.by('ailsa'), { review, source, version: page().making?.version ?? 0 });
const editor = (key: string) => loadQuestionEditor(world.db, review, source, key);
const save = (key: string, changes: Record<string, string>, version = editor(key).kept.version) =>
	saveQuestion(world.db, world.by('ailsa'), {
		...{ review, source, key, version },
		texts: { ...editor(key).kept.texts, ...changes }
	});
const digestOf = (id: string, edition: string) =>
	world.db
		.select({ digest: documents.digest })
		.from(documents)
		.where(and(eq(documents.id, id), eq(documents.edition, edition)))
		.get()?.digest;

function refused(ask: () => unknown): Problem {
	try {
		ask();
	} catch (problem) {
		if (problem instanceof Problem) return problem;
		throw problem;
	}
	throw new Error('It was not refused');
}

describe('the library of a review', () => {
	test('has the instruments that come with Cairn and those of the same organisation, and no others', () => {
		const bundle = (id: string, instrument: string) => ({
			format: 'cairn-review',
			version: 1,
			review: {
				...{ id, kind: 'thematic-review', title: id, partnership: 'S37000022' },
				...{ from: '2025-01-01', to: '2025-12-31', about: [], standing: null },
				frameworks: ['thematic-review@2019'],
				quantityScale: 'care-inspectorate-quantity@2019',
				evaluationScale: 'care-inspectorate-evaluation@six-point'
			},
			instruments: [
				{
					...{ id: instrument, edition: '1', title: instrument },
					questions: [{ code: 'A', wording: 'A?', type: 'yes-no', positive: ['yes'] }]
				}
			],
			sources: [
				{
					...{ id: 'one', kind: 'staff-survey', title: 'One', instrument: `${instrument}@1` },
					sample: { design: 'self-selected', howDrawn: 'Asked.' },
					heardFrom: 'Staff'
				}
			]
		});
		const at = world.by('ailsa').at;
		const actor = { kind: 'operator' } as const;
		importReview(world.db, bundle('theirs', 'theirs-only'), { actor, at, organisation: 'south' });
		importReview(world.db, bundle('ours', 'ours-too'), { actor, at, organisation: 'north' });
		const ids = listChoosable(world.db, review).map(({ instrument }) => instrument.id);
		expect(ids).toEqual(
			expect.arrayContaining(['staff-survey', 'case-file-assessed', 'isle-staff', 'ours-too'])
		);
		expect(ids).not.toContain('theirs-only');
		expect(refused(() => choose('theirs-only@1')).code).toBe('form-invalid');
		expect(refused(() => begin({ reference: 'theirs-only@1' })).code).toBe('form-invalid');
	});

	test('gives a source its instrument, or takes it away, until there are answers', () => {
		choose(shipped);
		expect(findSource(world.db, review, source).instrument).toBe(shipped);
		choose('');
		expect(findSource(world.db, review, source).instrument).toBeNull();
		choose('');
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'source-added',
			'instrument-chosen',
			'instrument-chosen'
		]);
		expect(refused(() => choose(shipped, 'staff'))).toMatchObject({
			code: 'source-has-answers',
			message: expect.stringContaining('has answers, so it keeps the version') as string
		});
	});
});

describe('a version in the making', () => {
	test('is begun from the library, changed and put into use as an edition of its own', () => {
		begin();
		save('q1', { wording: 'Do you have time for a good conversation?' });
		arrange({ what: 'remove', key: 'q2' });
		const added = arrange({ what: 'add' });
		save(added, { wording: 'What would help?', type: 'text', column: 'HELP' });
		arrange({ what: 'map', key: added, before: [], chosen: ['T2', '8.3'] });
		expect(put()).toBe(`${ownId}@1`);
		const kept = findDocument(world.db, 'instrument', `${ownId}@1`);
		const before = findDocument(world.db, 'instrument', shipped);
		expect(kept.questions).toHaveLength(before.questions.length);
		expect(kept.questions[0]!.wording).toBe('Do you have time for a good conversation?');
		expect(kept.questions.at(-1)).toMatchObject({ code: 'HELP', type: 'text', elements: ['T2', '8.3'] });
		expect(findSource(world.db, review, source).instrument).toBe(`${ownId}@1`);
		expect(page().making).toBeNull();
	});

	test('that is changed again after it was used becomes the next edition, and the used one stays', () => {
		begin();
		put();
		const digest = digestOf(ownId, '1');
		begin({ reference: `${ownId}@1` });
		save('q1', { wording: 'Another question?' });
		expect(put()).toBe(`${ownId}@2`);
		expect(digestOf(ownId, '1')).toBe(digest);
		expect(digestOf(ownId, '2')).not.toBe(digest);
	});

	test('keeps its place for whoever writes another question at the same time, and overwrites nobody', () => {
		begin();
		const version = editor('q2').kept.version;
		expect(save('q1', { wording: 'Hers?' })).toHaveProperty('saved');
		expect(save('q2', { wording: 'His?' }, version)).toHaveProperty('saved');
		expect(save('q2', { wording: 'Theirs?' }, version)).toMatchObject({
			conflict: { texts: { wording: 'His?' } }
		});
	});

	test('gives back what may name somebody, and is told of with both texts', () => {
		begin();
		expect(save('q1', { help: 'Ring 01856 555 123.' })).toMatchObject({ found: [{ field: 'help' }] });
		save('q1', { help: 'Answer for yourself.' });
		expect(world.told().at(-1)).toMatchObject({
			verb: 'instrument-draft-saved',
			after: expect.stringContaining('Answer for yourself.') as string
		});
	});

	test('is not used with faults, which are named by their questions', () => {
		begin(null);
		expect(refused(put).details).toEqual(['Questions: there is none yet.']);
		const key = arrange({ what: 'add' });
		save(key, { wording: 'How?', type: 'single-choice', positive: '' });
		expect(refused(put)).toMatchObject({
			code: 'instrument-invalid',
			details: ['Question 1 (Q1): options: write at least two, one a line.']
		});
		save(key, { options: 'well\nbadly', positive: 'well' });
		expect(put()).toBe(`team-survey-${review}@1`);
	});

	test('is not used as it was looked at once somebody has written in it since', () => {
		begin();
		const { version } = page().making!;
		save('q1', { wording: 'Since then?' });
		const ask = () => useInstrumentDraft(world.db, world.by('ailsa'), { review, source, version });
		expect(refused(ask).code).toBe('changed-meanwhile');
	});

	test('may be given up, and is begun once at a time', () => {
		begin();
		expect(refused(begin).code).toBe('changed-meanwhile');
		dropInstrumentDraft(world.db, world.by('ailsa'), { review, source });
		expect(page().making).toBeNull();
		expect(refused(put2).code).toBe('not-found');
		begin(null);
		expect(page().making!.lines).toEqual([]);
	});
	const put2 = () => useInstrumentDraft(world.db, world.by('ailsa'), { review, source, version: 1 });

	test('is named and described', () => {
		begin();
		const texts = { title: 'For our team', about: 'Ten minutes.', one: 'reply', many: 'replies' };
		saveHeading(world.db, world.by('ailsa'), { review, source, version: 1, texts });
		expect(page().making!.shown).toMatchObject({ title: 'For our team', unit: { many: 'replies' } });
		const empty = { ...texts, title: '' };
		const ask = () => saveHeading(world.db, world.by('ailsa'), { review, source, version: 2, texts: empty });
		expect((refused(ask) as FormProblem).fields).toEqual({ title: 'Write what it is called.' });
	});

	test('is mapped to elements of the review’s own frameworks, and keeps those it had from elsewhere', () => {
		begin();
		const { groups, chosen } = loadElementsEditor(world.db, review, source, 'q1');
		const offered = groups.flatMap(({ options }) => options.map(({ code }) => code));
		expect(offered).toEqual(expect.arrayContaining([...chosen, 'T1', '8.3']));
		const ask = () => arrange({ what: 'map', key: 'q1', before: [...chosen], chosen: ['X9'] });
		expect(refused(ask).code).toBe('form-invalid');
	});

	test('cannot be begun where there are answers, nor written in once some have come', () => {
		const elsewhere = () =>
			beginInstrument(world.db, world.by('ailsa'), { review, source: 'staff', from: { reference: shipped } });
		expect(refused(elsewhere).code).toBe('source-has-answers');
		choose('isle-staff@1');
		begin({ reference: 'isle-staff@1' });
		importAnswers(world.db, {
			...world.by('ailsa'),
			...{ review, source, text: 'reference,S1,S2\nR-1,yes,\n' }
		});
		expect(save('q1', { wording: 'Later?' })).toMatchObject({
			closed: expect.stringContaining('has answers') as string
		});
		expect(refused(put).code).toBe('source-has-answers');
	});

	test('does not lose a question that a finding rests on', () => {
		choose('isle-staff@1');
		world.db
			.insert(links)
			.values({ reviewId: review, finding: 'advocacy', position: 9, source, question: 'S1' })
			.run();
		begin({ reference: 'isle-staff@1' });
		arrange({ what: 'remove', key: 'q1' });
		for (const ask of [put, () => choose('case-file-assessed@1'), () => choose('')])
			expect(refused(ask)).toMatchObject({
				code: 'question-in-use',
				details: ['The finding “Advocacy” rests on question S1.']
			});
		expect(findSource(world.db, review, source).instrument).toBe('isle-staff@1');
		expect(digestOf(`isle-staff-${review}`, '1')).toBeUndefined();
	});

	test.each<PersonName>(['magnus', 'rona', 'callum', 'effie', 'struan'])('is not begun by %s', (name) => {
		expect(refused(() => begin({ reference: shipped }, name)).code).toBe('not-found');
	});
});

describe('an instrument as a file', () => {
	const file = (changes: object = {}) =>
		JSON.stringify({
			...{ id: 'from-afar', edition: '3', title: 'From afar' },
			questions: [{ code: 'A', wording: 'Half a \ud800 letter?', type: 'yes-no', positive: ['yes'] }],
			...changes
		});

	test('is taken as the beginning of a version of one’s own, with half letters mended', () => {
		begin({ file: `\ufeff${file()}` });
		expect(page().making!.shown.questions[0]!.wording).toBe('Half a \ufffd letter?');
		expect(put()).toBe(`from-afar-${review}@1`);
	});

	test('is what can be downloaded, and taken in again as it was', () => {
		begin();
		expect(put()).toBe(`${ownId}@1`);
		const { name, json } = loadInstrumentFile(world.db, review, source, false);
		expect(name).toBe(`${ownId}-1.json`);
		begin({ file: JSON.stringify(json) });
		expect(put()).toBe(`${ownId}@2`);
		const { edition, ...second } = findDocument(world.db, 'instrument', `${ownId}@2`);
		expect({ ...second, edition: '1' }).toEqual(json);
		expect(edition).toBe('2');
	});

	test.each([
		['what is no JSON', 'nonsense', 'form-invalid'],
		['what is no instrument', '{"id":"x"}', 'instrument-invalid'],
		['a text that may name somebody', file({ about: 'Ring 01856 555 123.' }), 'form-invalid']
	])('is refused for %s', (_, text, code) => {
		expect(refused(() => begin({ file: text })).code).toBe(code);
		expect(page().making).toBeNull();
	});
});

describe('a version that was used', () => {
	test('never changes, whatever is done after', () => {
		begin();
		put();
		const digests = () => [digestOf('staff-survey', '1'), digestOf(ownId, '1')];
		const before = digests();
		const key = fc.nat(5).map((n) => `q${n}`);
		const step = fc.oneof(
			fc.constant(() => begin({ reference: `${ownId}@1` })),
			fc.constant(() => put()),
			fc.constant(() => dropInstrumentDraft(world.db, world.by('ailsa'), { review, source })),
			fc.constant(() => choose(shipped)),
			fc.constant(() => choose(`${ownId}@1`)),
			key.map((k) => () => save(k, { wording: `Changed ${k}?` })),
			key.map((k) => () => arrange({ what: 'remove', key: k })),
			key.map((k) => () => arrange({ what: 'move', key: k, after: '' })),
			key.map((k) => () => arrange({ what: 'map', key: k, before: ['T2'], chosen: ['T1'] }))
		);
		fc.assert(
			fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
				for (const each of steps)
					try {
						each();
					} catch (problem) {
						if (!(problem instanceof Problem)) throw problem;
					}
				expect(digests()).toEqual(before);
			}),
			{ numRuns: 25 }
		);
	});

	test('has every question that a form can say', () => {
		const { questions } = findDocument(world.db, 'instrument', shipped);
		expect(questions.map(textsOfQuestion).every(({ wording }) => wording !== '')).toBe(true);
	});
});
