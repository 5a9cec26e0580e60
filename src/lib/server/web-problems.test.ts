import { describe, expect, test } from 'vitest';
import { FormProblem, Problem } from './problems.ts';
import { refused, textOf } from './web-problems.ts';

function formOf(written: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(written)) form.append(name, value);
	return form;
}

describe('a form that is refused', () => {
	test('comes back with what is wrong with each field and all that was written', async () => {
		const form = formOf({ name: 'Flora', email: 'flora' });
		const answer = await refused(form, () => {
			throw new FormProblem({ email: 'Write an e-mail address.' });
		});
		expect(answer).toMatchObject({
			status: 422,
			data: { fields: { email: 'Write an e-mail address.' }, values: { name: 'Flora', email: 'flora' } }
		});
	});

	test('never sends a password or a code back', async () => {
		const form = formOf({ name: 'Flora', password: 'a long one', 'new-password': 'another', code: '123456' });
		const answer = await refused(form, async () => {
			throw new Problem('review-exists', 'There is one.');
		});
		expect(answer).toMatchObject({
			status: 409,
			data: { problem: 'There is one.', values: { name: 'Flora' } }
		});
		expect(JSON.stringify(answer)).not.toMatch(/a long one|another|123456/);
	});

	test('about what is not there is answered as what is not there', async () => {
		const asked = refused(formOf({}), () => {
			throw new Problem('not-found', 'There is nothing here.');
		});
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});

	test('by a fault of ours is not taken for a problem of theirs', async () => {
		const asked = refused(formOf({}), () => {
			throw new Error('ours');
		});
		await expect(asked).rejects.toThrow('ours');
	});
});

test('a field is read without the space around it', () => {
	expect([textOf(formOf({ name: ' Flora ' }), 'name'), textOf(formOf({}), 'name')]).toEqual(['Flora', '']);
});
