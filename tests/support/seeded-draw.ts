/** What a draw leaves behind in a source that has its records already: the frame, the seed, a replacement that was used. */
import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/db/open.ts';
import { frameEntries } from '#lib/server/db/schema/drawing.ts';
import { samples } from '#lib/server/db/schema/evidence.ts';
import { findSource } from '#lib/server/queries/sources.ts';

export type SeededDraw = {
	review: string;
	source: string;
	/** Any text of the draw itself: its seed, the column of its strata. */
	told: string;
	/** What was drawn and given up, null for nothing, and what is in the sample. */
	replaced: string | null;
	used: string;
	reason: string;
	by: string;
	at: string;
};

export function seedDraw(
	db: Database,
	{ review, source, told, replaced, used, reason, by, at }: SeededDraw
): void {
	const { key } = findSource(db, review, source);
	const made = { way: 'cairn-draw-1', seed: told, at, by };
	db.update(samples)
		.set({
			drawn: {
				...made,
				size: 1,
				column: told,
				allocation: 'proportional',
				strata: { [told]: 1 },
				replacements: 1
			},
			second: { ...made, share: 0.1, records: 1 }
		})
		.where(eq(samples.sourceId, key))
		.run();
	const entry = { sourceId: key, strata: { [told]: told }, record: 2, changedBy: by, changedAt: at };
	const first = { ...entry, position: 1, drawOrder: 1 };
	const second = { ...entry, position: 2, drawOrder: 2 };
	db.insert(frameEntries)
		.values(
			replaced === null
				? [{ ...first, reference: used, standing: 'drawn', record: null }]
				: [
						{ ...first, reference: replaced, standing: 'replaced' },
						{ ...second, reference: used, standing: 'used', standsFor: replaced, reason }
					]
		)
		.run();
}
