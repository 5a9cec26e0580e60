/** A page of results narrowed to one stratum: which there are to choose, how it is said, and why one is not shown. */
import { formatCount } from '#lib/measures/figures.ts';
import { isHidden, type HiddenGroups } from '#lib/measures/small-groups.ts';

/** One stratum of one column. */
export type Where = { column: string; stratum: string };

export type StrataOfColumn = { column: string; strata: readonly { stratum: string; records: number }[] };

export type Filter = {
	/** By column; those that are not shown are only named. */
	choices: { column: string; strata: { value: string; name: string }[]; hidden: string[] }[];
	/** What the page is narrowed to; null for all records. */
	where: Where | null;
	/** The same as it stands in an address; null for all records. */
	value: string | null;
	/** “among the 23 files where locality is North”; null for all records. */
	among: string | null;
	/** Why what was asked for is not shown, in a sentence; null where it is, or nothing was asked for. */
	refused: string | null;
};

/** As it stands in an address: `locality:North`. */
export function whereValue({ column, stratum }: Where): string {
	return `${column}:${stratum}`;
}

/** Beside a stratum whose number cannot be given. One reason for all of them, so that it does not say which is small. */
export const groupNotShown =
	'fewer than 5 answered, here or in a group that this one would give away: not shown';

/** In a sentence of its own. */
export const whyNotShown =
	'Groups in which fewer than 5 answered are not shown, so that nobody is recognised; nor are the groups from which one could work them out.';

/** `hidden`: null where every stratum may be shown. `asked`: from the address, null for nothing. */
export function chooseWhere(
	strata: readonly StrataOfColumn[],
	hidden: HiddenGroups | null,
	unit: { one: string; many: string },
	asked: string | null
): Filter {
	const all = strata.flatMap(({ column, strata: own }) => own.map((each) => ({ column, ...each })));
	const isSmall = ({ column, stratum }: Where) =>
		hidden !== null && isHidden(hidden.everywhere, column, stratum);
	const found = all.find((each) => whereValue(each) === asked);
	const where = found && !isSmall(found) ? found : null;
	return {
		choices: strata.map(({ column, strata: own }) => {
			const of = own.map(({ stratum }) => ({ column, stratum }));
			return {
				column,
				strata: of
					.filter((each) => !isSmall(each))
					.map((each) => ({ value: whereValue(each), name: each.stratum })),
				hidden: of.filter(isSmall).map(({ stratum }) => stratum)
			};
		}),
		where: where && { column: where.column, stratum: where.stratum },
		value: where && whereValue(where),
		among: where && amongWords(where, where.records, unit),
		refused:
			asked === null || asked === '' || where
				? null
				: found
					? `“${found.stratum}” is not shown by itself. ${whyNotShown}`
					: `There is no group “${asked}” in this source, so all ${unit.many} are shown.`
	};
}

/** The base of every number of the page: `among the 23 files where locality is North`. */
export function amongWords({ column, stratum }: Where, records: number, unit: { one: string; many: string }) {
	return records === 1
		? `with the 1 ${unit.one} where ${column} is ${stratum}`
		: `among the ${formatCount(records)} ${unit.many} where ${column} is ${stratum}`;
}
