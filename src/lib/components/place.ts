/**
 * Where one is: a load function of a review returns it as `place`, and the frame shows it on every page of that
 * review. `what` is the review in a few words: “Thematic review, 2018”. Pages come in the order of the work.
 */
export type PlacePage = {
	href: string;
	name: string;
	/** Where other pages that belong to it begin. */
	also?: string | readonly string[];
};

export type Place = {
	partnership: string;
	what: string;
	/** What every page must say of the review's standing, in a few words; null where it is what it seems. */
	standing: string | null;
	pages: readonly PlacePage[];
	/** What it is a place in, where that is no review: “comparison”. */
	of?: string;
	/** What stands after the address of each page: which release. */
	query?: string;
};

/** The page of a place that an address belongs to: the one with the longest matching beginning. */
export function currentPage(place: Place, pathname: string): Place['pages'][number] | undefined {
	return place.pages
		.filter(({ href, also = [] }) =>
			[href, also].flat().some((start) => pathname === start || pathname.startsWith(`${start}/`))
		)
		.sort((a, b) => b.href.length - a.href.length)[0];
}
