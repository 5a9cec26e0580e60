/**
 * The form in which somebody says what the columns of a file are and what its answer words mean: what it offers, and
 * what was chosen as a mapping. Fields are named by position, since headings and words may hold any sign.
 */
import { fixedWords, type Instrument, type Question } from '#lib/evidence/instrument.ts';
import type { ColumnUse, Mapping } from '#lib/evidence/imports/mapping.ts';
import type { Understanding, UnderstoodColumn } from '#lib/evidence/imports/understanding.ts';

export type Option = { value: string; label: string };

export type ColumnField = {
	name: string;
	heading: string;
	examples: string[];
	filled: number;
	/** What is thought of it: “Question S1”; and with the reason: “Question S1: the same wording”. */
	use: string;
	thought: string;
	/** Exact or decided before: nothing needs to be chosen. */
	sure: boolean;
	value: string;
};

export type WordField = { name: string; found: string; count: number; value: string; sure: boolean };

export type QuestionWordsField = {
	code: string;
	wording: string;
	options: Option[];
	words: WordField[];
	/** Different words that are not listed; for all of them one meaning can be chosen. */
	more: number;
	otherwise: { name: string; value: string } | null;
};

export type MappingForm = {
	columns: ColumnField[];
	/** What any column can be. */
	uses: Option[];
	/** Only questions with a word that is not sure. */
	words: QuestionWordsField[];
	missing: string[];
};

const kept = 'as-is';

export function deriveMappingForm(understood: Understanding, instrument: Instrument): MappingForm {
	return {
		uses: usesOf(instrument),
		columns: understood.columns.map((column) => ({
			name: `column-${column.at}`,
			heading: column.heading,
			examples: column.examples,
			filled: column.filled,
			use: column.use === null ? '' : useWords(column.use, instrument),
			thought:
				column.use === null
					? 'Not recognised'
					: `${useWords(column.use, instrument)}${column.why === '' ? '' : `: ${column.why}`}`,
			sure: column.certainty === 'exact' || column.certainty === 'remembered',
			value: column.use === null ? '' : kept
		})),
		words: understood.words.flatMap(({ question: code, words, different }, index) => {
			const question = instrument.questions.find((each) => each.code === code);
			const open = words.filter(({ certainty }) => certainty !== 'exact');
			if (!question || open.every(({ certainty }) => certainty === 'remembered')) return [];
			return [
				{
					code,
					wording: question.wording,
					options: answersOf(question),
					words: words.flatMap(({ found, count, answer, certainty }, at) =>
						certainty === 'exact'
							? []
							: [
									{
										name: `word-${index}-${at}`,
										found,
										count,
										value: answer === null ? '' : meaningValue(answer),
										sure: certainty === 'remembered'
									}
								]
					),
					more: different - words.length,
					otherwise: different > words.length ? { name: `otherwise-${index}`, value: '' } : null
				}
			];
		}),
		missing: understood.missing
	};
}

/** '' stands for what is not chosen yet, so leaving an answer blank has a value of its own. */
const blank = '(blank)';
const meaningValue = (answer: string) => (answer === '' ? blank : answer);

function answersOf(question: Question): Option[] {
	const own = (fixedWords(question) ?? []).map((word) => ({ value: word, label: word }));
	return [
		...own,
		{ value: 'not applicable', label: 'not applicable' },
		{ value: 'not recorded', label: 'not recorded' },
		{ value: blank, label: 'leave the answer blank' }
	];
}

function usesOf({ questions }: Instrument): Option[] {
	const several = questions.filter(({ type, options }) => type === 'multiple-choice' && options);
	return [
		...questions.map(({ code, wording }) => ({ value: `question:${code}`, label: `${code}: ${wording}` })),
		...several.flatMap((question) =>
			(fixedWords(question) ?? []).map((word, at) => ({
				value: `choice:${at}:${question.code}`,
				label: `${question.code}, “${word}” chosen`
			}))
		),
		{ value: 'stratum', label: 'A group of records, such as a locality' },
		{ value: 'reference', label: 'The reference of each response' },
		{ value: 'personal', label: 'Names people: leave out' },
		{ value: 'ignored', label: 'Not wanted: leave out' }
	];
}

/** What a column is used as, in a few words. */
export function useWords(use: ColumnUse, { questions }: Pick<Instrument, 'questions'>): string {
	switch (use.role) {
		case 'question':
			return `Question ${use.question}`;
		case 'choice':
			return `Question ${use.question}, “${use.word}” chosen`;
		case 'other':
			return `Question ${use.question}, what was written beside ${use.word === '' ? 'a choice' : `“${use.word}”`}`;
		case 'reference':
			return 'The reference of each response';
		case 'stratum':
			return `A group of records, “${use.name}”`;
		case 'personal':
			return 'Names people: left out';
		case 'metadata':
			return questions.length > 0 ? 'About the filling in: left out' : 'Left out';
		case 'ignored':
			return 'Not wanted: left out';
	}
}

/** The mapping that was chosen, or what is wrong by the names of fields. `chosen`: the value of a field by its name. */
export function readMappingForm(
	understood: Understanding,
	instrument: Instrument,
	chosen: (name: string) => string
): { mapping: Mapping } | { faults: Record<string, string> } {
	const faults: Record<string, string> = {};
	const columns: Mapping['columns'] = [];
	const taken = new Set<string>();
	for (const column of understood.columns) {
		const name = `column-${column.at}`;
		const use = useOf(column, instrument, chosen(name));
		if (!use) faults[name] = `Choose what the column “${column.heading}” is.`;
		else if (use.role === 'question' && taken.has(use.question))
			faults[name] = `Question ${use.question} has a column already; choose another for “${column.heading}”.`;
		else columns.push({ at: column.at, heading: column.heading, use });
		if (use?.role === 'question') taken.add(use.question);
	}
	if (Object.keys(faults).length === 0 && !columns.some(({ use }) => 'question' in use))
		faults[`column-${understood.columns[0]?.at ?? 0}`] = 'Choose a question for at least one column.';
	const words: Mapping['words'] = {};
	const otherwise: Mapping['otherwise'] = {};
	understood.words.forEach(({ question: code, words: found }, index) => {
		const question = instrument.questions.find((each) => each.code === code);
		if (!question || !columns.some(({ use }) => 'question' in use && use.question === code)) return;
		const allowed = new Set(answersOf(question).map(({ value }) => value));
		const meaning = (name: string) => {
			const value = chosen(name);
			return allowed.has(value) ? (value === blank ? '' : value) : null;
		};
		const other = meaning(`otherwise-${index}`);
		if (other !== null) otherwise[code] = other;
		found.forEach(({ plain, answer, certainty }, at) => {
			if (certainty === 'exact') return;
			const means =
				chosen(`word-${index}-${at}`) === '' && certainty === 'remembered'
					? answer
					: meaning(`word-${index}-${at}`);
			if (means === null)
				faults[`word-${index}-${at}`] = `Choose what “${found[at]!.found}” means in ${code}.`;
			else (words[code] ??= {})[plain] = means;
		});
	});
	if (Object.keys(faults).length > 0) return { faults };
	const { format, sheet, headerRows } = understood;
	return { mapping: { version: 1, format, sheet, headerRows, columns, words, otherwise } };
}

function useOf(column: UnderstoodColumn, instrument: Instrument, value: string): ColumnUse | null {
	if (value === kept) return column.use;
	if (value === 'stratum') return { role: 'stratum', name: column.heading.slice(0, 80) };
	if (value === 'reference') return { role: 'reference', prefix: '' };
	if (value === 'personal' || value === 'ignored') return { role: value };
	const [, role, at, code] = /^(question|choice:(\d+)):(.*)$/s.exec(value) ?? [];
	const question = instrument.questions.find((each) => each.code === code);
	if (!role || !question) return null;
	if (role === 'question') return { role, question: question.code };
	const word = (fixedWords(question) ?? [])[Number(at)];
	return word === undefined ? null : { role: 'choice', question: question.code, word };
}
