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
	/** What was drawn and given up, and what stands for it. */
	replaced: string;
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
	const entry = { sourceId: key, strata: { [told]: told }, changedBy: by, changedAt: at };
	db.insert(frameEntries)
		.values([
			{ ...entry, position: 1, reference: replaced, standing: 'replaced', drawOrder: 1, record: 2 },
			{
				...entry,
				...{ position: 2, reference: used, standing: 'used', drawOrder: 2, record: 2 },
				standsFor: replaced,
				reason
			}
		])
		.run();
}
