import { describe, expect, it } from 'vitest';
import quantityScale from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import { notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import { questionSchema, type Question } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { deriveMeasure, type MeasureInput } from './derive.ts';
import {
	baseSentence,
	measureParts,
	measureSentence,
	sureParts,
	sureSentence,
	type Telling
} from './words.ts';

const scale = parseQuantityScale(quantityScale);
const discussed = questionSchema.parse({
	code: 'C4',
	wording: 'Were the four options discussed?',
	type: 'yes-no',
	positive: ['yes'],
	asksAboutRecording: true
});
const files = { one: 'file', many: 'files' };

type Given = { sample?: Partial<Sample>; question?: Question } & Pick<
	Partial<MeasureInput>,
	'strata' | 'records'
>;

/** The measure and its telling for k of n, randomly drawn from 400 unless said otherwise. */
function told(k: number, n: number, { sample, question = discussed, ...given }: Given = {}) {
	const drawn = { design: 'random', frameSize: 400, strata: null, ...sample } as const;
	const counts = new Map([
		[0, k],
		[1, n - k]
	]);
	const measure = deriveMeasure({ question, counts, records: n, sample: drawn, scale, ...given });
	const telling: Telling = { unit: files, design: drawn.design, scale, asked: sample?.asked };
	return [measure, telling] as const;
}

describe('the sentence of a measure', () => {
	it.each([
		[54, 60, '54 of 60 files, 90%: almost all'],
		[41, 60, '41 of 60 files, 68.3%: the majority'],
		[60, 60, '60 of 60 files, 100%: all'],
		[0, 60, '0 of 60 files, 0%: none'],
		[1, 1, '1 of 1 file, 100%: all']
	])('says %i of %i', (k, n, sentence) => {
		expect(measureSentence(...told(k, n))).toBe(sentence);
	});

	it('comes in parts, for a page that makes a link of k of n', () => {
		expect(measureParts(...told(54, 60))).toEqual({
			kOfN: '54 of 60',
			unit: 'files',
			percent: '90%',
			term: 'almost all'
		});
	});

	it('puts commas into large numbers', () => {
		expect(measureSentence(...told(900, 1200, { sample: { frameSize: 2000 } }))).toBe(
			'900 of 1,200 files, 75%: most'
		);
	});

	it('says when there is no evidence', () => {
		expect(measureSentence(...told(0, 0, { records: 60 }))).toBe('0 of 0 files: no evidence among 60 files');
		expect(sureSentence(...told(0, 0, { records: 60 }))).toBe('There is no evidence, so there is no term.');
	});

	it('says how many answered a question without positive answers', () => {
		const open = { question: { ...discussed, positive: [] } };
		expect(measureSentence(...told(40, 52, { ...open, records: 60 }))).toBe('52 of 60 files: answered');
		expect(sureSentence(...told(40, 52, open))).toBe(
			'No answer to this question counts as positive, so it has no term.'
		);
	});
});

describe('the sentence on how sure the term is', () => {
	it('names the terms between which it is borderline', () => {
		expect(sureSentence(...told(54, 60))).toBe(
			'Borderline between “most” and “almost all”: the 95% interval is 80.5 to 95.8%.'
		);
		expect(sureParts(...told(54, 60))).toMatchObject({ standing: 'borderline', lead: 'Borderline' });
	});

	it('names three terms or more as a list', () => {
		expect(sureSentence(...told(5, 10, { sample: { frameSize: null } }))).toBe(
			'Borderline between “less than half”, “the majority” and “most”: the 95% interval is 18.7 to 81.3%.'
		);
	});

	it('names the term within which it is secure', () => {
		expect(sureSentence(...told(21, 60))).toBe(
			'Secure. The 95% interval, 24 to 47.3%, stays within “less than half”.'
		);
	});

	it('says of a census that nothing was drawn', () => {
		expect(sureSentence(...told(54, 60, { sample: { design: 'census', frameSize: null } }))).toBe(
			'Secure. The whole frame was included, so no uncertainty comes from drawing a sample.'
		);
	});

	it('says whom self-selected figures describe, and gives no interval', () => {
		const sample = { design: 'self-selected', frameSize: null } as const;
		expect(sureSentence(...told(66, 136, { sample: { ...sample, asked: 912 } }))).toBe(
			'These figures describe those who answered, 136 of 912 asked; they are not a random sample, so no interval is given.'
		);
		expect(sureSentence(...told(66, 136, { sample }))).toBe(
			'These figures describe those who answered, 136 files of an unknown number asked; they are not a random sample, so no interval is given.'
		);
	});

	it('says that records were chosen on purpose', () => {
		expect(sureSentence(...told(6, 10, { sample: { design: 'purposive' } }))).toBe(
			'These figures describe the 10 files chosen on purpose; they are not a random sample, so no interval is given.'
		);
	});

	const strata = [
		{
			stratum: 'Hamilton',
			counts: new Map([
				[0, 9],
				[1, 1]
			]),
			records: 10
		},
		{
			stratum: 'Clydesdale',
			counts: new Map([
				[0, 10],
				[1, 40]
			]),
			records: 50
		}
	];
	const sample = {
		design: 'stratified',
		strata: { column: 'locality', sizes: { Hamilton: 300, Clydesdale: 100 } }
	} as const;

	it('names the method of a stratified sample', () => {
		expect(measureSentence(...told(19, 60, { strata, sample }))).toBe(
			'19 of 60 files, 72.5% weighted by stratum: the majority'
		);
		expect(sureSentence(...told(19, 60, { strata, sample }))).toMatch(
			/^Borderline .*%\. Share and interval are weighted by the size of the strata \(the method of Korn and Graubard\)\.$/
		);
	});

	it('says why a stratified sample has no share of the whole', () => {
		expect(measureSentence(...told(19, 60, { sample }))).toBe('19 of 60 files: no share of the whole');
		expect(sureSentence(...told(19, 60, { sample }))).toContain('the sizes of the strata are not all known');
		const missing = [
			{
				...strata[0]!,
				counts: new Map([
					[0, 19],
					[1, 41]
				]),
				records: 60
			}
		];
		expect(sureSentence(...told(19, 60, { strata: missing, sample }))).toContain(
			'nothing is known of at least one'
		);
	});
});

describe('the sentence on the base', () => {
	const tallied = (counts: [number, number][], records: number, asksAboutRecording: boolean) => {
		const question = { ...discussed, asksAboutRecording };
		const sample = { design: 'random', frameSize: null, strata: null } as const;
		const { tally } = deriveMeasure({ question, counts: new Map(counts), records, sample, scale });
		return baseSentence(tally, question);
	};

	it('says what is left out, and that “not recorded” stays where the question asks about recording', () => {
		expect(
			tallied(
				[
					[0, 50],
					[notApplicable, 2],
					[notRecorded, 7]
				],
				60,
				true
			)
		).toBe(
			'2 not applicable and 1 blank are left out of the base. “Not recorded” stays in the base because the question asks about recording.'
		);
		expect(tallied([[0, 60]], 60, true)).toBe(
			'None not applicable, none blank. “Not recorded” stays in the base because the question asks about recording.'
		);
	});

	it('leaves “not recorded” out elsewhere', () => {
		expect(
			tallied(
				[
					[0, 50],
					[notApplicable, 2],
					[notRecorded, 7]
				],
				60,
				false
			)
		).toBe('2 not applicable, 7 not recorded and 1 blank are left out of the base.');
		expect(tallied([[0, 59]], 60, false)).toBe('1 blank is left out of the base.');
		expect(tallied([[0, 60]], 60, false)).toBe('None not applicable, none not recorded, none blank.');
	});
});
