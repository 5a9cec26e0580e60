import { describe, expect, test } from 'vitest';
import type { Source } from '#lib/evidence/source.ts';
import { smallReview } from '../../../tests/support/small-review.ts';
import { deriveSourceLines, type SourceProgress } from './evidence-page.ts';

/** The lines of the small review with its first source changed. */
function linesOf(changes: Partial<Source>, progress?: SourceProgress) {
	const input = smallReview();
	const [first, ...others] = input.bundle.sources;
	const changed = { ...input, bundle: { ...input.bundle, sources: [{ ...first!, ...changes }, ...others] } };
	const { asked, heard } = deriveSourceLines(changed, new Map(progress ? [[first!.id, progress]] : []));
	return [...asked, ...heard].find(({ id }) => id === first!.id)!;
}
const none = { records: [], notes: [], passages: [], figures: [] };

describe('how far a source is', () => {
	test('is said of files by how many were read to the end', () => {
		expect(linesOf({}, { read: 12, openUntil: null }).progress).toMatch(/^12 of 60 files read to the end/);
		expect(linesOf({}, { read: 60, openUntil: null }).progress).toMatch(/^Completed/);
		expect(linesOf({}, { read: 0, openUntil: null }).next[0]).toEqual({
			part: '/read',
			name: 'Read the files'
		});
	});

	test('is said of a survey without questions by what is missing, and it stays among those that ask', () => {
		const line = linesOf({ ...none, kind: 'staff-survey', instrument: null });
		expect(line.progress).toBe('No questions chosen yet');
		expect(line.next).toEqual([{ part: '/instrument', name: 'Choose its questions' }]);
	});

	test('is said of those who were heard with their number by group', () => {
		const line = linesOf({
			...none,
			kind: 'focus-group',
			instrument: null,
			peopleMet: 12,
			heard: [
				{ group: 'unpaid carers', number: 8 },
				{ group: 'workers', number: 4 }
			]
		});
		expect(line).toMatchObject({
			howMany: '12 people: 8 unpaid carers, 4 workers',
			progress: 'Nothing written yet',
			next: [{ part: '/notes', name: 'Write notes' }]
		});
	});
});
