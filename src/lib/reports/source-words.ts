/** A source of evidence in words: how many, how they were drawn, when, and what its figures describe. */
import type { Source } from '#lib/evidence/source.ts';
import { dateRange } from './dates.ts';
import { instrumentOf, recordCount, type ReportInput } from './derive-input.ts';
import { countText } from './quantity-strip-words.ts';

/** What one and many records of a source are called. */
export function unitOf(input: ReportInput, source: Source): { one: string; many: string } {
	return instrumentOf(input, source)?.unit ?? { one: 'record', many: 'records' };
}

/** `60 files`, `1 file`, `no files yet`. */
export function unitsText(count: number, unit: { one: string; many: string }): string {
	if (count === 0) return `no ${unit.many} yet`;
	return `${countText(count)} ${count === 1 ? unit.one : unit.many}`;
}

/** `60 files of 400`, `136 responses of 912 asked`, `10 people`, or `not stated`. */
export function howMany(input: ReportInput, source: Source): string {
	if (source.instrument === null) return peopleOf(source);
	const count = unitsText(recordCount(input, source), unitOf(input, source));
	const { asked, frameSize } = source.sample;
	if (asked !== null) return `${count} of ${countText(asked)} asked`;
	return frameSize === null ? count : `${count} of ${countText(frameSize)}`;
}

/** `10 people` for sources without records; `records` for those with them. */
export function peopleOf(source: Source): string {
	if (source.peopleMet === null) return source.heardFrom;
	return source.peopleMet === 1 ? '1 person' : `${countText(source.peopleMet)} people`;
}

/** Where and when the figures of a source were gathered: `Staff survey: 136 responses of 912 asked, 27 June to …`. */
export function gatheredFrom(input: ReportInput, source: Source): string {
	const when = source.from === null && source.to === null ? '' : `, ${dateRange(source.from, source.to)}`;
	return `${source.title}: ${howMany(input, source)}${when}.`;
}

/** What the design of a sample lets its figures say, for the note under an exhibit. */
export function drawnNote(input: ReportInput, source: Source): string {
	const { design, frameSize, asked } = source.sample;
	const unit = unitOf(input, source);
	const count = recordCount(input, source);
	const some = unitsText(count, unit);
	const all = frameSize === null ? `all ${unit.many}` : `all ${countText(frameSize)}`;
	const marks =
		`The mark is the share in the sample, the bar the 95% interval for ${all}; ` +
		'an open ring means that the interval reaches into another term.';
	switch (design) {
		case 'random':
			return frameSize === null
				? `A random sample of ${some}. ${marks}`
				: `A random sample of ${some} from ${countText(frameSize)}. ${marks}`;
		case 'stratified':
			return `A stratified random sample of ${some}; shares are weighted by the size of each stratum. ${marks}`;
		case 'census':
			return `${sentence(some)}: all that there are, so no uncertainty comes from sampling.`;
		case 'self-selected':
			return asked === null
				? `${sentence(some)} from those who chose to answer. The figures describe those who answered, so no interval is shown.`
				: `${countText(count)} of ${countText(asked)} asked answered. The figures describe those who answered, so no interval is shown.`;
		case 'purposive':
			return `${sentence(some)}, chosen on purpose. The figures describe these alone, so no interval is shown.`;
	}
}

function sentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
