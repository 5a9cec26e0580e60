import { redirect } from '@sveltejs/kit';
import { duties } from '#lib/server/access/actor.ts';
import { answerSave, savedFrom } from '#lib/server/answer-save.ts';
import { assignSection } from '#lib/server/commands/assign-section.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { giveDuty } from '#lib/server/commands/give-duty.ts';
import { giveRecords } from '#lib/server/commands/give-records.ts';
import { issueReview } from '#lib/server/commands/issue-review.ts';
import { restoreReview } from '#lib/server/commands/restore-review.ts';
import { moveStage } from '#lib/server/commands/move-stage.ts';
import { revokeDuty } from '#lib/server/commands/revoke-duty.ts';
import { savePlan } from '#lib/server/commands/save-plan.ts';
import { shareDraft } from '#lib/server/commands/share-draft.ts';
import { takeBackRecords } from '#lib/server/commands/take-back-records.ts';
import { unshareDraft } from '#lib/server/commands/unshare-draft.ts';
import { withdrawReview } from '#lib/server/commands/withdraw-review.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { listAssignments, listSections } from '#lib/server/queries/assignments.ts';
import { listGivenRecords } from '#lib/server/queries/given-records.ts';
import { listPeopleInReview } from '#lib/server/queries/people-in-review.ts';
import { loadPlan } from '#lib/server/queries/plan.ts';
import { loadStagePage } from '#lib/server/queries/stages.ts';
import { listSources } from '#lib/server/queries/sources.ts';
import { findByEmail, listCandidates, listTeam } from '#lib/server/queries/team.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { db, actor } = locals;
	const leads = maySee(db, actor, params.id, 'open-plan');
	return {
		plan: answered(() => loadPlan(db, params.id)),
		stage: answered(() => loadStagePage(db, params.id)),
		team: listTeam(db, params.id),
		leads,
		assignments: listAssignments(db, params.id, locals.at.slice(0, 10)),
		sections: leads ? listSections(db, params.id) : [],
		people: leads ? listPeopleInReview(db, params.id) : [],
		candidates: leads ? listCandidates(db, params.id) : [],
		given: leads ? listGivenRecords(db, params.id) : [],
		withRecords: leads
			? listSources(db, params.id)
					.filter(({ recordCount }) => recordCount > 0)
					.map(({ id, title, recordCount }) => ({ id, title, recordCount }))
			: []
	};
};

/** What a form of the page asks for; once it is done the page is shown anew, at the part that it was about. */
type Ask = (form: FormData, event: RequestEvent) => unknown;

const doing = (name: string, part: string, ask: Ask) => async (event: RequestEvent) => {
	const form = await event.request.formData();
	const refusal = await refused(form, () => void ask(form, event), name);
	if (refusal) return refusal;
	redirect(303, `/reviews/${event.params.id}/plan#${part}`);
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [title, from, to, about] = ['title', 'from', 'to', 'about'].map((name) => textOf(form, name)) as [
			string,
			string,
			string,
			string
		];
		return answerSave(form, () =>
			savePlan(locals.db, locals, { review: params.id, title, from, to, about, ...savedFrom(form) })
		);
	},

	addPerson: doing('add', 'team', (form, { locals, params }) => {
		const duty = duties.find((each) => each === textOf(form, 'duty'));
		const email = textOf(form, 'email');
		const person = email === '' ? textOf(form, 'person') : findByEmail(locals.db, email);
		if (!duty) throw new FormProblem({ duty: 'Choose what they do in the review.' });
		if (!person)
			throw new FormProblem(
				email === ''
					? { person: 'Choose somebody, or write an e-mail address.' }
					: { email: 'Nobody here has this address. Ask an administrator to invite them first.' }
			);
		giveDuty(locals.db, locals, { review: params.id, person, duty });
	}),

	takeOff: doing('team', 'team', (form, { locals, params }) =>
		revokeDuty(locals.db, locals, { review: params.id, duty: textOf(form, 'duty') })
	),

	giveRecords: doing('records', 'records', (form, { locals, params }) =>
		giveRecords(locals.db, locals, {
			review: params.id,
			source: textOf(form, 'source'),
			person: textOf(form, 'person'),
			from: Number(textOf(form, 'from') || Number.NaN),
			to: Number(textOf(form, 'to') || Number.NaN)
		})
	),

	takeBack: doing('records', 'records', (form, { locals, params }) =>
		takeBackRecords(locals.db, locals, {
			review: params.id,
			source: textOf(form, 'source'),
			person: textOf(form, 'person')
		})
	),

	assign: doing('assign', 'assignments', (form, { locals, params }) =>
		assignSection(locals.db, locals, {
			review: params.id,
			section: textOf(form, 'section'),
			person: textOf(form, 'assigned'),
			due: textOf(form, 'due')
		})
	),

	unassign: doing('unassign', 'assignments', (form, { locals, params }) =>
		endAssignment(locals.db, locals, { review: params.id, assignment: textOf(form, 'assignment') })
	),

	share: doing('share', 'draft', (_form, { locals, params }) =>
		shareDraft(locals.db, locals, { review: params.id })
	),

	unshare: doing('share', 'draft', (_form, { locals, params }) =>
		unshareDraft(locals.db, locals, { review: params.id })
	),

	move: doing('move', 'stage', (form, { locals, params }) =>
		moveStage(locals.db, locals, {
			review: params.id,
			from: textOf(form, 'from'),
			to: textOf(form, 'to'),
			words: ''
		})
	),

	back: doing('back', 'stage', (form, { locals, params }) =>
		moveStage(locals.db, locals, {
			review: params.id,
			from: textOf(form, 'from'),
			to: textOf(form, 'to'),
			words: textOf(form, 'words'),
			confirmed: savedFrom(form).confirmed
		})
	),

	issue: doing('issue', 'stage', (form, { locals, params }) =>
		issueReview(locals.db, locals, {
			review: params.id,
			sure: textOf(form, 'sure') === 'yes',
			role: textOf(form, 'role'),
			words: textOf(form, 'words'),
			confirmed: savedFrom(form).confirmed
		})
	),

	withdraw: doing('withdraw', 'withdraw', (form, { locals, params }) =>
		withdrawReview(locals.db, locals, {
			review: params.id,
			reason: textOf(form, 'reason'),
			confirmed: savedFrom(form).confirmed
		})
	),

	restore: doing('withdraw', 'withdraw', (_form, { locals, params }) =>
		restoreReview(locals.db, locals, { review: params.id })
	)
};
