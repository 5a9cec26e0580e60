import { expect, test } from 'vitest';
import { review, reviewWorld } from '../../../../tests/support/review-world.ts';
import { saveFinding } from '../commands/save-finding.ts';
import { saveNarrative } from '../commands/save-narrative.ts';
import { findFindingRow } from './findings.ts';
import { listPhrasesToMend } from './phrases-to-mend.ts';

test('what the data contradict, or have changed of, is named with its place, in narratives and findings', () => {
	const world = reviewWorld();
	const by = world.by('magnus');
	expect(listPhrasesToMend(world.db, review)).toEqual([]);
	const written = '[The majority](files/A1 3 of 4) of files (2 of 4) show it. Most carers were met.';
	saveNarrative(world.db, by, { review, element: 'T6', text: written, version: 0 });
	const { heading, weight, direction, element, elements } = findFindingRow(world.db, review, 'advocacy');
	saveFinding(world.db, by, {
		...{ review, finding: 'advocacy', heading, weight, reason: '', version: 1 },
		...{ direction, element, elements: elements.join(' ') },
		text: 'Almost all files (2 of 4) show that advocacy was offered.'
	});
	expect(listPhrasesToMend(world.db, review).map(({ phrase, href }) => [phrase.split(' ')[0], href])).toEqual(
		[
			['The', `/reviews/${review}/judgements/T6/summary`],
			['Almost', `/reviews/${review}/findings/advocacy`]
		]
	);
});
