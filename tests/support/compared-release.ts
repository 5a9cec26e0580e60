/**
 * A release that is small enough to be followed by hand: 24 partnerships in four families, three components of standard
 * 8, two questions, one theme. The first partnership is the one that looks; it lies low on positive risk (K1) and on
 * component 8.1. Three others show their values by name.
 */
import type { Cell } from '#lib/benchmark/cell.ts';
import { makeRelease, type SharedResult } from '#lib/benchmark/make-release.ts';
import type { Grounds, MadeRelease } from '#lib/benchmark/release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import type { Value } from '#lib/benchmark/value.ts';

export type Member = { code: string; name: string; family: number };

export const members: Member[] = Array.from({ length: 24 }, (_, at) => ({
	code: `S370000${String(at + 1).padStart(2, '0')}`,
	name: `Partnership ${String.fromCharCode(65 + at)}`,
	family: 1 + Math.floor(at / 6)
}));

const cell = (cellOf: Partial<Cell> & Pick<Cell, 'id' | 'kind' | 'code'>): Cell => ({
	...{
		version: '1',
		instrument: null,
		title: cellOf.code,
		wording: '',
		message: '',
		elements: [cellOf.code]
	},
	...{ sampled: false, steps: null },
	...cellOf
});
const component = (code: string, title: string) =>
	cell({ id: `component:${code}`, kind: 'readiness', code, title, elements: [code, '8'], steps: [0, 4] });

export const cells = {
	low: component('8.1', 'Local policy is flexible'),
	even: component('8.2', 'Workers know the budget'),
	high: component('8.3', 'Workers feel trusted'),
	risk: cell({
		...{
			id: 'question:case-file-assessed/K1',
			kind: 'measures',
			code: 'K1',
			instrument: 'case-file-assessed'
		},
		...{ title: 'Positive risk discussed', wording: 'Was positive risk talked over?', sampled: true },
		...{ message: 'files show that positive risk was talked over', elements: ['T4', '8.3'] }
	}),
	trust: cell({
		...{ id: 'question:staff-survey/S2', kind: 'measures', code: 'S2', instrument: 'staff-survey' },
		...{ title: 'Own judgement', wording: 'Do you feel free?', message: 'staff feel free', elements: ['8.3'] }
	}),
	evaluation: cell({
		id: 'evaluation:T4',
		kind: 'evaluations',
		code: 'T4',
		title: 'Key processes',
		steps: [1, 6]
	}),
	recommendations: cell({
		id: 'recommendations:T4',
		kind: 'recommendations',
		code: 'T4',
		title: 'Key processes'
	})
};

/** By place of the partnership, 0 being the one that looks; `year` moves some on. */
const values: Record<keyof typeof cells, (at: number, year: number) => Value> = {
	low: (at) => ({ step: at === 0 ? 0 : 2 + (at % 3) }),
	even: (at) => ({ step: at === 0 ? 2 : at % 5 }),
	high: (at) => ({ step: at === 0 ? 4 : at % 5 }),
	risk: (at, year) => ({ positive: at === 0 ? 9 + year : 24 + ((at * 7) % 17), base: 45 }),
	trust: (at) => ({ positive: at === 0 ? 40 : 20 + ((at * 5) % 21), base: 50 }),
	evaluation: (at) => ({ step: at === 0 ? 3 : 2 + (at % 4) }),
	recommendations: (at) => ({ count: at === 0 ? 2 : (at * 3) % 7 })
};

/** Places of those that are named. */
const named = [8, 15, 21];

export function comparedRelease(
	{
		year = 0,
		title = `Release of ${2025 + year}`,
		example = false,
		among = members
	}: {
		year?: number;
		title?: string;
		example?: boolean;
		among?: readonly Member[];
	} = {},
	earlier: readonly Grounds[] = []
): MadeRelease {
	const results = Object.entries(cells).flatMap(([name, of]) =>
		among.map((member, at): SharedResult => ({
			partnership: member.code,
			review: `review-${at}-${year}`,
			family: member.family,
			named: named.includes(at),
			value: values[name as keyof typeof cells](at, year),
			cell: of,
			reviewTo: `${2025 + year}-03-31`
		}))
	);
	const made = makeRelease({
		...{ example, title, from: `${2024 + year}-04-01`, to: `${2025 + year}-03-31`, note: '' },
		...{ rules: standardRules, members: [...among], results, earlier }
	});
	for (;;) {
		const next = made.next();
		if (next.done) return next.value;
	}
}
