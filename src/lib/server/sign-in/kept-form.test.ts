import { expect, test } from 'vitest';
import { keepForm, readKeptForm } from './kept-form.ts';

const form = (...fields: [string, string | File][]) => {
	const made = new FormData();
	for (const [name, value] of fields) made.append(name, value);
	return made;
};

test('a form is kept whole and in order: every line, every repeated field', () => {
	const kept = keepForm(
		form(['text', 'one\r\n\r\n"two" <b>&amp;\u2028'], ['people', 'a'], ['people', 'b'], ['version', '3']),
		'/reviews/isle/plan?/save',
		'morag'
	);
	expect(readKeptForm(JSON.stringify(kept))).toEqual({
		address: '/reviews/isle/plan?/save',
		fields: [
			['text', 'one\r\n\r\n"two" <b>&amp;\u2028'],
			['people', 'a'],
			['people', 'b'],
			['version', '3']
		],
		files: [],
		by: 'morag'
	});
});

test('a password, a code and a file are not handed on; of a file its name is', () => {
	const kept = keepForm(
		form(
			['new-password', 'a'],
			['code', '1'],
			['token', 't'],
			['text', 'b'],
			['answers', new File(['x'], 'answers.csv')],
			['none', new File([], '')]
		),
		'/x',
		null
	);
	expect(kept).toMatchObject({ fields: [['text', 'b']], files: ['answers.csv'], by: null });
});

test('what was kept is sent on to Cairn only', () => {
	const sentTo = (address: string) =>
		readKeptForm(JSON.stringify({ address, fields: [], files: [], by: null }))?.address;
	expect(sentTo('https://evil.example/take')).toBe('/');
	expect(sentTo('//evil.example')).toBe('/');
	expect(sentTo('/account?/name')).toBe('/account?/name');
});

test.each([null, '', 'no JSON', '{}', '{"address":"/","fields":[["a"]],"files":[],"by":null}'])(
	'%s is no kept form',
	(written) => {
		expect(readKeptForm(written)).toBeNull();
	}
);
