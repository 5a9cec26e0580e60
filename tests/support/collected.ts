/** All that was published of every cell over some releases, as an attacker who is a member of one partnership has it. */
import { contributionKey, type Contribution } from '#lib/benchmark/cell.ts';
import { resultOf } from '#lib/benchmark/group-result.ts';
import type { Grounds, GroundsCell, Release } from '#lib/benchmark/release.ts';
import { familyGroup, scotland } from '#lib/benchmark/release.ts';
import { isShare, type Value } from '#lib/benchmark/value.ts';
import type { Collected, Sighting } from './attacker.ts';

type Gathered = Collected & {
	sightings: Sighting[];
	bases: Map<string, number>;
	known: Map<string, Value>;
};

export type PublishedRelease = { release: Release; grounds: Grounds };

/**
 * By cell and version. The numbers are those of the published documents alone; of the grounds only what an attacker is
 * granted: who stands in which group, how many records each read, and their own values. `exact`: the attacker even has
 * the counts before they were rounded.
 */
export function collect(
	releases: readonly PublishedRelease[],
	attacker: string,
	exact = false
): Map<string, Collected> {
	const found = new Map<string, Gathered>();
	for (const { release, grounds } of releases) {
		const slack = exact ? 0 : release.rules.roundTo / 2;
		for (const { cell, groups, named } of release.cells) {
			const id = `${cell.id} ${cell.version}`;
			const own: Gathered = found.get(id) ?? {
				sightings: [],
				bases: new Map(),
				known: new Map(),
				steps: cell.steps,
				slack
			};
			found.set(id, own);
			const behind = grounds.cells.find((each) => each.id === cell.id && each.version === cell.version)!;
			for (const [group, result] of Object.entries(groups)) {
				const members = membersOf(behind, group);
				own.sightings.push({
					members: members.map(contributionKey),
					result: exact ? resultOf(cell, members, 1) : result
				});
			}
			for (const contribution of behind.contributions) {
				const key = contributionKey(contribution);
				if (isShare(contribution.value)) own.bases.set(key, contribution.value.base);
				if (contribution.partnership === attacker) own.known.set(key, contribution.value);
				const told = named.find(({ partnership }) => partnership === contribution.partnership);
				if (told) own.known.set(key, told.value);
			}
		}
	}
	return found;
}

const membersOf = ({ contributions }: GroundsCell, group: string): Contribution[] =>
	contributions.filter(({ family }) => group === scotland || familyGroup(family) === group);
