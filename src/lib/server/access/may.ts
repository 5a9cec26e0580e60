/**
 * Who may do what: one table and one function. An actor has *capacities* towards a resource (the lead of this
 * review, an administrator of that organisation); the table says which capacities each action asks for, and when.
 * Pure; the reasons are for logs and tests: a person who may not see a thing is told that it is not there.
 */
import type { Actor, Membership, Person } from './actor.ts';
import type { EntryResource, Resource, ReviewResource } from './resource.ts';

export type Capacity =
	/** Duties in the review, confirmed. */
	| 'lead'
	| 'judge'
	| 'file-reader'
	| 'observer'
	/** Roles in the organisation that carries the review out, confirmed. */
	| 'own-partnership-lead'
	| 'own-contributor'
	| 'own-viewer'
	| 'own-lead-inspector'
	/** Of the partnership under review, once the draft is shared with it or the review is issued. */
	| 'reviewed'
	/** The same, who lead or contribute there. */
	| 'reviewed-writer'
	/** The same, who lead there. */
	| 'reviewed-lead'
	/** Anybody who looks round the worked example. */
	| 'exploring'
	/** The record was given to this person to read. */
	| 'given'
	/** Holds a good link to a survey that is open; signed in or not. */
	| 'with-link'
	/** Is in the room of a workshop that is open, and has its code; signed in or not. */
	| 'in-the-room'
	/** Of the organisation that is asked about. */
	| 'administrator'
	| 'starter'
	/** Administrator of the organisation that looks after the installation. */
	| 'host'
	/** The person asked about. */
	| 'self'
	/** Has a confirmed membership of any organisation. */
	| 'member'
	/** Looks at what is shared before others read it: an editor, or an administrator of the host. */
	| 'editor'
	/** Of the same world, the example's or the real one, as an entry that is published. */
	| 'reader'
	/** Of the organisation whose entry it is, with a role that writes. */
	| 'writer'
	/** An editor, towards an entry that was sent to the editors. */
	| 'entry-editor'
	/** Of the same world as a topic. */
	| 'topic-reader'
	| 'topic-editor'
	/** Opened the topic. */
	| 'opener'
	/** Of one of the two organisations that write to each other, with a role that writes. */
	| 'correspondent'
	| 'signed-in'
	/** Not signed in, while nobody has an account. */
	| 'visiting';

type Rule = {
	capacities: readonly Capacity[];
	/** Not once the review is issued or withdrawn. */
	open?: true;
	/** Not once it is withdrawn. */
	standing?: true;
};

const seeing: readonly Capacity[] = [
	'lead',
	'judge',
	'observer',
	'own-partnership-lead',
	'own-contributor',
	'own-viewer',
	'own-lead-inspector',
	'exploring'
];
const leading: readonly Capacity[] = ['lead', 'own-partnership-lead', 'own-lead-inspector'];

/** Who works on a review and sees the whole of it. */
const inReview: readonly Capacity[] = [...leading, 'judge', 'observer', 'own-contributor', 'own-viewer'];

export const rules = {
	'see-review': { capacities: [...seeing, 'reviewed'] },
	'see-records': {
		capacities: [
			'lead',
			'judge',
			'own-partnership-lead',
			'own-contributor',
			'own-lead-inspector',
			'exploring'
		]
	},
	'see-record': {
		capacities: [
			'lead',
			'judge',
			'own-partnership-lead',
			'own-contributor',
			'own-lead-inspector',
			'exploring',
			'given'
		]
	},
	'see-staff-comments': { capacities: ['judge', 'exploring'] },
	'see-history': {
		capacities: [
			'lead',
			'judge',
			'observer',
			'own-partnership-lead',
			'own-contributor',
			'own-lead-inspector',
			'exploring'
		]
	},
	'see-given-records': { capacities: ['file-reader', 'lead', 'own-lead-inspector'] },
	'see-plan': { capacities: seeing },
	/** The page where it is changed: as the line below, and still once it is closed, so that nothing written is lost. */
	'open-plan': { capacities: leading },
	'edit-plan': { capacities: leading, open: true },
	'choose-team': { capacities: leading, open: true },
	'give-records': { capacities: leading, open: true },
	'take-in-answers': { capacities: leading, open: true },
	/** Sources, instruments, samples, second readings, links for answering. */
	'arrange-evidence': { capacities: leading, open: true },
	/** Notes, passages, figures, attachments, involvement: the pages where they are written, and writing them. */
	'open-evidence': { capacities: [...leading, 'judge', 'own-contributor'] },
	'gather-evidence': { capacities: [...leading, 'judge', 'own-contributor'], open: true },
	/** Answering the questions on a record. */
	'read-record': { capacities: ['given'], open: true },
	/** Answering a survey by link. */
	'answer-survey': { capacities: ['with-link'], open: true },
	/** Settling what counts where two readings differ. */
	adjudicate: { capacities: [...leading, 'judge'], open: true },
	/** The pages where they are written: as the line below, and still once the review is closed. */
	'open-conclusions': { capacities: [...leading, 'judge', 'own-contributor'] },
	'write-conclusions': { capacities: [...leading, 'judge', 'own-contributor'], open: true },
	/** One's own evaluation of a theme, or readiness of a component. */
	'give-judgement': { capacities: [...leading, 'judge', 'own-contributor'], open: true },
	/** What all agree on, and setting it aside to be judged again. The page where it is done: see-moderation. */
	'agree-judgement': { capacities: [...leading, 'judge'], open: true },
	'see-moderation': { capacities: [...leading, 'judge', 'own-contributor', 'exploring'] },
	/** The view for a meeting room, and what is agreed there. */
	'hold-workshop': { capacities: [...leading, 'judge', 'own-contributor'], open: true },
	/** Rating in the room, by a code. */
	'rate-in-workshop': { capacities: ['in-the-room'], open: true },
	/** Improvement actions go on after a review is issued; the partnership under review works on them too. */
	'work-on-actions': {
		capacities: [...leading, 'judge', 'own-contributor', 'reviewed-writer'],
		standing: true
	},
	'move-stage': { capacities: leading, open: true },
	'assign-sections': { capacities: leading, open: true },
	/** What those who work on a review say to one another. */
	'see-comments': { capacities: [...inReview, 'exploring'] },
	comment: { capacities: inReview, open: true },
	/** Points of factual accuracy on a draft: made by the partnership under review, answered by who leads. */
	'see-accuracy': { capacities: [...leading, 'judge', 'reviewed-writer', 'exploring'] },
	'check-accuracy': { capacities: ['reviewed-writer'], open: true },
	'answer-accuracy': { capacities: [...leading, 'judge'], open: true },
	'share-draft': { capacities: leading, open: true },
	'issue-review': { capacities: leading, open: true },
	'withdraw-review': { capacities: leading },
	'start-review': { capacities: ['starter'] },
	'see-people': { capacities: ['administrator', 'host'] },
	'choose-people': { capacities: ['administrator', 'host'] },
	'see-trail': { capacities: ['administrator', 'host'] },
	'see-administration': { capacities: ['administrator', 'host'] },
	'look-after-installation': { capacities: ['host'] },
	'look-after-account': { capacities: ['self'] },
	'see-own-reviews': { capacities: ['signed-in', 'visiting'] },
	/** What of an issued review its partnership shares for comparison, and how. */
	'see-sharing': { capacities: ['own-partnership-lead', 'own-contributor', 'own-viewer', 'reviewed'] },
	'consent-to-share': { capacities: ['own-partnership-lead', 'reviewed-lead'], standing: true },
	/** A checklist that the review answers for itself. */
	'keep-self-check': { capacities: [...leading, 'judge', 'own-contributor'], open: true },
	'see-releases': { capacities: ['member', 'visiting'] },
	'make-releases': { capacities: ['host'] },
	/** Keys by which a spreadsheet reads what one sees. */
	'use-feed': { capacities: ['member'] },
	'see-practice': { capacities: ['member', 'visiting'] },
	/** Sharing practice, saying what is useful, asking and answering. */
	'join-in': { capacities: ['member'] },
	'edit-practice': { capacities: ['editor'] },
	'see-entry': { capacities: ['reader', 'writer', 'entry-editor'] },
	'change-entry': { capacities: ['writer'] },
	'review-entry': { capacities: ['entry-editor'] },
	'see-topic': { capacities: ['topic-reader'] },
	'close-topic': { capacities: ['opener', 'topic-editor'] },
	'see-conversation': { capacities: ['correspondent'] }
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

export type Verdict = { yes: true } | { yes: false; reason: string };

/**
 * Whether an actor may do an action with a resource; of `no` it gives the reason in words.
 * The operator of the command line and the program itself may do everything.
 */
export function may(actor: Actor, action: Action, resource: Resource): Verdict {
	if (actor.kind === 'operator' || actor.kind === 'cairn') return { yes: true };
	const rule: Rule = rules[action];
	const held = capacities(actor, resource);
	if (!rule.capacities.some((capacity) => held.has(capacity)))
		return no(`${action} asks for one of: ${rule.capacities.join(', ')}`);
	const review = reviewOf(resource);
	if (rule.open && review?.issued) return no('the review is issued');
	if ((rule.open || rule.standing) && review?.withdrawn) return no('the review is withdrawn');
	if (review?.withdrawn && !leading.some((capacity) => held.has(capacity)))
		return no('the review is withdrawn, and only its lead sees it');
	return { yes: true };
}

const no = (reason: string): Verdict => ({ yes: false, reason });

/** The review that a resource is, or belongs to. */
export function reviewOf(resource: Resource): ReviewResource | null {
	if (resource.kind === 'review') return resource;
	return resource.kind === 'record' || resource.kind === 'collection' || resource.kind === 'workshop'
		? resource.review
		: null;
}

/**
 * What an actor is to a resource. Invited and revoked memberships and duties give nothing; and duties count only for
 * somebody with a confirmed membership, so that who leaves loses everything at once.
 */
export function capacities(actor: Actor, resource: Resource): ReadonlySet<Capacity> {
	if (actor.kind !== 'visitor' && actor.kind !== 'person') return new Set();
	// Who they are otherwise does not matter to a survey or a workshop, and gives nothing there.
	if (resource.kind === 'collection') return new Set(resource.open ? ['with-link'] : []);
	if (resource.kind === 'workshop') return new Set(resource.open ? ['in-the-room'] : []);
	if (actor.kind === 'visitor') return new Set(actor.exploring ? ofVisitor(resource) : []);
	const confirmed = actor.memberships.filter(({ standing }) => standing === 'confirmed');
	return new Set<Capacity>([
		...general(actor, confirmed, resource),
		...towardsShared(actor, confirmed, resource),
		...towardsReview(actor, confirmed, resource)
	]);
}

/** While nobody has an account. */
function ofVisitor(resource: Resource): Capacity[] {
	if (resource.kind === 'installation') return ['visiting'];
	if (resource.kind === 'entry')
		return (resource.example || isShipped(resource)) && isThere(resource) ? ['reader'] : [];
	if (resource.kind === 'topic') return resource.example && !resource.withdrawn ? ['topic-reader'] : [];
	return reviewOf(resource)?.example ? ['exploring'] : [];
}

function general(actor: Person, confirmed: readonly Membership[], resource: Resource): Capacity[] {
	const is = (role: Membership['role'], organisation: string | null = null) =>
		confirmed.some(
			(membership) =>
				membership.role === role && (organisation === null || membership.organisation === organisation)
		);
	const found: Capacity[] = [];
	// Not towards a review: who looks after the installation reads none by that.
	if (resource.kind === 'organisation' || resource.kind === 'installation')
		if (confirmed.some(({ role, host }) => role === 'administrator' && host)) found.push('host');
	if (resource.kind === 'organisation') {
		if (is('administrator', resource.id)) found.push('administrator');
		if (is('partnership-lead', resource.id) || is('lead-inspector', resource.id)) found.push('starter');
	}
	if (resource.kind === 'installation') {
		found.push('signed-in');
		if (confirmed.length > 0) found.push('member');
		if (is('administrator')) found.push('administrator');
		if (is('partnership-lead') || is('lead-inspector')) found.push('starter');
		if (edits(confirmed)) found.push('editor');
	}
	if (resource.kind === 'person' && resource.id === actor.id) found.push('self');
	return found;
}

/** A resource that Cairn came with: read in both worlds, and changed in neither. */
const isShipped = ({ organisation }: EntryResource) => organisation === null;

const isThere = ({ state, withdrawn }: EntryResource) => state === 'published' && !withdrawn;

const edits = (confirmed: readonly Membership[]) =>
	confirmed.some(({ role, host }) => role === 'editor' || (role === 'administrator' && host));

/** Who write in the name of their organisation, to and among the community. */
export const writingRoles: readonly Membership['role'][] = [
	'partnership-lead',
	'contributor',
	'community-member',
	'lead-inspector',
	'inspector',
	'editor'
];

/** The example world and the real one never meet: nobody of the one sees what the other shares. */
function towardsShared(actor: Person, confirmed: readonly Membership[], resource: Resource): Capacity[] {
	if (resource.kind !== 'entry' && resource.kind !== 'topic' && resource.kind !== 'conversation') return [];
	if (confirmed.length === 0) return [];
	if (resource.kind === 'entry' && isShipped(resource)) return isThere(resource) ? ['reader'] : [];
	if (resource.example !== actor.demo) return [];
	const writesFor = (organisation: string | null) =>
		confirmed.some((held) => held.organisation === organisation && writingRoles.includes(held.role));
	if (resource.kind === 'conversation') return resource.between.some(writesFor) ? ['correspondent'] : [];
	const found: Capacity[] = [];
	if (resource.kind === 'entry') {
		if (isThere(resource)) found.push('reader');
		if (resource.organisation !== null && writesFor(resource.organisation)) found.push('writer');
		if (resource.state !== 'draft' && edits(confirmed)) found.push('entry-editor');
	} else {
		if (!resource.withdrawn || edits(confirmed)) found.push('topic-reader');
		if (resource.openedBy === actor.id) found.push('opener');
		if (edits(confirmed)) found.push('topic-editor');
	}
	return found;
}

/** Roles that let somebody look round the example; a Community of Practice member sees releases and practice only. */
const exploringRoles: readonly Membership['role'][] = [
	'administrator',
	'partnership-lead',
	'contributor',
	'viewer',
	'lead-inspector',
	'inspector'
];

function towardsReview(actor: Person, confirmed: readonly Membership[], resource: Resource): Capacity[] {
	const review = reviewOf(resource);
	if (!review) return [];
	const found: Capacity[] = actor.duties
		.filter(
			({ standing, review: id }) => standing === 'confirmed' && id === review.id && confirmed.length > 0
		)
		.map(({ duty }) => duty);
	for (const { organisation, role } of confirmed) {
		if (organisation === review.organisation) {
			if (role === 'partnership-lead') found.push('own-partnership-lead');
			if (role === 'contributor') found.push('own-contributor');
			if (role === 'viewer') found.push('own-viewer');
			if (role === 'lead-inspector') found.push('own-lead-inspector');
		}
		if (
			organisation === review.underReview &&
			(review.draftShared || review.issued) &&
			['partnership-lead', 'contributor', 'viewer'].includes(role)
		) {
			found.push('reviewed');
			if (role !== 'viewer') found.push('reviewed-writer');
			if (role === 'partnership-lead') found.push('reviewed-lead');
		}
		if (review.example && !actor.demo && exploringRoles.includes(role)) found.push('exploring');
	}
	if (resource.kind === 'record' && found.includes('file-reader') && resource.givenTo.includes(actor.id))
		found.push('given');
	return found;
}
