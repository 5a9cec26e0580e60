import { expect, test } from 'vitest';
import { changedSince, type Ground } from './basis.ts';
import { changedWords } from './changed-words.ts';

const ground = (key: string, label: string, says: string): Ground => ({ key, label, says });
const told = (before: Ground[], now: Ground[]) => changedWords(changedSince(before, now));

test('a measure that changed is told with what it was and what it is', () => {
	const files = (says: string) => ground('measure:files/C1', 'Case files, “Was it discussed?”', says);
	expect(told([files('54 of 60')], [files('53 of 60')])).toEqual([
		'Case files, “Was it discussed?”: it was 54 of 60, now it is 53 of 60.'
	]);
	expect(told([], [files('53 of 60')])).toEqual(['New: Case files, “Was it discussed?”, 53 of 60.']);
	expect(told([files('54 of 60')], [])).toEqual([
		'No longer there: Case files, “Was it discussed?”, which was 54 of 60.'
	]);
});

test('a finding that was given another weight is told apart from one that was written anew', () => {
	const finding = (says: string) => ground('finding:advocacy', '“Advocacy comes early.”', says);
	const before = [finding('a strength of ordinary weight #12ab')];
	expect(told(before, [finding('a strength of ordinary weight #34cd')])).toEqual([
		'A finding that was written anew: “Advocacy comes early.”'
	]);
	expect(told(before, [finding('a strength of critical weight #34cd')])).toEqual([
		'A finding that was a strength of ordinary weight and is a strength of critical weight now: “Advocacy comes early.”'
	]);
	expect(told([], before)).toEqual(['A new finding, a strength of ordinary weight: “Advocacy comes early.”']);
});

test('passages are told by their source and number, never by their words or digests', () => {
	const passage = (id: string, says: string) => ground(`passage:talks/${id}`, '“Talks with carers”', says);
	const words = told(
		[passage('p1', ' #aa'), passage('p9', ' #ff')],
		[passage('p1', ' #bb'), passage('p2', ' #cc'), passage('p3', ' #dd')]
	);
	expect(words).toEqual([
		'A passage of “Talks with carers” was changed.',
		'2 passages of “Talks with carers” are new.',
		'A passage of “Talks with carers” is no longer there.'
	]);
});

test('tables and attachments that were changed are named', () => {
	const paper = (says: string) => ground('attachment:a1', 'The attachment “Budget letter”', says);
	expect(told([paper(' #1')], [paper(' #2')])).toEqual(['The attachment “Budget letter” was changed.']);
});

test('nothing is told where everything says what it said', () => {
	const same = [ground('measure:files/C1', 'Case files', '1 of 2')];
	expect(told(same, [...same])).toEqual([]);
});
