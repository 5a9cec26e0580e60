/** What the form of an entry says, checked field by field. */
import { geographies, type EntryKind } from '#lib/practice/entry-kinds.ts';
import { careGroups, entryParts, longestTitle } from '#lib/practice/entry-parts.ts';
import { readLinks, writeLinks } from '#lib/practice/typed-links.ts';
import { readPoints, writePoints } from '#lib/practice/typed-points.ts';
import { webAddress } from '#lib/practice/web-address.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { codesIn } from '#lib/pages/find-choices.ts';
import type { Database } from '../db/open.ts';
import type { entries } from '../db/schema/community.ts';
import { FormProblem } from '../problems.ts';
import { listServable, loadEntryChoices } from '../queries/entry-choices.ts';
import { entryFieldNames } from '../queries/entry-texts.ts';

/** By the names of `entryFieldNames`; what is left out is empty. */
export type EntryTexts = Readonly<Record<string, string | undefined>>;

type EntryValues = Pick<
	typeof entries.$inferInsert,
	| 'title'
	| 'texts'
	| 'links'
	| 'elements'
	| 'geography'
	| 'careGroups'
	| 'stage'
	| 'points'
	| 'target'
	| 'contact'
>;

/** Throws a form-invalid Problem. `texts` are tidied, as the form shows them once they are kept. */
export function checkedEntry(
	db: Database,
	kind: EntryKind,
	asked: EntryTexts
): { texts: Record<string, string>; values: EntryValues } {
	const written = (name: string) => asked[name] ?? '';
	const faults: Record<string, string> = {};
	const parts = Object.fromEntries(
		entryParts[kind].map(({ name, rows, most }) => {
			const text = rows === 1 ? tidyLine(written(name)) : tidyText(written(name));
			if (text.length > most) faults[name] = `Write at most ${most} letters; these are ${text.length}.`;
			return [name, text];
		})
	);
	const title = tidyLine(written('title'));
	if (title === '') faults.title = 'Write what it is, in a few words.';
	if (title.length > longestTitle) faults.title = `Write at most ${longestTitle} letters.`;
	if (kind === 'resource' && parts.link !== '' && webAddress(parts.link ?? '') === null)
		faults.link = 'Write an address that begins with https:// or http://, or nothing.';
	const links = readLinks(written('links'));
	if (links.faults.length > 0) faults.links = links.faults.join(' ');
	const served = servedBy(db, written, faults);
	const geography = geographies.find((each) => each === written('geography')) ?? null;
	const groups = careGroups
		.map(({ value }) => value)
		.filter((value) => split(written('careGroups')).includes(value));
	const stage = /^[0-4]$/.test(written('stage').trim()) ? Number(written('stage')) : null;
	const run = kind === 'test-of-change' ? checkedRun(written, faults) : null;
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	const texts: Record<string, string> = {
		title,
		...parts,
		...served.texts,
		links: writeLinks(links.links),
		geography: geography ?? '',
		careGroups: groups.join(' '),
		stage: stage === null ? '' : String(stage),
		contact: written('contact') === 'yes' ? 'yes' : 'no',
		...run?.texts
	};
	return {
		texts: Object.fromEntries(entryFieldNames(kind).map((name) => [name, texts[name] ?? ''])),
		values: {
			...{ title, texts: parts, links: links.links, elements: served.elements, geography, stage },
			...{ careGroups: groups, contact: texts.contact === 'yes' },
			...{ points: run?.points ?? null, target: run?.target ?? null }
		}
	};
}

const split = (text: string) => text.split(/\s+/).filter((each) => each !== '');

/** At most so many, or it serves everything and nothing. */
const mostElements = 40;

function servedBy(db: Database, written: (name: string) => string, faults: Record<string, string>) {
	const choices = loadEntryChoices(db);
	const servable = listServable(db);
	const ticked = (name: 'standards' | 'changes' | 'themes') =>
		choices[name].map(({ value }) => value).filter((value) => split(written(name)).includes(value));
	const lists = { standards: ticked('standards'), changes: ticked('changes'), themes: ticked('themes') };
	const codes = codesIn(servable, written('others'));
	const unknown = codes.find((code) => !servable.some((each) => each.code === code));
	if (unknown !== undefined)
		faults.others = `There is no element with the code “${unknown}”. Codes look like 8.7, L3 or D4.`;
	const all = new Set([...Object.values(lists).flat(), ...codes]);
	const elements = servable.map(({ code }) => code).filter((code) => all.has(code));
	if (elements.length > mostElements) faults.others = `Name at most ${mostElements} in all.`;
	const listed = Object.values(choices).flatMap((each) => each.map(({ value }) => value));
	// A code that is on a list moves to its list, so that the same elements are the same texts.
	const onList = (name: keyof typeof lists) =>
		elements.filter((code) => choices[name].some(({ value }) => value === code)).join(' ');
	return {
		elements,
		texts: {
			standards: onList('standards'),
			changes: onList('changes'),
			themes: onList('themes'),
			others: elements.filter((code) => !listed.includes(code)).join(' ')
		}
	};
}

function checkedRun(written: (name: string) => string, faults: Record<string, string>) {
	const { points, faults: wrong } = readPoints(written('points'));
	if (wrong.length > 0) faults.points = wrong.slice(0, 5).join(' ');
	const aim = written('target').trim().replace(/%$/, '');
	if (aim !== '' && !/^-?\d{1,9}(\.\d{1,4})?$/.test(aim)) faults.target = 'Write a number, or nothing.';
	const target = aim === '' ? null : Number(aim);
	return {
		points,
		target,
		texts: { points: writePoints(points), target: target === null ? '' : String(target) }
	};
}

/** What of an entry may name somebody. */
export function entryNames(kind: EntryKind, texts: Readonly<Record<string, string>>): Record<string, string> {
	const names = ['title', 'links', ...entryParts[kind].map(({ name }) => name)];
	return Object.fromEntries(names.map((name) => [name, texts[name] ?? '']));
}
