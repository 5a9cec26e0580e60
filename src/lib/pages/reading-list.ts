/** How far a reader is with the records that they were given. */
import type { DeskState } from './desk-page.ts';

/**
 * How far a reading is. `kept`: its row, null where nobody began it here; then answers that were brought in make it
 * complete when none is blank.
 */
export function stateOfReading(
	kept: { state: 'in-progress' | 'complete' } | null,
	answered: number,
	questions: number
): DeskState {
	if (kept) return kept.state === 'complete' ? 'completed' : 'in-progress';
	if (answered === 0) return 'not-started';
	return answered < questions ? 'in-progress' : 'completed';
}

/** What to go on with: the first that was begun, else the first that was not; null when all is done. */
export function nextToRead<Line extends { status: DeskState }>(lines: readonly Line[]): Line | null {
	return (
		lines.find(({ status }) => status === 'in-progress') ??
		lines.find(({ status }) => status === 'not-started') ??
		null
	);
}
