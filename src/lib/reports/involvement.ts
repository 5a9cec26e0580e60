/**
 * Who was involved in a review at which stage, and where nobody was: what its page, the overview and the report say.
 */
import type { Involvement } from '#lib/evidence/voices.ts';
import {
	involvedGroups,
	involvementStages,
	type InvolvedGroup,
	type InvolvementStage
} from '#lib/evidence/voice-words.ts';
import { listed } from '#lib/measures/figures.ts';
import { longDate } from './dates.ts';

export const groupNames: Record<InvolvedGroup, string> = {
	'people-who-use-support': 'People who use support',
	'unpaid-carers': 'Unpaid carers',
	workers: 'Workers',
	providers: 'Providers',
	communities: 'Communities'
};

export const stageNames: Record<InvolvementStage, string> = {
	planning: 'Planning',
	gathering: 'Gathering evidence',
	judging: 'Judging',
	reporting: 'Reporting',
	improving: 'Improving'
};

export type InvolvementLine = {
	id: string;
	/** `People who use support and unpaid carers, 12 people`. */
	who: string;
	/** `Planning, 3 May 2026`. */
	when: string;
	how: string;
	changed: string | null;
};

export type InvolvementPage = {
	lines: InvolvementLine[];
	/** A row for each group: how many times it was involved at each stage. */
	rows: { group: string; times: number[] }[];
	stages: string[];
	/** What is missing, a sentence each; empty where nothing is. */
	gaps: string[];
};

export function deriveInvolvement(entries: readonly Involvement[]): InvolvementPage {
	const at = (stage: InvolvementStage) => entries.filter((entry) => entry.stage === stage);
	return {
		lines: involvementStages.flatMap((stage) => at(stage).map(lineOf)),
		rows: involvedGroups.map((group) => ({
			group: groupNames[group],
			times: involvementStages.map((stage) => at(stage).filter(({ groups }) => groups.includes(group)).length)
		})),
		stages: involvementStages.map((stage) => stageNames[stage]),
		gaps: gapsOf(entries)
	};
}

function lineOf({ id, stage, groups, number, day, how, changed }: Involvement): InvolvementLine {
	const names = listed(groups.map((group) => groupNames[group].toLowerCase()));
	return {
		id,
		who: `${names.charAt(0).toUpperCase()}${names.slice(1)}${number === null ? '' : `, ${number} ${number === 1 ? 'person' : 'people'}`}`,
		when: `${stageNames[stage]}${day === null ? '' : `, ${longDate(day)}`}`,
		how,
		changed
	};
}

/** Groups that were never involved, and involvement of which nobody can say what it changed. */
function gapsOf(entries: readonly Involvement[]): string[] {
	const never = involvedGroups.filter((group) => !entries.some(({ groups }) => groups.includes(group)));
	const without = entries.filter(({ changed }) => changed === null).length;
	if (entries.length === 0) return ['Nobody is said to have been involved yet.'];
	return [
		...(never.length === 0
			? []
			: [`Not involved at any stage: ${listed(never.map((group) => groupNames[group].toLowerCase()))}.`]),
		...(without === 0
			? []
			: [
					without === 1
						? 'Of one involvement it is not said what changed because of it.'
						: `Of ${without} involvements it is not said what changed because of them.`
				])
	];
}
