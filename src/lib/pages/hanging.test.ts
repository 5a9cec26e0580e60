import { describe, expect, test } from 'vitest';
import { countHanging, hangingOn, type Shared } from './hanging.ts';

const entry = (id: string, kind: 'practice' | 'resource' | 'test-of-change', elements: string[]) => ({
	...{ id, kind, title: id, whose: 'Ailsa and the Sound', publisher: null, elements }
});
const topic = (id: string, closedAt: string | null, elements: string[]) => ({
	...{ id, title: id, whose: null, closedAt, answers: 2, elements }
});
const shared: Shared = {
	entries: [
		entry('visits', 'practice', ['8.7', 'W4']),
		entry('guide', 'resource', ['8']),
		entry('week', 'test-of-change', ['W4'])
	],
	topics: [topic('closed', '2026-03-01T10:00:00.000Z', ['8.7']), topic('open', null, ['8'])]
};

describe('what hangs on an element', () => {
	test('is counted once, however many of its elements it names', () => {
		expect(countHanging(shared, ['8', '8.7', 'W4'])).toEqual({ shared: 2, resources: 1, topics: 2 });
		expect(countHanging(shared, ['8.7'])).toEqual({ shared: 1, resources: 0, topics: 1 });
	});

	test('is sorted by kind, with the open topics first', () => {
		const hanging = hangingOn(shared, ['8', '8.7', 'W4']);
		expect(hanging?.practice.map(({ id }) => id)).toEqual(['visits']);
		expect(hanging?.resources.map(({ id }) => id)).toEqual(['guide']);
		expect(hanging?.tests.map(({ id }) => id)).toEqual(['week']);
		expect(hanging?.topics.map(({ id }) => id)).toEqual(['open', 'closed']);
	});

	test('is nothing at all where nothing names it', () => {
		expect(hangingOn(shared, ['1.1'])).toBeNull();
	});
});
