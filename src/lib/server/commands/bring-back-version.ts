/** Brings an earlier version of a narrative back: a save of its text like any other, so that nothing is lost by it. */
import type { NarrativePart } from '#lib/judgement/judgement.ts';
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { listVersions } from '../queries/narratives.ts';
import type { By } from './append-event.ts';
import { savedOrRefused } from './saved-or-refused.ts';
import { saveNarrative } from './save-narrative.ts';
import type { SaveAsked } from './save-over.ts';

/** `version`: the one that stands, over which the earlier one is saved. */
export type BringBack = SaveAsked & { review: string; element: string; part: NarrativePart; bring: number };

/**
 * Throws a Problem: not-found for a version that was not kept, and as saveNarrative; form-invalid when somebody saved
 * meanwhile, or the review is closed; names-somebody for what was taken out since and is not confirmed.
 */
export function bringBackVersion(db: Database, by: By, { bring, ...asked }: BringBack): Saved {
	const versions = listVersions(db, asked);
	const earlier = versions.find(({ version }) => version === bring);
	if (!earlier)
		throw notFound(
			'version',
			String(bring),
			versions.map(({ version }) => String(version))
		);
	return savedOrRefused(saveNarrative(db, by, { ...asked, text: earlier.text }));
}
