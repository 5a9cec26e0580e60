/** A source of evidence in words: how many, how they were drawn, when, and what its figures describe. */
import type { Source } from '#lib/evidence/source.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { dateRange } from './dates.ts';
import { instrumentOf, recordCount, type ReportInput } from './derive-input.ts';
import { sentenceCase } from './review-words.ts';

/** What one and many records of a source are called. */
export function unitOf(input: ReportInput, source: Source): { one: string; many: string } {
	return instrumentOf(input, source)?.unit ?? { one: 'record', many: 'records' };
}

/** `60 files`, `1 file`, `no files yet`. */
export function unitsText(count: number, unit: { one: string; many: string }): string {
	if (count === 0) return `no ${unit.many} yet`;
	return `${formatCount(count)} ${count === 1 ? unit.one : unit.many}`;
}

/** `60 files of 400`, `60 files of 400, 3 of them read to the end so far`, `136 responses of 912 asked`, `10 people`, or `not stated`. */
export function howMany(input: ReportInput, source: Source): string {
	if (source.instrument === null) return peopleOf(source);
	const count = unitsText(recordCount(input, source), unitOf(input, source));
	const { asked, frameSize } = source.sample;
	if (asked !== null) return `${count} of ${formatCount(asked)} asked`;
	const of = frameSize === null ? count : `${count} of ${formatCount(frameSize)}`;
	const soFar = input.readSoFar?.get(source.id);
	return soFar ? `${of}, ${formatCount(soFar.read)} of them read to the end so far` : of;
}

/** `10 people` for sources without records; `records` for those with them. */
export function peopleOf(source: Source): string {
	if (source.peopleMet === null) return source.heardFrom;
	return source.peopleMet === 1 ? '1 person' : `${formatCount(source.peopleMet)} people`;
}

/** Where and when the figures of a source were gathered: `Staff survey: 136 responses of 912 asked, 27 June to …`. */
export function gatheredFrom(input: ReportInput, source: Source): string {
	const when = source.from === null && source.to === null ? '' : `, ${dateRange(source.from, source.to)}`;
	return `${source.title}: ${howMany(input, source)}${when}.`;
}

/** How the records of a source were drawn, and what their figures therefore describe. */
export function drawnNote(input: ReportInput, source: Source): string {
	const { design, frameSize, asked } = source.sample;
	const count = recordCount(input, source);
	const some = unitsText(count, unitOf(input, source));
	const from = frameSize === null ? '' : ` from ${formatCount(frameSize)}`;
	switch (design) {
		case 'random':
			return `A random sample of ${some}${from}.`;
		case 'stratified':
			return `A stratified random sample of ${some}${from}; shares are weighted by the size of each stratum.`;
		case 'census':
			return `${sentenceCase(some)}: all that there are.`;
		case 'self-selected': {
			const answered =
				asked === null ? sentenceCase(some) : `${formatCount(count)} of ${formatCount(asked)} asked`;
			return `${answered}; the figures describe those who answered, so no interval is given.`;
		}
		case 'purposive':
			return `${sentenceCase(some)}, chosen on purpose; the figures describe these alone, so no interval is given.`;
	}
}
