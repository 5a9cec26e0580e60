/** The instruments that Cairn brings can be asked, answered, counted and said. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseInstrument, questionTypes } from '#lib/evidence/instrument.ts';
import { findElement, findFramework } from '#lib/frameworks/lookup.ts';
import { frameworks } from './quotations.ts';

const folder = join(import.meta.dirname, '../../fixtures/instruments');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json'))
	.sort();
const instruments = files.map((file) => ({
	file,
	...parseInstrument(JSON.parse(readFileSync(join(folder, file), 'utf8')))
}));
const questions = instruments.flatMap(({ id, questions }) =>
	questions.map((question) => ({ ...question, place: `${id} ${question.code}` }))
);
const placesWhere = (fails: (question: (typeof questions)[number]) => boolean) =>
	questions.filter(fails).map(({ place }) => place);
const hasShare = (question: { positive: readonly string[] }) => question.positive.length > 0;

describe('the instruments', () => {
	it('are one for each kind of file and each group of people asked', () => {
		expect(instruments.map(({ id, edition, questions }) => [id, edition, questions.length])).toEqual([
			['case-file-assessed', '1', 34],
			['case-file-signposted', '1', 12],
			['staff-survey', '1', 24],
			['supported-person-questionnaire', '1', 16],
			['unpaid-carer-questionnaire', '1', 15]
		]);
	});

	it('lie where their id and edition say', () => {
		expect(files).toEqual(instruments.map(({ id, edition }) => join(id, `${edition}.json`)));
	});

	it('use every type of question', () => {
		expect(questionTypes.filter((type) => !questions.some((question) => question.type === type))).toEqual([]);
	});

	it('tie each question to elements of the editions they name', () => {
		const unknown = instruments.flatMap(({ id, frameworks: references, questions }) => {
			const editions = references.map((reference) => findFramework(frameworks, reference)!);
			return questions.flatMap(({ code, elements }) =>
				elements
					.filter((element) => !editions.some((edition) => findElement(edition, element)))
					.map((element) => `${id} ${code}: ${element}`)
			);
		});
		expect(unknown).toEqual([]);
		expect(placesWhere(({ elements }) => new Set(elements).size !== elements.length)).toEqual([]);
	});

	it('tie each question with a share to a theme, and to a core component or a change', () => {
		const has = (elements: readonly string[], kind: RegExp) => elements.some((code) => kind.test(code));
		const loose = placesWhere(
			(each) => hasShare(each) && !(has(each.elements, /^T\d$/) && has(each.elements, /^(\d+\.\d+|[LWP]\d)$/))
		);
		expect(loose).toEqual([]);
	});

	it('give every question with a share a label and a message that can follow any quantity term', () => {
		expect(placesWhere((each) => hasShare(each) !== Boolean(each.message))).toEqual([]);
		expect(placesWhere(({ label }) => !label || label.split(' ').length > 7)).toEqual([]);
		const units = ['files', 'staff', 'people', 'carers'];
		expect(placesWhere(({ message }) => !!message && !units.includes(message.split(' ')[0]!))).toEqual([]);
		expect(placesWhere(({ message }) => /[.?]$/.test(message ?? ''))).toEqual([]);
	});

	it('ask a whole question or make a whole statement', () => {
		const ending = (type: string) => (type === 'agreement' ? /\.$/ : /\?$/);
		expect(placesWhere(({ type, wording }) => !ending(type).test(wording))).toEqual([]);
	});

	it('keep the questions of a group together, under codes that make short columns', () => {
		expect(placesWhere(({ code }) => !/^[A-Z]\d{1,2}$/.test(code))).toEqual([]);
		const instrumentsWithGapsIn = instruments.filter(({ questions }) => {
			const groups = questions.map(({ group }) => group);
			const changes = groups.filter((group, index) => group !== groups[index - 1]);
			return new Set(changes).size !== changes.length;
		});
		expect(instrumentsWithGapsIn.map(({ id }) => id)).toEqual([]);
	});
});
