/**
 * A review bundle in which every text field of the bundle's schema holds a text that a test chooses, found by walking
 * the schema: a field that is added later is filled without being named here.
 */
import { z } from 'zod';
import { bundleSchema } from '#lib/reports/bundle.ts';

/** The text of a field, by its place, which counts from 0 (`findings.1.reason`), and its greatest length. */
export type TextFor = (place: string, longest: number) => string;

/** Texts that name something else, so that no other would be taken in; each with what they name. */
export const names: Readonly<Record<string, string>> = {
	'review.partnership': 'an integration authority',
	'review.frameworks.*': 'an edition of a framework',
	'review.quantityScale': 'a scale',
	'review.evaluationScale': 'a scale',
	'instruments.*.edition': 'a part of the reference to the instrument',
	'instruments.*.questions.*.elements.*': 'an element of a framework',
	'sources.*.instrument': 'an instrument',
	'sources.*.passages.*.elements.*': 'an element of a framework',
	'sources.*.passages.*.note': 'a note',
	'sources.*.figures.*.elements.*': 'an element of a framework',
	'findings.*.element': 'an element of a framework',
	'findings.*.elements.*': 'an element of a framework',
	'findings.*.links.*.record': 'the reference of a record of its source',
	'narratives.*.element': 'an element of a framework',
	'evaluations.*.element': 'an element of a framework',
	'recommendations.*.element': 'an element of a framework',
	'readiness.*.element': 'an element of a framework',
	'readiness.*.targetBy': 'a day',
	'actions.*.element': 'an element of a framework',
	'actions.*.elements.*': 'an element of a framework',
	'actions.*.due': 'a day',
	'actions.*.tests.*.from': 'a day',
	'actions.*.tests.*.to': 'a day',
	'selfChecks.*.checklist': 'a checklist',
	'selfChecks.*.edition': 'an edition of a framework',
	'selfChecks.*.answers.*.item': 'an item of the checklist'
};

type Schema = {
	type?: string | string[];
	const?: unknown;
	enum?: unknown[];
	pattern?: string;
	maxLength?: number;
	minimum?: number;
	anyOf?: Schema[];
	oneOf?: Schema[];
	items?: Schema;
	prefixItems?: Schema[];
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | boolean;
};

const whole = z.toJSONSchema(bundleSchema, {
	io: 'input',
	unrepresentable: 'any',
	reused: 'inline'
}) as Schema;

const isA = ({ type }: Schema, kind: string) => [type].flat().includes(kind);

/** The places of all text fields, with `*` for any number or name: those in which any text may be written. */
export function textPlaces(schema: Schema = whole, place = ''): string[] {
	const within = (name: string) => (place === '' ? name : `${place}.${name}`);
	const ways = schema.anyOf ?? schema.oneOf;
	if (ways) return [...new Set(ways.flatMap((each) => textPlaces(each, place)))];
	if (isA(schema, 'string'))
		return schema.pattern === undefined && !schema.enum && schema.const === undefined ? [place] : [];
	if (isA(schema, 'array'))
		return [schema.items ?? {}, ...(schema.prefixItems ?? [])].flatMap((each) =>
			textPlaces(each, within('*'))
		);
	const free = schema.additionalProperties;
	const named = Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
		textPlaces(each, within(name))
	);
	return typeof free === 'object' ? [...named, `${place} (name)`, ...textPlaces(free, within('*'))] : named;
}

const types = [
	'yes-partly-no',
	'agreement',
	'agreement',
	'single-choice',
	'multiple-choice',
	'scale',
	'date',
	'text'
] as const;
const records = 6;

/**
 * The bundle, and what was written where, by the place with `*` for numbers. `id` is that of the review. Codes and
 * references are at most 60 letters, since they are part of addresses.
 */
export function filledBundle(
	id: string,
	textFor: TextFor
): { bundle: unknown; filled: Map<string, string[]> } {
	const filled = new Map<string, string[]>();
	/** Says that a text stands at a place too, which has to be the same as elsewhere. */
	const also = <Written>(place: string, written: Written): Written => {
		const any = anywhere(place);
		filled.set(any, [...(filled.get(any) ?? []), String(written)]);
		return written;
	};
	const text = (place: string, longest = Infinity) => also(place, textFor(place, longest));
	const codes = types.map((_, index) => text(`instruments.0.questions.${index}.code`, 60).trim());
	const options = [3, 4].map((index) =>
		[0, 1, 2].map((at) =>
			text(`instruments.0.questions.${index}.options.${at}`, 60).replaceAll(';', ',').trim()
		)
	);
	const column = text('sources.0.sample.strata.column', 60);
	const groups = [0, 1].map((at) => text(`sources.0.records.${at}.strata.x`, 60).replace(/\s+/g, ' ').trim());
	const answers = (record: number) => {
		const one = record % 3;
		const words = ['yes', 'agree', 'disagree', options[0]![one]!, `${options[1]![0]!}; ${options[1]![1]!}`];
		const all = [...words, String(one), '2025-02-03', text(`sources.0.records.${record}.answers.x`)];
		return Object.fromEntries(
			codes.map((code, index) => [also('sources.0.records.0.answers (name)', code), all[index]!])
		);
	};

	const narrative = filledNarrative(text, also, codes[0]!);

	/** What the schema alone cannot say, by place. */
	const fixed: Record<string, (...at: number[]) => unknown> = {
		'review.id': () => id,
		'review.partnership': () => 'S37000028',
		'review.from': () => '2025-01-01',
		'review.to': () => '2025-12-31',
		'review.frameworks': () => ['thematic-review@2019'],
		'review.quantityScale': () => 'care-inspectorate-quantity@2019',
		'review.evaluationScale': () => 'care-inspectorate-evaluation@six-point',
		instruments: () => [made(whole.properties!.instruments!.items!, 'instruments.0')],
		'instruments.*.id': () => `${id}-questions`,
		'instruments.*.edition': () => '1',
		'instruments.*.frameworks': () => ['thematic-review@2019'],
		'instruments.*.questions': () =>
			types.map((_, index) =>
				made(
					whole.properties!.instruments!.items!.properties!.questions!.items!,
					`instruments.0.questions.${index}`
				)
			),
		'instruments.*.questions.*.code': (_, index) => codes[index!],
		'instruments.*.questions.*.type': (_, index) => types[index!],
		'instruments.*.questions.*.elements': () => ['T2'],
		'instruments.*.questions.*.options': (_, index) => options[index! - 3],
		'instruments.*.questions.*.positive': (_, index) =>
			[
				['yes'],
				['agree'],
				['agree'],
				[also('instruments.0.questions.3.positive.0', options[0]![0])],
				[options[1]![1]],
				['2'],
				[],
				[]
			][index!],
		'instruments.*.questions.*.scale': (_, index) =>
			index === 5
				? {
						from: 0,
						to: 2,
						fromLabel: text('instruments.0.questions.5.scale.fromLabel'),
						toLabel: text('instruments.0.questions.5.scale.toLabel')
					}
				: undefined,
		'sources.*.id': (at) => ['asked', 'met'][at!],
		'sources.*.kind': (at) => ['case-file-reading', 'focus-group'][at!],
		'sources.*.instrument': (at) => [`${id}-questions@1`, null][at!],
		'sources.*.sample.design': (at) => ['stratified', 'purposive'][at!],
		'sources.*.sample.frameSize': (at) => [40, null][at!],
		'sources.*.sample.asked': () => null,
		'sources.*.sample.strata': (at) =>
			[
				{
					column,
					sizes: Object.fromEntries(
						groups.map((group) => [also('sources.0.sample.strata.sizes (name)', group), 20])
					)
				},
				null
			][at!],
		'sources.*.from': () => '2025-02-01',
		'sources.*.to': () => '2025-02-02',
		'sources.*.peopleMet': (at) => [null, 7][at!],
		'sources.*.published.*.question': () => also('sources.0.published.0.question', codes[0]),
		'sources.*.published': (at) =>
			at === 0
				? [0, 1].map((index) =>
						made(
							whole.properties!.sources!.items!.properties!.published!.anyOf![0]!.items!,
							`sources.0.published.${index}`
						)
					)
				: null,
		'sources.*.published.*.source.lines': () => [1, 2],
		'sources.*.records': (at) =>
			at === 0
				? Array.from({ length: records }, (_, record) => ({
						reference: text(`sources.0.records.${record}.reference`, 60).trim(),
						strata: { [also('sources.0.records.0.strata (name)', column)]: groups[record % 2]! },
						answers: answers(record)
					}))
				: [],
		'sources.*.heard.*.number': () => 3,
		'sources.*.notes.*.id': (_, index) => `note-${index}`,
		'sources.*.notes.*.day': () => '2025-02-01',
		'sources.*.passages.*.id': (_, index) => `passage-${index}`,
		'sources.*.passages.*.elements': () => ['T2'],
		'sources.*.passages.*.direction': (_, index) => ['strength', 'area-for-improvement'][index!],
		// What is quoted stands in the report too.
		'sources.*.passages.*.quotation': (_, index) => index === 1,
		'sources.*.passages.*.note': (at, index) => (at === 1 && index === 0 ? 'note-0' : null),
		'sources.*.passages.*.starts': () => null,
		'sources.*.passages.*.ends': () => null,
		'sources.*.passages.*.record': (at, index) => (at === 0 && index === 0 ? 1 : null),
		'sources.*.passages.*.question': (at, index) => (at === 0 && index === 0 ? types.length - 1 : null),
		'sources.*.figures.*.id': (_, index) => `figure-${index}`,
		'sources.*.figures.*.table.rows.*.values': () => [4, null],
		'sources.*.figures.*.elements': () => ['T2'],
		'involvement.*.id': (index) => `involved-${index}`,
		'involvement.*.groups': () => ['unpaid-carers', 'workers'],
		'involvement.*.number': () => 3,
		'involvement.*.day': () => '2025-02-01',
		'findings.*.id': (index) => `finding-${index}`,
		'findings.*.element': () => 'T2',
		'findings.*.direction': (index) => ['strength', 'area-for-improvement'][index!],
		'findings.*.weight': () => 'significant',
		'findings.*.elements': () => [],
		'findings.*.links': (index) => [
			{ source: 'asked', question: also('findings.0.links.0.question', codes[index!]) },
			{ source: 'met', passage: 'passage-0' }
		],
		narratives: () => [made(whole.properties!.narratives!.items!, 'narratives.0')],
		'narratives.*.element': () => 'T2',
		'narratives.*.paragraphs': () => narrative.lines,
		'narratives.*.document': () => ({ blocks: narrative.blocks }),
		evaluations: () => [made(whole.properties!.evaluations!.items!, 'evaluations.0')],
		'evaluations.*.element': () => 'T2',
		'evaluations.*.step': () => 3,
		'evaluations.*.source.lines': () => [1, 2],
		'recommendations.*.number': (index) => index! + 1,
		'recommendations.*.element': () => 'T2',
		'recommendations.*.findings': () => ['finding-0'],
		'recommendations.*.source.lines': () => [1, 2],
		readiness: () => [made(whole.properties!.readiness!.items!, 'readiness.0')],
		'readiness.*.element': () => 'T2',
		'readiness.*.howWell': () => 2,
		'readiness.*.howDoWeKnow': () => 1,
		'readiness.*.target': () => 3,
		'readiness.*.targetBy': () => '2026-03-31',
		'actions.*.id': (index) => `action-${index}`,
		'actions.*.recommendation': () => 1,
		'actions.*.element': () => 'T2',
		'actions.*.elements': () => ['1'],
		'actions.*.due': () => '2026-12-01',
		'actions.*.source': () => 'asked',
		'actions.*.question': () => also('actions.0.question', codes[0]),
		'actions.*.figure': () => null,
		'actions.*.target': () => ({ kind: 'share', value: 80 }),
		'actions.*.tests.*.id': (_, index) => `test-${index}`,
		'actions.*.tests.*.from': () => '2025-02-01',
		'actions.*.tests.*.to': () => '2025-02-02',
		selfChecks: () => [made(whole.properties!.selfChecks!.items!, 'selfChecks.0')],
		'selfChecks.*.checklist': () => 'C-best-value',
		'selfChecks.*.edition': () => 'checklists@2019',
		'selfChecks.*.answers.*.item': (_, index) => `C-best-value.${index! + 1}`
	};

	function made(schema: Schema, place: string): unknown {
		const set = fixed[anywhere(place)];
		const at = [...place.matchAll(/\.(\d+)(?=\.|$)/g)].map(([, number]) => Number(number));
		if (set) return set(...at);
		if (schema.const !== undefined) return schema.const;
		if (schema.enum) return schema.enum[0];
		if (schema.anyOf)
			return made(
				schema.anyOf.find((each) => !isA(each, 'null'))!,
				place
			);
		if (isA(schema, 'string')) {
			if (schema.pattern === undefined) return text(place, schema.maxLength);
		} else if (isA(schema, 'boolean')) return false;
		else if (isA(schema, 'array')) return [0, 1].map((index) => made(schema.items!, `${place}.${index}`));
		else if (schema.properties)
			return Object.fromEntries(
				Object.entries(schema.properties)
					.map(([name, each]) => [name, made(each, place === '' ? name : `${place}.${name}`)])
					.filter(([, value]) => value !== undefined)
			);
		throw new Error(`Say what stands at ${place} of the bundle.`);
	}

	return { bundle: made(whole, ''), filled };
}

/** A block of each kind, and its lines: the paragraphs of a narrative say what its document says. */
function filledNarrative(
	text: (place: string) => string,
	also: <Written>(place: string, written: Written) => Written,
	question: string
) {
	const lines: string[] = [];
	const at = 'narratives.0.document.blocks.0';
	const line = (place: string) => {
		const words = also(`narratives.0.paragraphs.0`, text(`${at}.${place}.0.text`));
		lines.push(words);
		const measure = {
			source: 'asked',
			question: also(`${at}.${place}.0.measure.question`, question),
			said: { positive: 1, base: 2 }
		};
		return [{ text: words, bold: true, measure }];
	};
	const blocks = [
		{ kind: 'heading', level: 1, runs: line('runs') },
		{ kind: 'paragraph', runs: line('runs') },
		{ kind: 'list', ordered: false, items: [line('items.0'), line('items.0')] },
		{ kind: 'quotation', paragraphs: [line('paragraphs.0')] }
	];
	return { lines, blocks };
}

/** `findings.1.reason` is at `findings.*.reason`. */
const anywhere = (place: string) => place.replace(/\.(?:\d+|x)(?=\.|$| )/g, '.*');
