/** Shows a partnership beside its family and Scotland, out of a published release. */
import { cellsAbout, notShown, type CompareView } from '#lib/pages/compare-view.ts';
import { figureRows, figuresCsv, type FigureRow } from '#lib/pages/compare-figures.ts';
import { aboutInterval, shareWords } from '#lib/pages/compare-share-words.ts';
import { cellsOfElement } from '#lib/pages/compare-shelf.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import type { Database } from '#lib/server/db/open.ts';
import { notFoundAmong, Problem } from '#lib/server/problems.ts';
import { loadShelf } from '#lib/server/queries/compare-page.ts';
import { loadViewAs } from '#lib/server/queries/compare-views.ts';
import { findPlace, listPlaces, type Place } from '#lib/server/queries/partnerships.ts';
import { oneOf, UsageError, wholeNumber, type Command, type CommandInput } from './command.ts';

const asked = ['standard', 'component', 'theme', 'change', 'question'] as const;
const formats = ['text', 'csv', 'json'] as const;

export const command: Command = {
	usage:
		'compare [--partnership <code|name>] [--release N] [--standard 8 | --component 8.3 | --theme T2 | --change W2 | --question <instrument>/<code>] [--example] [--format text|csv|json] [--json]',
	summary: 'Shows a partnership beside its family and Scotland, out of a published release.',
	help: `What the pages under Compare show to somebody of the partnership: its own values exactly, the others of its family
and of Scotland as far as they are shown, and those that agreed to be named. Without a partnership, all families.

--release   number of a release; left out, the newest
--standard, --component, --theme, --change, --question
            only what belongs to it; left out, all of the release
--example   the invented partnerships, where none is named
--format    text; csv, the columns of the feed (see /help/feed); or json, the same as objects

With --json: {release, title, partnership, rows: [the columns of the feed]}. Exit 1 when nothing was published yet.`,
	options: {
		partnership: { type: 'string' },
		release: { type: 'string' },
		standard: { type: 'string' },
		component: { type: 'string' },
		theme: { type: 'string' },
		change: { type: 'string' },
		question: { type: 'string' },
		example: { type: 'boolean' },
		format: { type: 'string' }
	},
	positionals: [],
	run(input) {
		const format = input.options.json ? 'json' : (oneOf(input, 'format', formats) ?? 'text');
		const release = wholeNumber(input, 'release') ?? null;
		const chosen = asked.filter((each) => input.options[each] !== undefined);
		if (chosen.length > 1)
			throw new UsageError(`Give one of ${asked.map((each) => `--${each}`).join(', ')}, not several.`);
		const db = input.openCairn();
		const place = placeOf(db, input);
		const world = (place?.example ?? input.options.example) ? 'example' : 'real';
		const view = loadViewAs(db, { world, partnership: place }, release);
		if (!view)
			throw new Problem(
				'not-found',
				`No release has been published yet${world === 'real' ? '; with --example, those of the invented partnerships are read' : ''}.`
			);
		const cells = cellsAsked(db, view, input);
		const rows = figureRows(view, cells);
		// As other programs read it: no byte-order mark, and one line end throughout.
		if (format === 'csv')
			input.print(figuresCsv(rows).replace('\ufeff', '').replaceAll('\r\n', '\n').trimEnd());
		else if (format === 'json')
			input.print(
				JSON.stringify({
					release: view.number,
					title: view.release.title,
					partnership: place?.code ?? null,
					rows
				})
			);
		else input.print(inWords(view, cells));
	}
};

function placeOf(db: Database, { options }: CommandInput): Place | null {
	const { partnership } = options;
	if (typeof partnership !== 'string') return null;
	const all = [...listPlaces(db, 'real'), ...listPlaces(db, 'example')];
	const found =
		findPlace(db, partnership) ?? all.find(({ name }) => name.toLowerCase() === partnership.toLowerCase());
	if (found) return found;
	throw notFoundAmong(
		'partnership',
		partnership,
		all.map(({ code, name }) => `${name} (${code})`)
	);
}

const kinds = { standard: 'standards', component: 'components', theme: 'themes', change: 'changes' } as const;

function cellsAsked(db: Database, view: CompareView, { options }: CommandInput): ReleaseCell[] {
	const { question } = options;
	if (typeof question === 'string') {
		const [instrument, code = ''] = question.split('/');
		const found = cellsAbout(view.release, 'measures', [code]).filter(
			({ cell }) => cell.instrument === instrument && cell.code === code
		);
		if (found.length > 0) return found;
		throw new Problem('not-found', `Release ${view.number} holds no question “${question}”.`);
	}
	for (const [name, kind] of Object.entries(kinds)) {
		const code = options[name];
		if (typeof code !== 'string') continue;
		const cells = cellsOfElement(loadShelf(db), view, { kind, code });
		if (cells) return cells;
		throw new Problem('not-found', `There is no ${name} “${code}”.`);
	}
	return view.release.cells;
}

function inWords(view: CompareView, cells: readonly ReleaseCell[]): string {
	const { release, number, own } = view;
	const head = [
		`Release ${number}: ${release.title}${release.example ? ' (everything in it is invented)' : ''}`,
		own ? `${own.name}, and the others of its family and of Scotland` : 'All families and Scotland',
		''
	];
	if (cells.length === 0) return [...head, 'Nothing of it was shared in this release.'].join('\n');
	const lines = cells.flatMap((released) => {
		const rows = figureRows(view, [released]);
		const { cell } = released;
		return [
			`${cell.code}  ${cell.title}`,
			...(rows.length === 0 ? [`  ${notShown}`] : wordsOf(view, released, rows)),
			''
		];
	});
	return [...head, ...lines].join('\n').trimEnd();
}

/** One line for each group or partnership; of a group that one is in, the others. */
function wordsOf(view: CompareView, released: ReleaseCell, rows: readonly FigureRow[]): string[] {
	const groups = Map.groupBy(rows, ({ group, group_name, part }) => `${group} ${group_name} ${part}`);
	const hasOthers = new Set(rows.filter(({ part }) => part === 'others').map(({ group }) => group));
	return [...groups.values()].flatMap((of) => {
		const first = of[0]!;
		if (first.part === 'all' && hasOthers.has(first.group)) return [];
		const name =
			first.part === 'others'
				? `${first.group_name}, the ${first.partnerships} others`
				: first.part === 'all'
					? `${first.group_name}, ${first.partnerships} partnerships`
					: String(first.group_name);
		return [`  ${name}: ${valueWords(view, released, of)}`];
	});
}

function valueWords(view: CompareView, { cell }: ReleaseCell, rows: readonly FigureRow[]): string {
	const [first] = rows;
	if (!first) return '';
	if (typeof first.base === 'number' && first.base > 0) {
		const share = { positive: Number(first.positive), base: first.base };
		const ofOne = first.part === 'one';
		const { kOfN, percent } = shareWords(view, share, ofOne);
		if (typeof first.low !== 'number' || typeof first.high !== 'number') return `${kOfN}, ${percent}`;
		const exact = { low: first.low, high: first.high };
		const { low, high } = ofOne ? exact : aboutInterval(exact);
		return `${kOfN}, ${percent} (${formatPercent(low)} to ${formatPercent(high)})`;
	}
	if (first.step === null) return `${first.count}`;
	const steps = cell.kind === 'readiness' ? view.scales.stages : view.scales.evaluations;
	const nameOf = (step: FigureRow['step']) => steps.find((each) => each.step === step)?.name ?? String(step);
	if (first.part === 'one') return nameOf(first.step);
	return rows.map(({ step, count }) => `${nameOf(step)} ${count}`).join(', ');
}
