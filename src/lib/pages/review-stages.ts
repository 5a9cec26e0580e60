/** How far a review is, told from what is there: evidence, findings, evaluations, report. Nothing is ticked off by hand. */
import type { Source } from '#lib/evidence/source.ts';
import { recordCount, type ReportInput } from '#lib/reports/derive-input.ts';
import { counted } from '#lib/reports/review-words.ts';
import type { ThemeLine } from './theme-lines.ts';

export type StageStatus = 'not-started' | 'cannot-start-yet' | 'in-progress' | 'completed';

export type Stage = {
	name: 'Evidence' | 'Findings' | 'Evaluations' | 'Report';
	status: StageStatus;
	/** One sentence or two: what is there and what is missing. */
	summary: string;
	/** How much of it is there, from 0 to 1; null when the status says it all. */
	progress: number | null;
};

/** The stages in the order of the work. `themes` are the lines of the framework that the review judges by. */
export function deriveStages(input: ReportInput, themes: readonly ThemeLine[]): Stage[] {
	return [evidence(input), findings(input, themes), evaluations(input, themes), report(input, themes)];
}

/** Whether a source has brought anything: records, notes, passages, figures, or people who were met. */
export function isIn(input: ReportInput, source: Source): boolean {
	const { passages, notes, figures, peopleMet } = source;
	return (
		recordCount(input, source) + passages.length + notes.length + figures.length > 0 || peopleMet !== null
	);
}

function evidence(input: ReportInput): Stage {
	const { sources } = input.bundle;
	const waiting = sources.filter((source) => !isIn(input, source)).map(({ title }) => title);
	const there = sources.length - waiting.length;
	const summary =
		sources.length === 0
			? 'No source of evidence has been named yet.'
			: waiting.length === 0
				? `${all(sources.length, 'source')} in.`
				: `${there} of ${counted(sources.length, 'source')} in. Waiting: ${waiting.join('; ')}.`;
	return { name: 'Evidence', summary, ...howFar(there, sources.length) };
}

function findings(input: ReportInput, themes: readonly ThemeLine[]): Stage {
	const all = input.bundle.findings;
	const linked = all.filter(({ links }) => links.length > 0).length;
	const strengths = all.filter(({ direction }) => direction === 'strength').length;
	const without = themes.filter((theme) => theme.strengths + theme.areas === 0);
	if (all.length === 0)
		return { name: 'Findings', ...notYet(input), summary: 'No finding has been written.' };
	const rests = linked === all.length ? 'Each has evidence linked.' : `${linked} have evidence linked.`;
	const missing = without.length === 0 ? '' : ` None yet: ${without.map(({ title }) => title).join('; ')}.`;
	const done = linked === all.length && without.length === 0;
	return {
		name: 'Findings',
		summary:
			`${counted(all.length, 'finding')}: ${counted(strengths, 'strength')}, ` +
			`${counted(all.length - strengths, 'area')} for improvement. ${rests}${missing}`,
		...(done
			? howFar(1, 1)
			: { status: 'in-progress', progress: shareOf(themes.length - without.length, themes.length) })
	};
}

function evaluations(input: ReportInput, themes: readonly ThemeLine[]): Stage {
	const given = themes.filter(({ evaluation }) => evaluation !== null).length;
	const missing = themes.filter(({ evaluation }) => evaluation === null).map(({ title }) => title);
	if (given === 0) return { name: 'Evaluations', ...notYet(input), summary: 'No evaluation has been given.' };
	return {
		name: 'Evaluations',
		summary:
			missing.length === 0
				? `${all(themes.length, 'theme')} evaluated, each with a reason.`
				: `${given} of ${counted(themes.length, 'theme')} evaluated. To do: ${missing.join('; ')}.`,
		...howFar(given, themes.length)
	};
}

function report(input: ReportInput, themes: readonly ThemeLine[]): Stage {
	const written = themes.filter(
		(theme) => theme.evaluation && theme.summarised && theme.strengths + theme.areas > 0
	);
	if (input.bundle.sources.length === 0)
		return { name: 'Report', ...notYet(input), summary: 'Opens when there is evidence.' };
	if (input.bundle.findings.length + input.bundle.evaluations.length + input.bundle.narratives.length === 0)
		return { name: 'Report', ...notYet(input), summary: 'Nothing has been written yet.' };
	const whole = themes.length > 0 && written.length === themes.length;
	return {
		name: 'Report',
		status: 'in-progress',
		progress: shareOf(written.length, themes.length),
		summary: whole
			? `Draft. ${all(themes.length, 'section')} have an evaluation, a summary and findings.`
			: `Draft. ${written.length} of ${counted(themes.length, 'section')} have an evaluation, a summary and findings.`
	};
}

/** Nothing can follow from evidence that is not there. */
function notYet(input: ReportInput): Pick<Stage, 'status' | 'progress'> {
	const any = input.bundle.sources.some((source) => isIn(input, source));
	return { status: any ? 'not-started' : 'cannot-start-yet', progress: null };
}

function howFar(done: number, of: number): Pick<Stage, 'status' | 'progress'> {
	if (done === 0) return { status: 'not-started', progress: null };
	return done === of
		? { status: 'completed', progress: null }
		: { status: 'in-progress', progress: done / of };
}

/** How much there is, as a share; null where there is nothing to be a share of. */
function shareOf(done: number, of: number): number | null {
	return of === 0 || done === of ? null : done / of;
}

function all(count: number, one: string): string {
	return count === 1 ? `The one ${one}` : `All ${count} ${one}s`;
}
