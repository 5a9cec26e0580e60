/** How components are spread over the stages: counted, and never averaged. */

/** What is needed of a component here. */
export type Judged = { code: string; howWell: number | null };

/** Components at one stage. */
export type StageSpread = { step: number; name: string; codes: string[] };

/** Which components are at each stage, from the last stage to the first. */
export function spreadOver(
	steps: readonly { step: number; name: string }[],
	components: readonly Judged[]
): StageSpread[] {
	return [...steps].reverse().map(({ step, name }) => ({
		step,
		name,
		codes: components.filter(({ howWell }) => howWell === step).map(({ code }) => code)
	}));
}

/** `3 of 11 judged components are at initial or full implementation; 2 are not judged yet`. */
export function spreadMessage(
	components: readonly (Pick<Judged, 'howWell'> & { inDevelopment: boolean })[]
): string {
	const asked = components.filter(({ inDevelopment }) => !inDevelopment);
	if (asked.length === 0) return 'In development in this edition: no stage is asked for';
	const judged = asked.filter(({ howWell }) => howWell !== null);
	const component = (count: number) => (count === 1 ? 'component' : 'components');
	if (judged.length === 0) return `None of its ${asked.length} ${component(asked.length)} is judged yet`;
	const far = judged.filter(({ howWell }) => howWell! >= 3).length;
	const todo = asked.length - judged.length;
	const rest = todo === 0 ? '' : `; ${todo} ${todo === 1 ? 'is' : 'are'} not judged yet`;
	const are = far === 1 ? 'is' : 'are';
	return `${far} of ${judged.length} judged ${component(judged.length)} ${are} at initial or full implementation${rest}`;
}
