/** What the page of an entry shows, as far as its parts need it; made by queries/entry-page.ts. */

export type EntryPage = {
	id: string;
	whose: string | null;
	serves: { name: string; elements: { code: string; text: string; href: string | null }[] }[];
	geography: string | null;
	careGroups: string[];
	stage: string | null;
	namedIn: { document: string; lines: [number, number] } | null;
	/** Where one writes to them; null where they do not offer it. */
	contact: string | null;
};

export type EntryStandingPart = {
	state: 'draft' | 'sent' | 'returned' | 'published';
	withdrawn: boolean;
	version: number;
	editorWords: string;
	/** What can be done with it now. */
	change: boolean;
	send: boolean;
	takeBack: boolean;
	putAway: boolean;
	restore: boolean;
	return: boolean;
	publish: boolean;
	ownEdit: boolean;
};
