/** The published figures that the example is made to fit: the table of them in its README, and the marks on questions. */
import type { PublishedFigure } from '#lib/evidence/source.ts';

type Carrier =
	/** Records whose answer is one of `answers`, of all in the base of the question, or of those in one stratum. */
	| {
			by: 'answers';
			source: string;
			question: string;
			answers: string[];
			among?: Record<string, string>;
			k: number;
			n: number;
	  }
	/** Records in one stratum, of all. */
	| { by: 'stratum'; source: string; among: Record<string, string>; k: number; n: number }
	/** Different values of a column. */
	| { by: 'values'; source: string; column: string; k: number }
	/** Records of a source. */
	| { by: 'records'; source: string; k: number }
	| { by: 'people-met'; source: string; k: number }
	/** The longest time between two dates, in days. */
	| { by: 'longest-wait'; source: string; from: string; to: string; k: number }
	/** Said in a passage; nothing was counted. */
	| { by: 'passage'; source: string; passage: string }
	/** Said on what a question asks, but nothing that answers could be made to fit. */
	| { by: 'words'; source: string; question: string };

export type Figure = {
	/** Lines of document 000. */
	lines: [number, number];
	/** What is said there, shortened, in our own words. */
	said: string;
	/** The published words or figure themselves, for the mark that stands beside the question. */
	words?: string;
	/** What of the result was published, where it was more than a word. */
	kind?: 'count' | 'percentage';
	/** The quantity term that the share must have. */
	term?: string;
	/** The percentage as printed, rounded to whole per cent. */
	percent?: number;
	/** For "nearly half" and the like: whole per cent, lower bound included, upper not. */
	between?: [number, number];
	carrier: Carrier;
};

const start = '<!-- figures: written by scripts/reconstruct-south-lanarkshire.ts -->';
const end = '<!-- end of figures -->';

/** What was published on the questions of a source, in the order of the lines. */
export function publishedOn(source: string, figures: readonly Figure[]): PublishedFigure[] {
	return figures.flatMap(({ carrier, words, kind, lines }) =>
		carrier.source !== source || words === undefined
			? []
			: questionsOf(carrier).map((question): PublishedFigure => ({
					question,
					said: words,
					kind: kind ?? 'word',
					source: { document: '000', lines }
				}))
	);
}

/** The questions that carry a figure. */
export function questionsOf(carrier: Carrier): string[] {
	if (carrier.by === 'answers' || carrier.by === 'words') return [carrier.question];
	return carrier.by === 'longest-wait' ? [carrier.from, carrier.to] : [];
}

/** The README with its table of figures made anew. Throws when the place for the table is missing. */
export function withFiguresTable(readme: string, figures: readonly Figure[]): string {
	const [before, rest] = readme.split(start);
	const after = rest?.split(end)[1];
	if (before === undefined || after === undefined) throw new Error('README.md has no place for the figures');
	return `${before}${start}\n\n${table(figures)}\n\n${end}${after}`;
}

function table(figures: readonly Figure[]): string {
	const rows = [
		['Lines', 'What the report says', 'Carried by', 'Here', 'Term'],
		...figures.map((figure) => [
			figure.lines[0] === figure.lines[1] ? `${figure.lines[0]}` : figure.lines.join('–'),
			figure.said,
			carriedBy(figure.carrier),
			here(figure.carrier),
			figure.term ?? (figure.percent === undefined ? '' : `${figure.percent}%`)
		])
	];
	const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
	const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

function carriedBy(carrier: Carrier): string {
	if (carrier.by === 'answers') {
		const among = Object.entries(carrier.among ?? {}).map(([column, value]) => `, ${column} ${value}`);
		return `${carrier.source}.${carrier.question}${among.join('')}: ${carrier.answers.join(' or ')}`;
	}
	if (carrier.by === 'stratum')
		return `${carrier.source}, ${Object.entries(carrier.among)
			.map((each) => each.join(' '))
			.join(', ')}`;
	if (carrier.by === 'values') return `${carrier.source}, column ${carrier.column}`;
	if (carrier.by === 'longest-wait') return `${carrier.source}.${carrier.from} to ${carrier.to}`;
	if (carrier.by === 'passage') return `${carrier.source}, passage ${carrier.passage}`;
	if (carrier.by === 'words') return `${carrier.source}.${carrier.question}`;
	return carrier.source;
}

function here(carrier: Carrier): string {
	if (carrier.by === 'passage') return 'said, not counted';
	if (carrier.by === 'words') return 'said, answers free';
	if (carrier.by === 'longest-wait') return `${carrier.k} days at most`;
	return 'n' in carrier ? `${carrier.k} of ${carrier.n}` : `${carrier.k}`;
}
