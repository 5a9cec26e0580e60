/** What members share and ask, as it hangs on the elements that it serves. */
import type { EntryKind } from '#lib/practice/entry-kinds.ts';

export type HangingEntry = {
	id: string;
	kind: EntryKind;
	title: string;
	whose: string | null;
	/** Of a resource, where it is known. */
	publisher: string | null;
	elements: string[];
};
export type HangingTopic = {
	id: string;
	title: string;
	whose: string | null;
	closedAt: string | null;
	answers: number;
	elements: string[];
};
/** All that the reader sees, newest first. */
export type Shared = { entries: readonly HangingEntry[]; topics: readonly HangingTopic[] };

/** How many name any of these elements: what partnerships did or tried, resources, questions to everybody. */
export type HangingCounts = { shared: number; resources: number; topics: number };

export function countHanging({ entries, topics }: Shared, codes: readonly string[]): HangingCounts {
	const names = namesAny(codes);
	const found = entries.filter(names);
	const resources = found.filter(({ kind }) => kind === 'resource').length;
	return { shared: found.length - resources, resources, topics: topics.filter(names).length };
}

export type Hanging = {
	/** By kind, practice first. */
	practice: HangingEntry[];
	resources: HangingEntry[];
	tests: HangingEntry[];
	/** Open ones first. */
	topics: HangingTopic[];
};

/** What names any of these elements; null where nothing does. */
export function hangingOn({ entries, topics }: Shared, codes: readonly string[]): Hanging | null {
	const names = namesAny(codes);
	const found = entries.filter(names);
	const of = (kind: EntryKind) => found.filter((entry) => entry.kind === kind);
	const asked = topics.filter(names);
	if (found.length + asked.length === 0) return null;
	return {
		practice: of('practice'),
		resources: of('resource'),
		tests: of('test-of-change'),
		topics: [
			...asked.filter(({ closedAt }) => closedAt === null),
			...asked.filter(({ closedAt }) => closedAt !== null)
		]
	};
}

/** How much hangs there in all. */
export const sumHanging = ({ practice, resources, tests, topics }: Hanging): number =>
	practice.length + resources.length + tests.length + topics.length;

function namesAny(codes: readonly string[]) {
	const asked = new Set(codes);
	return ({ elements }: { elements: readonly string[] }) => elements.some((code) => asked.has(code));
}
