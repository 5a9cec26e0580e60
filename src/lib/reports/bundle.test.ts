import { describe, expect, test } from 'vitest';
import { sourceSchema } from '#lib/evidence/source.ts';
import { reviewSchema } from './bundle.ts';

/** Whether a schema finds fault with the id of something, whatever else is wrong with it. */
const refuses = (schema: typeof reviewSchema | typeof sourceSchema, id: string) =>
	schema.safeParse({ id }).error!.issues.some(({ path }) => path[0] === 'id');

describe('the ids of a review and its sources, of which names of files and addresses are made', () => {
	test('hold nothing that could end the head of an answer or leave its folder', () => {
		for (const schema of [reviewSchema, sourceSchema]) {
			expect(refuses(schema, 'moray-2026')).toBe(false);
			for (const id of ['', 'a"b', 'a\r\nx: y', 'a\n', '../a', 'a/b', 'a\\b', 'a.b', 'a;b', 'á', 'A', 'a\0'])
				expect([id, refuses(schema, id)]).toEqual([id, true]);
		}
	});
});
