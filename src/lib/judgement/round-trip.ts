/**
 * A self-evaluation that goes out as a file, is filled in anywhere and comes back: its fields, their words as people
 * write them, and the stamp by which one knows what each field held when the file was made.
 */
import { plainDate } from '#lib/evidence/imports/written-date.ts';
import { isDay } from '#lib/evidence/iso-date.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import type { Readiness } from './readiness.ts';
import { tidyText } from './written-text.ts';

export const filedFields = [
	{ name: 'howWell', label: 'Stage', is: 'stage' },
	{ name: 'words', label: 'Why this stage', is: 'text' },
	{ name: 'howDoWeKnow', label: 'How we know', is: 'evidence' },
	{ name: 'statement', label: 'Own statement of evidence', is: 'text' },
	{ name: 'target', label: 'Target stage', is: 'stage' },
	{ name: 'targetBy', label: 'Target by', is: 'day' },
	{ name: 'whatNow', label: 'What now', is: 'text' }
] as const satisfies { name: keyof Readiness; label: string; is: 'stage' | 'evidence' | 'day' | 'text' }[];

export type FiledField = (typeof filedFields)[number]['name'];

/** Of a component in development, of which no stage is asked for: notes only. */
export const fieldsInDevelopment: readonly FiledField[] = ['words', 'statement', 'whatNow'];

/**
 * `file`: the file alone changed it. `both`: somebody changed it in the review since the file was made, and the file
 * says something else again. `unknown`: the file does not say what stood there when it was made.
 */
export type ChangedSince = 'file' | 'both' | 'unknown';

/** What cannot be taken in, with its place in the file. */
export type FiledFault = { place: string; fault: string };

/** A cell or line that holds the stamp is called so. */
export const stampLabel = 'Made from';

/** Values as a form has them: a step as a figure, a day as YYYY-MM-DD, nothing as ''. */
export type FiledValues = Record<FiledField, string>;

export function valuesOf(readiness: Readiness): FiledValues {
	return {
		howWell: String(readiness.howWell ?? ''),
		words: readiness.words,
		howDoWeKnow: String(readiness.howDoWeKnow ?? ''),
		statement: readiness.statement,
		target: String(readiness.target ?? ''),
		targetBy: readiness.targetBy ?? '',
		whatNow: readiness.whatNow
	};
}

/** A text as far as it matters to whether two are the same: other programs end lines and leave them free in other ways. */
export const sameAs = (text: string): string =>
	tidyText(text)
		.replace(/[\u00a0\t ]+/g, ' ')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');

/** What stood in the fields of a component when a file was made: its version, and a check word for each field. */
export type Stamp = { version: number; checks: Record<FiledField, string> };

/** `v3:…`: one check word for each field, in their order. */
export function writeStamp(version: number, values: FiledValues): string {
	return [`v${version}`, ...filedFields.map(({ name }) => checkWord(values[name]))].join(':');
}

/** A stamp that was read, as it is written. */
export const stampText = ({ version, checks }: Stamp): string =>
	[`v${version}`, ...filedFields.map(({ name }) => checks[name])].join(':');

/** Null for what is no stamp, such as one that somebody wrote over. */
export function readStamp(written: string): Stamp | null {
	const parts = /^v(\d{1,9})((?::[0-9a-z]{1,7}){7})$/.exec(plainWord(written).replace(/\s/g, ''));
	if (!parts) return null;
	const checks = parts[2]!.slice(1).split(':');
	return {
		version: Number(parts[1]),
		checks: Object.fromEntries(filedFields.map(({ name }, at) => [name, checks[at]!])) as Stamp['checks']
	};
}

/** A few letters that differ where two texts do: FNV-1a of 32 bits. Guards against mistakes, not against ill will. */
export function checkWord(text: string): string {
	const plain = sameAs(text);
	if (plain === '') return '0';
	let hash = 0x811c9dc5;
	for (let at = 0; at < plain.length; at += 1) {
		const unit = plain.charCodeAt(at);
		hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
		hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}

/** Letters of one text. */
export const longestFiled = 10_000;

/** The steps that a field offers, or none. */
export function stepsOf(field: FiledField, scale: ReadinessScale): ReadinessScale['howWell'] | null {
	const { is } = filedFields.find(({ name }) => name === field)!;
	return is === 'stage' ? scale.howWell : is === 'evidence' ? scale.howDoWeKnow : null;
}

/** `3. Initial implementation`: how a step is written where one chooses it. */
export const stepWords = ({ step, name }: { step: number; name: string }): string =>
	`${step}. ${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The value of a field as somebody wrote it, or what is wrong with it, as a sentence that says what to write. */
export function readField(
	field: FiledField,
	written: string,
	scale: ReadinessScale
): { value: string } | { fault: string } {
	const text = tidyText(written);
	const steps = stepsOf(field, scale);
	if (steps) return readStep(text, steps);
	if (field === 'targetBy') return readDay(text);
	if (text.length <= longestFiled) return { value: text };
	return { fault: `This has ${text.length} letters. Write at most ${longestFiled}.` };
}

/** What stands in a document where nothing is chosen yet; other programs leave it there as if somebody had written it. */
export const prompts = {
	step: 'Choose an item.',
	day: 'Choose a day, or write it such as 31 March 2027.'
};

/** What people write for nothing. */
const nothing = new Set([
	...['', '-', '–', '—', 'to do', 'none', 'not judged', 'n/a'],
	...Object.values(prompts).map(plainWord)
]);

function readStep(text: string, steps: ReadinessScale['howWell']): { value: string } | { fault: string } {
	const plain = plainWord(text);
	if (nothing.has(plain)) return { value: '' };
	const [, figure, rest] = /^(?:stage )?(\d)(?:[.:)]? ?(.*))?$/.exec(plain) ?? [];
	const found =
		figure === undefined
			? steps.find(({ name }) => plainWord(name) === plain)
			: steps.find(({ step, name }) => step === Number(figure) && (!rest || plainWord(name) === rest));
	if (found) return { value: String(found.step) };
	return { fault: `“${shortened(text)}” is none of ${steps.map(stepWords).join(' · ')}.` };
}

function readDay(text: string): { value: string } | { fault: string } {
	if (nothing.has(plainWord(text))) return { value: '' };
	const day = plainDate(text);
	if (isDay(day)) return { value: day };
	return { fault: `“${shortened(text)}” is no day that Cairn can read. Write it such as 31 March 2027.` };
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/\n/g, ' ');
