/** What two tenants share for comparison: consents, a published release, and one that waits to be looked at. */
import type { Contribution } from '#lib/benchmark/cell.ts';
import type { MadeRelease } from '#lib/benchmark/release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import type { Database } from '#lib/server/db/open.ts';
import { consents, releaseDrafts, releases } from '#lib/server/db/schema/comparing.ts';

/** Id of the draft that waits, and number of the release that is out. */
export const seededDraft = 'draft-of-the-host';
export const seededRelease = 1;

export type SharedReview = {
	review: string;
	/** Code of the integration authority. */
	partnership: string;
	/** Who leads the partnership. */
	lead: string;
};

/** One consent that stands and one that was withdrawn; who decides is the lead of the partnership. */
export function seedConsents(db: Database, { review, lead }: SharedReview, at: string): void {
	const by = { reviewId: review, givenBy: lead, givenAt: at };
	db.insert(consents)
		.values([
			{ id: `stands-${review}`, kind: 'evaluations', named: false, ...by },
			{
				...{ id: `ended-${review}`, kind: 'readiness', named: true, ...by },
				...{ withdrawnBy: lead, withdrawnAt: at }
			}
		])
		.run();
}

/** Of what the release was made from every tenant’s review is part; what is published names none. */
export function seedReleases(db: Database, shared: readonly SharedReview[], host: string, at: string): void {
	const made = madeOf(shared);
	const of = { example: false, title: 'Spring 2026', from: '2025-01-01', to: '2025-12-31' };
	db.insert(releaseDrafts)
		.values({
			...{ id: seededDraft, ...of, others: 5, state: 'made' as const },
			draft: JSON.stringify({ ...made, inputs: 'as they were' }),
			...{ changedBy: host, changedAt: at }
		})
		.run();
	db.insert(releases)
		.values({
			...{ number: seededRelease, ...of, digest: '0'.repeat(64) },
			document: JSON.stringify(made.release),
			grounds: JSON.stringify(made.grounds),
			...{ publishedBy: host, publishedAt: at }
		})
		.run();
}

function madeOf(shared: readonly SharedReview[]): MadeRelease {
	const cell = {
		...{ id: 'evaluation:T2', version: 'thematic-review@2019', kind: 'evaluations' as const, code: 'T2' },
		...{ instrument: null, title: 'Getting support at the right time', wording: '', message: '' },
		...{ elements: ['T2'], sampled: false, steps: [1, 6] as [number, number] }
	};
	const question = {
		...{ id: 'question:case-file-assessed/C1', version: '1', kind: 'measures' as const, code: 'C1' },
		...{ instrument: 'case-file-assessed', title: 'Good conversation', wording: 'Was there one?' },
		...{ message: 'files show one', elements: ['T2'], sampled: true, steps: null }
	};
	const contributions = shared.map(({ review, partnership }): Contribution => ({
		...{ partnership, review, family: 1, named: false },
		value: { step: 4 }
	}));
	return {
		release: {
			...{ format: 'cairn-release', version: 1, example: false, title: 'Spring 2026' },
			...{ from: '2025-01-01', to: '2025-12-31', rules: standardRules },
			groups: [{ id: 'scotland', name: 'Scotland', partnerships: 8 }],
			members: shared.map(({ partnership: code }) => ({ code, name: `Partnership ${code}`, family: 1 })),
			cells: [
				{ cell, groups: { scotland: { partnerships: 8, counts: [0, 1, 3, 3, 1, 0] } }, named: [] },
				{
					cell: question,
					groups: { scotland: { partnerships: 8, positive: 120, base: 300 } },
					named: []
				}
			],
			method: ['As they agreed.']
		},
		grounds: {
			cells: [{ id: cell.id, version: cell.version, contributions, shown: ['scotland'], named: [] }]
		},
		heldBack: [{ cell: cell.id, group: 'family-1', partnerships: 2, why: 'too-few' }],
		leftOut: shared.map(({ review, partnership }) => ({
			...{ cell: cell.id, partnership, review },
			why: 'newer-review'
		}))
	};
}
