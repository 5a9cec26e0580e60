import { expect, test } from 'vitest';
import { aboutOf } from './about-page.ts';

test('a page is about what its address names, and a theme is not a standard', () => {
	const of = (route: string, params: Record<string, string>) =>
		(['thematic-review', 'self-evaluation'] as const).map((kind) =>
			aboutOf(`/reviews/[id]${route}`, params, kind)
		);
	expect(of('/judgements/[theme]', { theme: '8' })).toEqual(['theme:8', 'standard:8']);
	expect(of('/moderation/[element]', { element: '8.7' })).toEqual(['theme:8.7', 'component:8.7']);
	expect(of('/evidence/[source]', { source: 'staff' })).toEqual(['source:staff', 'source:staff']);
	expect(of('', {})).toEqual(['review', 'review']);
	expect(of('/report', {})).toEqual([null, null]);
});
