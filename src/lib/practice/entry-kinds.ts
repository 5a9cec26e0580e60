/** What partnerships share with one another, and how an entry stands. Browser code uses these too: no zod. */
export const entryKinds = ['practice', 'resource', 'test-of-change'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A draft is its writers' own; sent, an editor looks at it; returned, it waits for its writers again. */
export const entryStates = ['draft', 'sent', 'returned', 'published'] as const;
export type EntryState = (typeof entryStates)[number];

export const geographies = ['city', 'island', 'mostly-rural', 'mixed'] as const;
export type Geography = (typeof geographies)[number];
