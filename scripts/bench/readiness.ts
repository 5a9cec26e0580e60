/** How long the server takes to read a self-evaluation with all its components judged: its table, and a component. */
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { loadComponentPage } from '#lib/server/queries/component-page.ts';
import { listDocuments } from '#lib/server/queries/documents.ts';
import { loadReadinessTable } from '#lib/server/queries/readiness-table.ts';
import { figure, scratchFolder, time } from './stopwatch.ts';

const at = '2026-01-01T00:00:00.000Z';
const review = 'bench-self-evaluation';
const scratch = scratchFolder();
const db = openCairn(scratch.next(), at);
const standards = listDocuments(db, 'framework').find(({ id }) => id === 'sds-standards')!;
const components = elementsOfKind(standards, 'core-component').filter(({ status }) => !status);
importReview(
	db,
	{
		format: 'cairn-review',
		version: 1,
		review: {
			id: review,
			kind: 'self-evaluation',
			title: 'Self-evaluation of the bench',
			partnership: 'S37000022',
			from: '2025-01-01',
			to: '2025-12-31',
			frameworks: ['sds-standards@2021'],
			quantityScale: 'care-inspectorate-quantity@2019',
			evaluationScale: 'care-inspectorate-evaluation@six-point'
		},
		readiness: components.map(({ code }, place) => ({
			...{ element: code, howWell: place % 5, words: 'Some teams work like this.', howDoWeKnow: place % 4 },
			...{ statement: '', target: 4, targetBy: '2026-12-31', whatNow: 'Try it in two more teams.' }
		}))
	},
	{ actor: operator, at, organisation: null }
);

const parsed = time(
	() => JSON.stringify(standards),
	(text) => void JSON.parse(text)
);
const asked = { review, today: '2026-06-30' };
const table = time(
	() => undefined,
	() => void loadReadinessTable(db, operator, { ...asked, filters: null })
);
const component = time(
	() => undefined,
	() => void loadComponentPage(db, operator, { ...asked, code: '8.7' })
);
db.$client.close();
scratch.remove();

console.log(`
a self-evaluation with ${components.length} components judged
${figure('its table', table, parsed, 'parsing the standards')}
${figure('one component with its evidence', component, parsed, 'parsing the standards')}`);
