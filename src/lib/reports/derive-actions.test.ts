import { expect, test } from 'vitest';
import { actionSchema } from '#lib/improvement/action.ts';
import { deriveActionsSection } from './derive-actions.ts';
import type { ReportInput } from './derive-input.ts';

const input = (actions: object[]): ReportInput =>
	({
		bundle: { sources: [], instruments: [] },
		measures: new Map(),
		actions: actions.map((action) => actionSchema.parse(action))
	}) as unknown as ReportInput;

test('a report says nothing on what is done next while nobody has written it', () => {
	expect(deriveActionsSection(input([]), '9')).toBeNull();
});

test('what was carried over stands before what is new, each with owner, day, target and status', () => {
	const section = deriveActionsSection(
		input([
			{ id: 'a1', title: 'Offer advocacy', recommendation: 2, owner: 'Team', due: '2026-09-30' },
			{
				id: 'a2',
				title: 'Share the template',
				element: '8.7',
				measure: 'Audit',
				target: { kind: 'share', value: 75 },
				status: 'completed',
				carriedFrom: 'last/a1',
				tests: [{ id: '1', plan: 'Try it.' }]
			}
		]),
		'9'
	);
	const tables = section!.blocks.filter((block) => block.kind === 'table');
	expect(tables.map(({ rows }) => rows)).toEqual([
		[
			[
				'Share the template (8.7)',
				'none yet',
				'no day yet',
				'Audit. Target 75%',
				'completed; 1 test of change'
			]
		],
		[['Offer advocacy (recommendation 2)', 'Team', '30 September 2026', 'not said yet', 'not started']]
	]);
});
