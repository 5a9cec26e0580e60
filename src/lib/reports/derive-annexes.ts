/** The annexes: A, every question's table by source; B, method and limits. */
import { measuresOf, type ReportInput } from './derive-input.ts';
import { answersTable } from './answers-table.ts';
import { methodBlocks } from './method-words.ts';
import type { Block, ReportSection } from './report.ts';
import { measureAnchor } from './report.ts';
import { sectionWriter, type SectionWriter } from './section-writer.ts';
import { drawnNote, gatheredFrom } from './source-words.ts';
import type { Source } from '#lib/evidence/source.ts';

export function deriveAnnexes(input: ReportInput): ReportSection[] {
	return [answersAnnex(input), methodAnnex(input)];
}

function answersAnnex(input: ReportInput): ReportSection {
	const id = 'annex-a';
	const write = sectionWriter('A', id);
	const asked = input.bundle.sources.filter((source) => source.instrument !== null);
	const opening =
		asked.length === 0
			? 'No source of this review asked fixed questions.'
			: 'Every question of every source, with how many gave each answer. Numbers in the report lead here.';
	return {
		id,
		number: 'A',
		code: null,
		title: 'Every answer to every question',
		blocks: [write.plain(opening), ...asked.flatMap((source) => sourceTables(input, source, write))]
	};
}

function sourceTables(input: ReportInput, source: Source, write: SectionWriter): Block[] {
	const places = measuresOf(input, source);
	const heading = write.heading(source.title, 'unlisted');
	if (places.length === 0 || places.every(({ measure }) => measure.tally.records === 0))
		return [heading, write.plain('This source has no answers yet.')];
	return [
		heading,
		write.plain(`${gatheredFrom(input, source)} ${drawnNote(input, source)}`),
		...places.flatMap((place, index): Block[] => {
			const { group } = place.question;
			const opens = group !== undefined && group !== places[index - 1]?.question.group;
			const table = answersTable(input, place, measureAnchor(place.key));
			return opens ? [write.subheading(group), table] : [table];
		})
	];
}

function methodAnnex(input: ReportInput): ReportSection {
	const id = 'annex-b';
	return {
		id,
		number: 'B',
		code: null,
		title: 'Method and limits',
		blocks: methodBlocks(input, sectionWriter('B', id))
	};
}
