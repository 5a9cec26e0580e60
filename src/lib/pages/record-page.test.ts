import { describe, expect, test } from 'vitest';
import { parseInstrument } from '#lib/evidence/instrument.ts';
import { sourceSchema, type PublishedFigure } from '#lib/evidence/source.ts';
import { deriveRecordPage } from './record-page.ts';
import { seesAll } from './withheld.ts';

const instrument = parseInstrument({
	id: 'small-forms',
	edition: '1',
	title: 'Forms',
	unit: { one: 'form', many: 'forms' },
	questions: [
		{ code: 'Q1', wording: 'Was it good?', type: 'yes-no', positive: ['yes'], elements: [] },
		{ code: 'Q2', wording: 'What would you change?', type: 'text', positive: [], elements: [] }
	]
});

function recordOf(published: PublishedFigure[] | null) {
	const source = sourceSchema.parse({
		id: 'forms',
		kind: 'supported-person-questionnaire',
		title: 'Forms',
		instrument: 'small-forms@1',
		sample: { design: 'self-selected', howDrawn: 'Sent to all.' },
		heardFrom: 'Two people',
		published
	});
	const answers = new Map([
		[0, { code: 0, text: null }],
		[1, { code: 0, text: 'The waiting' }]
	]);
	const place = {
		records: 2,
		number: 1,
		reference: 'A-1',
		strata: {},
		previous: null,
		next: 'A-2',
		sees: seesAll
	};
	return deriveRecordPage({ source, instrument, answers, ...place });
}

const invented = (page: ReturnType<typeof recordOf>) =>
	page.groups.flatMap(({ answers }) => answers.map((answer) => [answer.code, answer.invented]));

describe('the page of a record', () => {
	test('of a reconstruction says that its answers are invented, and marks what nobody wrote', () => {
		const page = recordOf([]);
		expect(page.published).toBe('Nothing was published on single forms: the answers below are invented.');
		expect(invented(page)).toEqual([
			['Q1', false],
			['Q2', true]
		]);
	});

	test('of other evidence says nothing of the kind', () => {
		const page = recordOf(null);
		expect(page.published).toBeNull();
		expect(invented(page).flat()).not.toContain(true);
	});
});
