import { describe, expect, test } from 'vitest';
import { sourceLinks, type MayOpen, type SourcePlace } from './source-places.ts';

const files: SourcePlace = {
	id: 'files',
	title: 'Case files',
	kind: 'case-file-reading',
	asks: true,
	withdrawn: false
};
const nobody: MayOpen = {
	seeReview: false,
	seeRecords: false,
	seeGivenRecords: false,
	openPlan: false,
	openEvidence: false,
	takeInAnswers: false
};
const lead: MayOpen = {
	seeReview: true,
	seeRecords: true,
	seeGivenRecords: true,
	openPlan: true,
	openEvidence: true,
	takeInAnswers: true
};
const hrefs = (source: SourcePlace, may: MayOpen) => sourceLinks('r', source, may).map(({ href }) => href);

describe('the links between the pages of a source', () => {
	test('begin with its results, for whoever sees the review', () => {
		expect(hrefs(files, lead)[0]).toBe('/reviews/r/evidence/files');
		expect(hrefs(files, { ...nobody, seeReview: true })).toEqual(['/reviews/r/evidence/files']);
	});

	test('lead a file reader to nothing but what they read', () => {
		expect(hrefs(files, { ...nobody, seeGivenRecords: true })).toEqual([
			'/reviews/r/evidence/files/read',
			'/reviews/r/evidence/files/workbook'
		]);
	});

	test('leave out what the kind of source does not have', () => {
		expect(hrefs({ ...files, kind: 'focus-group', asks: false }, lead)).not.toContain(
			'/reviews/r/evidence/files/read'
		);
	});

	test('are none for a source that was withdrawn', () => {
		expect(hrefs({ ...files, withdrawn: true }, lead)).toEqual([]);
	});
});
