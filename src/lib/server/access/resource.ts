/** What one may want to see or change, as far as it matters to who may. Pure. */

export type ReviewResource = {
	kind: 'review';
	id: string;
	reviewKind: 'thematic-review' | 'self-evaluation';
	/** Id of the organisation that carries it out; null when it belongs to none yet. */
	organisation: string | null;
	/** Id of the organisation under review, where it is on this installation and is another. */
	underReview: string | null;
	example: boolean;
	draftShared: boolean;
	issued: boolean;
	withdrawn: boolean;
};

/** One record of a source of a review. */
export type RecordResource = {
	kind: 'record';
	review: ReviewResource;
	/** Ids of the people whom it was given to read. */
	givenTo: readonly string[];
};

/** A survey that is answered by link, towards somebody who holds a link that is good. */
export type CollectionResource = { kind: 'collection'; review: ReviewResource; open: boolean };

/** A workshop that is rated in by a code, towards somebody who holds it. */
export type WorkshopResource = { kind: 'workshop'; review: ReviewResource; open: boolean };

/** Practice, a resource or a test of change that is shared. */
export type EntryResource = {
	kind: 'entry';
	id: string;
	/** Id of the organisation whose it is; null for one that Cairn was shipped with. */
	organisation: string | null;
	example: boolean;
	/** As it stands: writers see their drafts, editors what was sent to them, members what is published. */
	state: 'draft' | 'sent' | 'returned' | 'published';
	withdrawn: boolean;
};

/** A hot topic. */
export type TopicResource = {
	kind: 'topic';
	id: string;
	example: boolean;
	/** Id of the person who opened it. */
	openedBy: string;
	withdrawn: boolean;
};

/** A conversation between two organisations. */
export type ConversationResource = {
	kind: 'conversation';
	id: string;
	example: boolean;
	/** Ids of both. */
	between: readonly string[];
};

export type OrganisationResource = { kind: 'organisation'; id: string };

export type PersonResource = { kind: 'person'; id: string };

/** The installation as a whole. */
export type Installation = { kind: 'installation' };

export type Resource =
	| ReviewResource
	| RecordResource
	| CollectionResource
	| WorkshopResource
	| EntryResource
	| TopicResource
	| ConversationResource
	| OrganisationResource
	| PersonResource
	| Installation;

export const installation: Installation = { kind: 'installation' };
