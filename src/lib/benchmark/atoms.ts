/**
 * What can be worked out by adding published groups up and taking them from one another. Contributions that stand
 * together in every published group cannot be told apart by it: they form an atom, and no such sum is smaller. So it
 * is enough that every atom is safe, whatever the groups are and however many releases there have been.
 */
import { contributionKey, type Contribution } from './cell.ts';

/**
 * The atoms of some published groups of one cell: groups of contributions with the same memberships, in the order in
 * which they are met. A contribution that stands in none belongs to no atom.
 */
export function atomsOf(groups: readonly (readonly Contribution[])[]): Contribution[][] {
	const memberships = new Map<string, { contribution: Contribution; of: number[] }>();
	groups.forEach((group, index) => {
		for (const contribution of group) {
			const key = contributionKey(contribution);
			const known = memberships.get(key);
			if (known) known.of.push(index);
			else memberships.set(key, { contribution, of: [index] });
		}
	});
	const atoms = new Map<string, Contribution[]>();
	for (const { contribution, of } of memberships.values()) {
		const atom = atoms.get(of.join(' '));
		if (atom) atom.push(contribution);
		else atoms.set(of.join(' '), [contribution]);
	}
	return [...atoms.values()];
}
