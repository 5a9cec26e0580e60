/**
 * A self-evaluation in the small world of reviewing, to fill in and to look at: the standards first, a survey of staff
 * with answers, a meeting with passages, a table of figures. All of it is invented.
 */
import { readFileSync } from 'node:fs';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import type { Database } from '#lib/server/db/open.ts';
import { memberships } from '#lib/server/db/schema/memberships.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { reviewWorld, start, type ReviewWorld } from './review-world.ts';

export const selfEvaluation = 'isle-self-2026';

type Instrument = { questions: { code: string; type: string }[] };
const survey = JSON.parse(
	readFileSync(new URL('../../fixtures/instruments/staff-survey/1.json', import.meta.url), 'utf8')
) as Instrument;

const agreement = ['strongly agree', 'agree', 'neither agree nor disagree', 'disagree'];

/** `responses` answers of staff, the same each time. */
function staffAnswers(responses: number) {
	const asked = survey.questions.filter(({ type }) => type === 'agreement');
	return Array.from({ length: responses }, (_, at) => ({
		reference: `S-${at + 1}`,
		answers: Object.fromEntries(
			asked.map(({ code }, place) => [
				code,
				agreement[(at * 7 + place * 3) % 5 === 0 ? 3 : (at + place) % 3]!
			])
		)
	}));
}

export function selfEvaluationBundle({ responses = 12, id = selfEvaluation } = {}) {
	return {
		format: 'cairn-review',
		version: 1,
		review: {
			id,
			kind: 'self-evaluation',
			title: 'Self-evaluation of the isle',
			partnership: 'S37000022',
			from: '2026-01-01',
			to: '2026-06-30',
			frameworks: ['sds-standards@2021', 'sds-change-map@2019'],
			quantityScale: 'care-inspectorate-quantity@2019',
			evaluationScale: 'care-inspectorate-evaluation@six-point'
		},
		sources: [
			{
				id: 'staff',
				kind: 'staff-survey',
				title: 'Staff survey',
				instrument: 'staff-survey@1',
				sample: { design: 'self-selected', asked: 40, howDrawn: 'All staff were asked.' },
				heardFrom: 'Staff',
				records: staffAnswers(responses)
			},
			{
				id: 'talks',
				kind: 'focus-group',
				title: 'Talks with carers',
				sample: { design: 'purposive', howDrawn: 'Carers who use the centre.' },
				heardFrom: 'Unpaid carers',
				passages: [
					{
						id: 'p1',
						text: 'I was asked what matters to me.',
						quotation: true,
						saidBy: 'A carer',
						direction: 'strength',
						elements: ['8.7', '3.1']
					}
				]
			}
		]
	};
}

/** The small world as it is for a self-evaluation, with this one in it; `una` contributes, besides its people. */
export function selfEvaluationWorld(
	db?: Database,
	...bundles: ReturnType<typeof selfEvaluationBundle>[]
): ReviewWorld {
	const world = reviewWorld('self-evaluation', db);
	for (const bundle of bundles.length > 0 ? bundles : [selfEvaluationBundle()])
		importReview(world.db, bundle, { actor: operator, at: start, organisation: 'isle' });
	addContributor(world.db);
	return world;
}

function addContributor(db: Database): void {
	const now = new Date(start);
	db.insert(people)
		.values({ id: 'una', name: 'Una', email: 'una@isle.example', createdAt: now, updatedAt: now })
		.run();
	db.insert(memberships)
		.values({
			id: 'una-m',
			personId: 'una',
			organisationId: 'isle',
			role: 'contributor',
			standing: 'confirmed',
			changedBy: 'operator',
			changedAt: start
		})
		.run();
}
