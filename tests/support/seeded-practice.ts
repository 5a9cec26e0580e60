/**
 * What two tenants share with one another and keep to themselves: an entry that is published and one that is a draft,
 * each with a file, what is said to it, a topic, a conversation, a checklist that a review answered.
 */
import { keepSearch } from '#lib/server/commands/keep-search.ts';
import type { Database } from '#lib/server/db/open.ts';
import {
	entries,
	entryFiles,
	messages,
	remarks,
	selfChecks,
	topics,
	usefulMarks
} from '#lib/server/db/schema/community.ts';

export const seededChecklist = 'C-procurement';

export type SeededShare = {
	entries: { id: string; file: string }[];
	topic: string;
	conversation: string;
};

export type ShareAsked = {
	tenant: string;
	/** Ids of the organisation whose it is, of its lead, and of another organisation of the same tenant. */
	organisation: string;
	lead: string;
	other: string;
	/** Id of a review of the organisation, and the canary of what is written in it. */
	review: string;
	inside: string;
	/** A canary of a kind, which is the id of the thing too. `of`: how the canary is asked for again. */
	word: (kind: 'shared' | 'asked' | 'talked', of: string) => string;
	at: string;
};

export function seedShare(db: Database, asked: ShareAsked): SeededShare {
	const { tenant, word } = asked;
	const published = word('shared', `shared-${tenant}-published`);
	const draft = word('shared', `shared-${tenant}-draft`);
	const topic = word('asked', `shared-${tenant}-topic`);
	const conversation = word('talked', `shared-${tenant}-talk`);
	const seeded = [published, draft].map((id) => ({ id, file: seedEntry(db, asked, id, id === published) }));
	keepSearch(db, `entry:${published}`, { title: `Practice ${published}`, body: `What we did ${published}` });
	seedRemark(db, asked, `entry:${published}`, published);
	seedTopic(db, asked, topic);
	seedTalk(db, asked, conversation);
	db.insert(selfChecks)
		.values({
			...{ reviewId: asked.review, checklist: seededChecklist, edition: 'checklists@2019' },
			answers: { [`${seededChecklist}.1`]: { answer: 'yes', note: `Note ${asked.inside}` } },
			...{ words: `Words ${asked.inside}`, changedBy: asked.lead, changedAt: asked.at }
		})
		.run();
	return { entries: seeded, topic, conversation };
}

/** Returns the id of its file. */
function seedEntry(db: Database, { organisation, lead, at }: ShareAsked, id: string, out: boolean): string {
	const own = id;
	db.insert(entries)
		.values({
			...{ id, kind: 'practice', organisationId: organisation, title: `Practice ${own}` },
			texts: { did: `What we did ${own}`, forWhom: own, changed: own, evidence: own, differently: own },
			links: [{ title: `Leaflet ${own}`, url: `https://example.org/${own}` }],
			...{ elements: ['8', 'W2'], geography: 'island', careGroups: ['everybody'], stage: 2, contact: true },
			...{ state: out ? 'published' : 'draft', publishedAt: out ? at : null, editorWords: `Words ${own}` },
			...{ sharedFrom: `${own}/a1/t1`, writtenBy: lead, changedBy: lead, changedAt: at }
		})
		.run();
	const file = `file-of-${id}`;
	db.insert(entryFiles)
		.values({
			...{ id: file, entryId: id, title: `File ${own}`, fileName: `${own}.txt`, digest: '0'.repeat(64) },
			...{ mediaType: 'text/plain; charset=utf-8', size: own.length, bytes: Buffer.from(own) },
			...{ addedBy: lead, addedAt: at }
		})
		.run();
	return file;
}

function seedRemark(db: Database, { organisation, lead, at }: ShareAsked, about: string, own: string): void {
	db.insert(remarks)
		.values({
			...{ id: `remark-on-${about}`, about, organisationId: organisation, text: `Remark ${own}` },
			...{ writtenBy: lead, writtenAt: at }
		})
		.run();
	db.insert(usefulMarks).values({ about, personId: lead, organisationId: organisation, at }).run();
}

function seedTopic(db: Database, asked: ShareAsked, id: string): void {
	const own = id;
	const { organisation, lead, at } = asked;
	db.insert(topics)
		.values({
			...{ id, organisationId: organisation, title: `Topic ${own}`, text: `Question ${own}` },
			...{ elements: ['8'], summary: `Summary ${own}`, writtenBy: lead, openedAt: at },
			...{ closedAt: at, changedBy: lead, changedAt: at }
		})
		.run();
	keepSearch(db, `topic:${id}`, { title: `Topic ${own}`, body: `Question ${own}` });
	seedRemark(db, asked, `topic:${id}`, own);
}

function seedTalk(db: Database, { organisation, other, lead, at }: ShareAsked, id: string): void {
	db.insert(messages)
		.values({
			...{ id, conversation: id, about: '8', fromPerson: lead, fromOrganisation: organisation },
			...{ toOrganisation: other, text: `Message ${id}`, sentAt: at }
		})
		.run();
}
