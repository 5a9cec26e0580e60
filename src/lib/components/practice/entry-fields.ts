/** What is asked of an entry, field by field, for the page where it is written. */
import type { EntryKind } from '#lib/practice/entry-kinds.ts';
import { geographies } from '#lib/practice/entry-kinds.ts';
import { careGroups, entryParts, geographyWords, stageWords } from '#lib/practice/entry-parts.ts';

type Option = { value: string; label: string };
type Listed = Readonly<Record<'standards' | 'changes' | 'themes', Option[]>>;

/** What something serves besides standards: long lists, of which few are ticked. */
const furtherServed = 'Changes, themes, components and drivers that it serves';

/** The parts of its kind first; then what it serves, and where and for whom it is. */
export function entryFields(kind: EntryKind, listed: Listed) {
	const parts = entryParts[kind].flatMap(({ name, label, hint, rows, needed }) => [
		{ name, label: needed ? label : `${label}, if you can say`, hint, ...(rows > 1 && { rows }) },
		// What was measured stands with its measure.
		...(name === 'measure' ? runFields : [])
	]);
	return [
		{ name: 'title', label: 'What it is called', hint: 'In a few words. Name nobody.' },
		...parts,
		{
			name: 'standards',
			label: 'Standards that it serves',
			hint: 'At least one, here or in the lists beneath.',
			several: listed.standards
		},
		{
			name: 'changes',
			label: 'Outcomes and changes of the change map that it serves',
			several: listed.changes,
			fold: furtherServed
		},
		{
			name: 'themes',
			label: 'Themes of reviews that it serves',
			several: listed.themes,
			fold: furtherServed
		},
		{
			name: 'others',
			fold: furtherServed,
			label: 'Core components and implementation drivers that it serves',
			hint: 'Their codes, with spaces between: 8.7 9.4 D4. Or nothing.'
		},
		{
			name: 'geography',
			label: 'Where it is done',
			options: [
				{ value: '', label: 'Not in one kind of place' },
				...geographies.map((value) => ({ value, label: geographyWords[value] }))
			]
		},
		{ name: 'careGroups', label: 'For whom', several: careGroups.map((group) => ({ ...group })) },
		{
			name: 'stage',
			label: 'How far you were with it then',
			options: [
				{ value: '', label: 'Does not apply' },
				...stageWords.map((label, step) => ({ value: String(step), label }))
			]
		},
		{
			name: 'contact',
			label: 'May others write to you about it?',
			hint: 'They write through Cairn to your organisation; no address and no name is shown.',
			options: [
				{ value: 'no', label: 'No' },
				{ value: 'yes', label: 'Yes' }
			]
		},
		{
			name: 'links',
			label: 'Links',
			hint: 'A line each: what it is, and its address, such as “Our leaflet, https://example.org/leaflet”.',
			rows: 3
		}
	];
}

const runFields = [
	{
		name: 'points',
		label: 'Values over time',
		hint: 'A line each: the day and the value, such as 2026-03-02, 14. They are drawn as a run chart.',
		rows: 6
	},
	{ name: 'target', label: 'What was aimed at', hint: 'A number in the unit of the measure, or nothing.' }
];
