/**
 * A review with sixty files in two localities, thirty-seven of them read, and a staff survey with teams within the
 * localities, one of them small: to try filters and what is not shown. All of it is invented.
 */
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import type { Database } from '#lib/server/db/open.ts';
import { duties } from '#lib/server/db/schema/memberships.ts';
import { start, type PersonName } from './review-world.ts';

export const surveyed = 'glen-2026';
/** Three people: too few to be shown. */
export const smallTeam = 'Team North Two';
export const teams = { 'Team North One': 7, [smallTeam]: 3, 'Team South One': 8, 'Team South Two': 9 };
export const staffWords = 'We were never asked before.';

const question = (code: string, wording: string, elements: string[]) => ({
	code,
	wording,
	label: wording.replace('?', ''),
	type: 'yes-no',
	positive: ['yes'],
	elements
});

const staff = Object.entries(teams).flatMap(([team, size]) =>
	Array.from({ length: size }, (_, member) => ({ team, member }))
);

const bundle = {
	format: 'cairn-review',
	version: 1,
	review: {
		id: surveyed,
		kind: 'thematic-review',
		title: 'Self-directed support in the glen',
		partnership: 'S37000022',
		from: '2026-01-01',
		to: '2026-06-30',
		frameworks: ['thematic-review@2019', 'sds-standards@2021'],
		quantityScale: 'care-inspectorate-quantity@2019',
		evaluationScale: 'care-inspectorate-evaluation@six-point'
	},
	instruments: [
		{
			id: 'glen-files',
			edition: '1',
			title: 'Case files',
			unit: { one: 'file', many: 'files' },
			frameworks: ['thematic-review@2019', 'sds-standards@2021'],
			questions: [
				{ ...question('F1', 'Was a budget shown?', ['T2', '3.1']), message: 'files show a budget' },
				question('F2', 'Was advocacy offered?', ['T2', '1.1']),
				question('F3', 'Was the plan reviewed?', ['T2', '4.1'])
			]
		},
		{
			id: 'glen-staff',
			edition: '1',
			title: 'Staff survey',
			unit: { one: 'response', many: 'responses' },
			frameworks: ['thematic-review@2019', 'sds-standards@2021'],
			questions: [
				question('S1', 'Are people shown their budget?', ['T2', '3.1']),
				question('S2', 'Do you have time?', ['T3']),
				{ code: 'S3', wording: 'What would help?', type: 'text', positive: [] }
			]
		}
	],
	sources: [
		{
			id: 'files',
			kind: 'case-file-reading',
			title: 'Case files',
			instrument: 'glen-files@1',
			sample: { design: 'random', frameSize: 400, howDrawn: 'Drawn at random from 400 files.' },
			heardFrom: 'People with support',
			records: Array.from({ length: 60 }, (_, index) => ({
				reference: `G-${index + 1}`,
				strata: {
					locality: index < 23 ? 'North' : 'South',
					'care group': index % 2 ? 'Older people' : 'Others'
				},
				answers:
					index < 37
						? { F1: index < 20 ? 'yes' : 'no', F2: 'yes', F3: index % 3 ? 'yes' : 'no' }
						: ({} as object)
			}))
		},
		{
			id: 'staff',
			kind: 'staff-survey',
			title: 'Staff survey',
			instrument: 'glen-staff@1',
			sample: { design: 'self-selected', asked: 60, howDrawn: 'All staff were asked.' },
			heardFrom: 'Staff',
			records: staff.map(({ team, member }, index) => ({
				reference: `W-${index + 1}`,
				strata: { locality: team.includes('North') ? 'North' : 'South', team },
				answers: {
					S1: member === 0 ? 'yes' : 'no',
					S2: member % 2 ? 'yes' : 'no',
					...(index === 0 ? { S3: staffWords } : {})
				}
			}))
		},
		{
			id: 'carers',
			kind: 'focus-group',
			title: 'Meeting with unpaid carers',
			sample: { design: 'purposive', howDrawn: 'Invited.' },
			heardFrom: 'Unpaid carers',
			peopleMet: 9,
			passages: ['first', 'second', 'third'].map((id) => ({
				id,
				text: `The ${id} thing said.`,
				elements: ['T5']
			}))
		}
	]
};

/** Adds it beside the review of the isle: Ailsa leads it, Magnus judges, Callum observes. */
export function addSurveyedReview(db: Database): void {
	importReview(db, bundle, { actor: operator, at: start, organisation: 'north' });
	const cast = { ailsa: 'lead', magnus: 'judge', callum: 'observer' } as const satisfies Partial<
		Record<PersonName, string>
	>;
	for (const [person, duty] of Object.entries(cast))
		db.insert(duties)
			.values({
				id: `${person}-glen`,
				personId: person,
				reviewId: surveyed,
				duty,
				standing: 'confirmed',
				changedBy: 'operator',
				changedAt: start
			})
			.run();
}
