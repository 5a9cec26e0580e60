import { describe, expect, test } from 'vitest';
import { rolesOf, type Actor, type Duty, type Person, type Role, type Standing } from './actor.ts';
import { may, rules, type Action } from './may.ts';
import { installation, type RecordResource, type Resource, type ReviewResource } from './resource.ts';

const inspectorate = 'care-body';
const partnership = 'north-isles';
const elsewhere = 'south-isles';

const inspection: ReviewResource = {
	kind: 'review',
	id: 'inspection',
	reviewKind: 'thematic-review',
	organisation: inspectorate,
	underReview: partnership,
	example: false,
	draftShared: false,
	issued: false,
	withdrawn: false
};
const selfEvaluation: ReviewResource = {
	...inspection,
	id: 'self-evaluation',
	reviewKind: 'self-evaluation',
	organisation: partnership,
	underReview: null
};
const recordOf = (review: ReviewResource, ...givenTo: string[]): RecordResource => ({
	kind: 'record',
	review,
	givenTo
});

const nobody: Person = {
	kind: 'person',
	id: 'moira',
	name: 'Moira',
	demo: false,
	memberships: [],
	duties: []
};

function member(role: Role, organisation: string, standing: Standing = 'confirmed', host = false): Person {
	return { ...nobody, memberships: [{ organisation, role, standing, host }] };
}

/** An inspector of the body with a duty in the inspection. */
function withDuty(duty: Duty, standing: Standing = 'confirmed', review = inspection.id): Person {
	return { ...member('inspector', inspectorate), duties: [{ review, duty, standing }] };
}

const can = (actor: Actor, action: Action, resource: Resource) => may(actor, action, resource).yes;
/** Which of the actions somebody may do. */
const allowed = (actor: Actor, resource: Resource, actions: readonly Action[]) =>
	actions.filter((action) => can(actor, action, resource));

const all = Object.keys(rules) as Action[];
const seeing: Action[] = ['see-review', 'see-records', 'see-record', 'see-staff-comments'];
const changing: Action[] = [
	'edit-plan',
	'choose-team',
	'give-records',
	'take-in-answers',
	'write-conclusions',
	'share-draft',
	'issue-review'
];
const readersOfPartnership: Role[] = ['partnership-lead', 'contributor', 'viewer'];

describe('memberships and duties', () => {
	test.each(['invited', 'revoked'] as const)('count only when they are confirmed, not %s', (standing) => {
		for (const role of rolesOf.partnership) {
			const person = member(role, partnership, standing, true);
			for (const resource of [selfEvaluation, recordOf(selfEvaluation, 'moira')])
				expect([role, allowed(person, resource, all)]).toEqual([role, []]);
			expect(allowed(person, installation, all)).toEqual(['see-own-reviews']);
		}
		for (const duty of ['lead', 'judge', 'file-reader', 'observer'] as const)
			expect([duty, allowed(withDuty(duty, standing), recordOf(inspection, 'moira'), all)]).toEqual([
				duty,
				[]
			]);
	});

	test('end together: who has left every organisation has no duty either', () => {
		const left = {
			...withDuty('lead'),
			memberships: member('inspector', inspectorate, 'revoked').memberships
		};
		expect(allowed(left, inspection, all)).toEqual([]);
	});

	test('count in the review or organisation that they are of, and in no other', () => {
		const other = { ...inspection, id: 'another', organisation: elsewhere, underReview: null };
		for (const duty of ['lead', 'judge', 'file-reader', 'observer'] as const)
			expect(allowed(withDuty(duty), recordOf(other, 'moira'), all)).toEqual([]);
		for (const role of rolesOf.partnership)
			expect(
				allowed(member(role, partnership), recordOf({ ...selfEvaluation, organisation: elsewhere }), all)
			).toEqual([]);
	});
});

/** What those who lead or contribute in the partnership under review may besides reading. */
const ofWriters: readonly Action[] = [
	'see-accuracy',
	'check-accuracy',
	'work-on-actions',
	'consent-to-share'
];

describe('a thematic review', () => {
	test('is invisible to the partnership under review until its draft is shared', () => {
		for (const role of rolesOf.partnership)
			expect(allowed(member(role, partnership), recordOf(inspection), all)).toEqual([]);
	});

	test.each([{ draftShared: true }, { issued: true }])(
		'lets it read, check the facts and work on its actions then, and nothing else: %o',
		(then) => {
			for (const role of readersOfPartnership) {
				const person = member(role, partnership);
				const found = allowed(person, { ...inspection, ...then }, all);
				expect(found.filter((action) => !ofWriters.includes(action))).toEqual(['see-review', 'see-sharing']);
				if (role === 'viewer') expect(found).toEqual(['see-review', 'see-sharing']);
				expect(can(person, 'see-record', recordOf({ ...inspection, ...then }))).toBe(false);
			}
		}
	);

	test('is invisible to it again when the review is withdrawn', () => {
		const withdrawn = { ...inspection, draftShared: true, issued: true, withdrawn: true };
		expect(can(member('partnership-lead', partnership), 'see-review', withdrawn)).toBe(false);
	});

	test('is seen by the lead inspectors of the body, and by its inspectors only with a duty', () => {
		expect(can(member('lead-inspector', inspectorate), 'see-review', inspection)).toBe(true);
		expect(allowed(member('inspector', inspectorate), recordOf(inspection), all)).toEqual([]);
		for (const duty of ['lead', 'judge', 'observer'] as const)
			expect(can(withDuty(duty), 'see-review', inspection)).toBe(true);
	});

	test('is judged by its judges and planned by its leads', () => {
		expect(allowed(withDuty('judge'), inspection, changing)).toEqual(['write-conclusions']);
		expect(allowed(withDuty('lead'), inspection, changing)).toEqual(changing);
		expect(allowed(withDuty('observer'), inspection, changing)).toEqual([]);
	});
});

describe('a file reader', () => {
	test('sees only the records given to them', () => {
		const reader = withDuty('file-reader');
		expect(can(reader, 'see-record', recordOf(inspection, 'ewan', 'moira'))).toBe(true);
		expect(can(reader, 'see-record', recordOf(inspection, 'ewan'))).toBe(false);
		expect(allowed(reader, inspection, all)).toEqual(['see-given-records']);
	});

	test('sees none any more when the duty ends', () => {
		expect(can(withDuty('file-reader', 'revoked'), 'see-record', recordOf(inspection, 'moira'))).toBe(false);
	});
});

describe('staff comments', () => {
	test('are seen by judges only', () => {
		expect(can(withDuty('judge'), 'see-staff-comments', inspection)).toBe(true);
		const others = [
			withDuty('lead'),
			withDuty('observer'),
			withDuty('file-reader'),
			...rolesOf['scrutiny-body'].map((role) => member(role, inspectorate)),
			...rolesOf.partnership.map((role) => member(role, partnership))
		];
		for (const person of others)
			for (const review of [inspection, { ...inspection, draftShared: true, issued: true }, selfEvaluation])
				expect(can(person, 'see-staff-comments', review)).toBe(false);
	});
});

describe('a self-evaluation', () => {
	test('is the partnership’s own: its lead plans it, contributors write in it, viewers read it', () => {
		expect(allowed(member('partnership-lead', partnership), selfEvaluation, changing)).toEqual(changing);
		expect(allowed(member('contributor', partnership), selfEvaluation, changing)).toEqual([
			'write-conclusions'
		]);
		expect(allowed(member('viewer', partnership), selfEvaluation, changing)).toEqual([]);
		expect(allowed(member('contributor', partnership), recordOf(selfEvaluation), seeing)).toEqual([
			'see-review',
			'see-records',
			'see-record'
		]);
		expect(allowed(member('viewer', partnership), recordOf(selfEvaluation), seeing)).toEqual(['see-review']);
	});

	test('is hidden from every scrutiny body', () => {
		for (const role of rolesOf['scrutiny-body'])
			expect(allowed(member(role, inspectorate), recordOf(selfEvaluation), all)).toEqual([]);
	});
});

describe('a Community of Practice member', () => {
	test('sees only releases and shared practice', () => {
		const someone = member('community-member', partnership);
		const issued = { draftShared: true, issued: true };
		for (const review of [selfEvaluation, inspection, { ...selfEvaluation, example: true }])
			expect(allowed(someone, recordOf({ ...review, ...issued }), all)).toEqual([]);
		expect(allowed(someone, installation, all)).toEqual([
			'see-own-reviews',
			'see-releases',
			'use-feed',
			'see-practice',
			'join-in'
		]);
	});
});

describe('an administrator', () => {
	test('looks after the people of their own organisation, and reads no review by that', () => {
		const administrator = member('administrator', partnership);
		expect(allowed(administrator, { kind: 'organisation', id: partnership }, all)).toEqual([
			'see-people',
			'choose-people',
			'see-trail',
			'see-administration'
		]);
		expect(allowed(administrator, { kind: 'organisation', id: elsewhere }, all)).toEqual([]);
		expect(allowed(administrator, recordOf(selfEvaluation), all)).toEqual([]);
		expect(can(administrator, 'look-after-installation', installation)).toBe(false);
	});

	test('of the host looks after every organisation and the installation, and reads no review either', () => {
		const host = member('administrator', inspectorate, 'confirmed', true);
		expect(can(host, 'choose-people', { kind: 'organisation', id: elsewhere })).toBe(true);
		expect(can(host, 'look-after-installation', installation)).toBe(true);
		expect(allowed(host, recordOf(inspection), all)).toEqual([]);
		const viewer = member('viewer', inspectorate, 'confirmed', true);
		expect(can(viewer, 'look-after-installation', installation)).toBe(false);
	});
});

describe('what is issued or withdrawn', () => {
	test('is changed by nobody; its lead may still withdraw it or take that back', () => {
		for (const state of [{ issued: true }, { withdrawn: true }]) {
			const review = { ...inspection, ...state };
			for (const person of [withDuty('lead'), withDuty('judge'), member('lead-inspector', inspectorate)])
				expect(allowed(person, review, changing)).toEqual([]);
			expect(can(withDuty('lead'), 'withdraw-review', review)).toBe(true);
			expect(can(withDuty('judge'), 'withdraw-review', review)).toBe(false);
		}
	});

	test('is there, once withdrawn, for those only who lead it', () => {
		const review = { ...inspection, withdrawn: true };
		expect(can(withDuty('lead'), 'see-review', review)).toBe(true);
		expect(can(member('lead-inspector', inspectorate), 'see-record', recordOf(review))).toBe(true);
		expect(allowed(withDuty('judge'), recordOf(review), all)).toEqual([]);
		expect(allowed(withDuty('file-reader'), recordOf(review, 'moira'), all)).toEqual([]);
	});

	test('keeps staff comments to judges: who leads and judges sees them still', () => {
		const { memberships, duties } = withDuty('lead');
		const both: Person = {
			...nobody,
			memberships,
			duties: [...duties, { review: inspection.id, duty: 'judge', standing: 'confirmed' }]
		};
		expect(can(both, 'see-staff-comments', { ...inspection, withdrawn: true })).toBe(true);
	});
});

describe('the worked example', () => {
	const example = { ...inspection, organisation: 'example-body', underReview: null, example: true };

	test('is read, and only read, without an account while nobody has one', () => {
		const visitor: Actor = { kind: 'visitor', exploring: true };
		expect(allowed(visitor, recordOf(example), [...seeing, ...changing])).toEqual(seeing);
		expect(allowed(visitor, recordOf(inspection), all)).toEqual([]);
		expect(allowed({ kind: 'visitor', exploring: false }, recordOf(example), all)).toEqual([]);
	});

	test('is read by people with a role of their own, and not by people made for trying out', () => {
		const inspector = member('inspector', inspectorate);
		expect(allowed(inspector, recordOf(example), [...seeing, ...changing])).toEqual(seeing);
		expect(allowed({ ...inspector, demo: true }, recordOf(example), all)).toEqual([]);
		expect(allowed(nobody, recordOf(example), all)).toEqual([]);
	});
});

describe('starting and one’s own', () => {
	test('a review is started by partnership leads and lead inspectors, for their own organisation', () => {
		const starters = (role: Role, id: string) =>
			can(member(role, partnership), 'start-review', { kind: 'organisation', id });
		expect(rolesOf.partnership.filter((role) => starters(role, partnership))).toEqual(['partnership-lead']);
		expect(rolesOf['scrutiny-body'].filter((role) => starters(role, partnership))).toEqual([
			'lead-inspector'
		]);
		expect(starters('partnership-lead', elsewhere)).toBe(false);
	});

	test('an account is looked after by its owner alone', () => {
		expect(can(nobody, 'look-after-account', { kind: 'person', id: 'moira' })).toBe(true);
		const host = member('administrator', inspectorate, 'confirmed', true);
		expect(can(host, 'look-after-account', { kind: 'person', id: 'ewan' })).toBe(false);
	});

	test('the list of one’s reviews is for everybody who is signed in', () => {
		expect(can(nobody, 'see-own-reviews', installation)).toBe(true);
		expect(can({ kind: 'visitor', exploring: false }, 'see-own-reviews', installation)).toBe(false);
	});

	test('whoever runs the machine may do everything, and so may the program itself', () => {
		for (const kind of ['operator', 'cairn'] as const)
			expect(allowed({ kind }, recordOf(inspection), all)).toEqual(all);
	});
});

describe('an answer of no', () => {
	test('gives its reason for the log', () => {
		const reason = (person: Person, action: Action, resource: Resource) => {
			const verdict = may(person, action, resource);
			return verdict.yes ? null : verdict.reason;
		};
		expect(reason(nobody, 'see-staff-comments', inspection)).toBe(
			'see-staff-comments asks for one of: judge, exploring'
		);
		expect(reason(withDuty('lead'), 'edit-plan', { ...inspection, issued: true })).toBe(
			'the review is issued'
		);
		expect(reason(withDuty('lead'), 'edit-plan', { ...inspection, withdrawn: true })).toBe(
			'the review is withdrawn'
		);
		expect(reason(withDuty('judge'), 'see-review', { ...inspection, withdrawn: true })).toBe(
			'the review is withdrawn, and only its lead sees it'
		);
	});
});
