import { expect, test } from 'vitest';
import { spreadMessage, spreadOver } from './readiness-spread.ts';

const steps = ['not started', 'exploring', 'installing', 'initial implementation', 'full implementation'].map(
	(name, step) => ({ step, name })
);
const at = (code: string, howWell: number | null, inDevelopment = false) => ({
	code,
	howWell,
	inDevelopment
});

test('components stand at their stages, the last stage first, and those without a stage at none', () => {
	const spread = spreadOver(steps, [at('8.1', 3), at('8.2', 0), at('8.3', 3), at('8.4', null)]);
	expect(spread.map(({ step, codes }) => [step, codes])).toEqual([
		[4, []],
		[3, ['8.1', '8.3']],
		[2, []],
		[1, []],
		[0, ['8.2']]
	]);
});

test('the spread is told in counts, with what is not judged yet, and never as an average', () => {
	expect(spreadMessage([at('a', 4), at('b', 2), at('c', null)])).toBe(
		'1 of 2 judged components is at initial or full implementation; 1 is not judged yet'
	);
	expect(spreadMessage([at('a', 4), at('b', 3)])).toBe(
		'2 of 2 judged components are at initial or full implementation'
	);
	expect(spreadMessage([at('a', null)])).toBe('None of its 1 component is judged yet');
	expect(spreadMessage([at('12.1', null, true)])).toBe(
		'In development in this edition: no stage is asked for'
	);
});
