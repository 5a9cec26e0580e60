import { describe, expect, it } from 'vitest';
import assessed from '../../../fixtures/instruments/case-file-assessed/1.json' with { type: 'json' };
import { whichWay } from './which-way.ts';

const questions: readonly { code: string; help?: string }[] = assessed.questions;

describe('which way a share is good', () => {
	it('is said here of just those questions whose help says that a low share is good, or neither', () => {
		const told = questions.filter(({ help }) => /low share/.test(help ?? ''));
		const known = questions.filter(
			({ code }) => whichWay({ id: `question:case-file-assessed/${code}` }) !== 'high-is-good'
		);
		expect(known).toEqual(told);
		expect(told.map(({ code }) => code)).toEqual(['O2', 'V3']);
	});
});
