/**
 * An instrument in the making: as an instrument, but it may have faults. Each question keeps a key of its own for as
 * long as the draft lasts, and its own version, so that two people can write two questions at the same time.
 */
import { instrumentSchema, fixedWords, type Instrument, type Question } from './instrument.ts';
import { plainWord } from './plain-word.ts';
import { questionFaults } from './question-faults.ts';

/** Who wrote last, as an author is kept, and when, ISO 8601. */
export type Stamp = { by: string; at: string };

export type DraftQuestion = Stamp & {
	key: string;
	/** Rises with each change of its texts. */
	version: number;
	/** Taken out, and kept to be put back. */
	removed: boolean;
	asked: Question;
};

export type DraftHeading = Stamp & {
	version: number;
	title: string;
	about: string;
	unit: { one: string; many: string };
};

export type InstrumentDraft = {
	/** The id under which it will be kept. */
	id: string;
	heading: DraftHeading;
	frameworks: string[];
	questions: DraftQuestion[];
	/** How many keys were ever given. */
	keys: number;
};

/** The id under which a review keeps its own versions of an instrument, so that nobody else's can be called the same. */
export function ownId(base: string, review: string): string {
	const plain = base.replaceAll(/[^a-z0-9-]+/g, '-');
	return plain.endsWith(`-${review}`) ? plain : `${plain}-${review}`;
}

/** What a draft begins as: `from` an instrument or, with null, empty. `frameworks` are added to its own. */
export function beginDraft(
	from: Instrument | null,
	{ id, title, frameworks }: { id: string; title: string; frameworks: readonly string[] },
	stamp: Stamp
): InstrumentDraft {
	const questions = (from?.questions ?? []).map((asked, index): DraftQuestion => ({
		key: `q${index + 1}`,
		version: 1,
		removed: false,
		asked,
		...stamp
	}));
	return {
		id,
		heading: {
			version: 1,
			title: from?.title ?? title,
			about: from?.about ?? '',
			unit: from?.unit ?? { one: 'record', many: 'records' },
			...stamp
		},
		frameworks: [...new Set([...(from?.frameworks ?? []), ...frameworks])],
		questions,
		keys: questions.length
	};
}

/** The questions that will be asked, in their order. */
export const standing = ({ questions }: InstrumentDraft): DraftQuestion[] =>
	questions.filter(({ removed }) => !removed);

/** The instrument that the draft becomes, as JSON; `edition` is a whole number in writing. */
export function instrumentJson(draft: InstrumentDraft, edition: string): unknown {
	const { about, title, unit } = draft.heading;
	return {
		id: draft.id,
		edition,
		title,
		...(about === '' ? {} : { about }),
		unit,
		frameworks: draft.frameworks,
		questions: standing(draft).map(({ asked }) => asked)
	};
}

export type DraftFault = {
	/** Of the question; null for what is about the whole. */
	key: string | null;
	/** `Question 3 (C4)`, `Title`. */
	place: string;
	/** Completes “wording: …”. */
	message: string;
};

/** What stands against using a draft, question by question. None of them: `instrumentSchema` takes it. */
export function draftFaults(draft: InstrumentDraft): DraftFault[] {
	const { title, unit } = draft.heading;
	const asked = standing(draft);
	const whole = (place: string, message: string): DraftFault => ({ key: null, place, message });
	const faults = [
		...(title === '' ? [whole('Title', 'write what it is called')] : []),
		...(unit.one === '' || unit.many === '' ? [whole('Title', 'write what one record is called')] : []),
		...(asked.length === 0 ? [whole('Questions', 'there is none yet')] : [])
	];
	const columns = new Map([['reference', 'the reference of a record']]);
	asked.forEach(({ key, asked: question }, index) => {
		const place = `Question ${index + 1}${question.code === '' ? '' : ` (${question.code})`}`;
		const column = plainWord(question.code);
		const taken = columns.get(column);
		if (taken !== undefined && column !== '')
			faults.push({ key, place, message: `column: “${question.code}” is already the column of ${taken}` });
		else columns.set(column, `question ${index + 1}`);
		faults.push(...faultsOf(question).map((message) => ({ key, place, message })));
	});
	if (faults.length > 0 || instrumentSchema.safeParse(instrumentJson(draft, '1')).success) return faults;
	return [whole('Questions', 'something in it cannot be kept; take out what was written last')];
}

function faultsOf(question: Question): string[] {
	const { code, wording, type, options, scale } = question;
	const choice = type === 'single-choice' || type === 'multiple-choice';
	return [
		...(code === '' ? ['column: write its name'] : []),
		...(wording === '' ? ['wording: write the question'] : []),
		// An answer is kept as the position of its word, so the words must stand first.
		...(choice && (options?.length ?? 0) < 2 ? ['options: write at least two, one a line'] : []),
		...((options?.length ?? 0) > 30 ? ['options: write 30 at most'] : []),
		...(type === 'scale' && !scale ? ['scale: write its lowest and highest number'] : []),
		...(scale && scale.from >= scale.to ? ['scale: it must go upwards'] : []),
		...questionFaults(question, fixedWords(question)).map(({ field, message }) => `${field}: ${message}`)
	];
}
