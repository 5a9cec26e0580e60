import type { Place } from '#lib/components/place.ts';
import { releaseIn } from '#lib/server/compare-request.ts';
import { listReleases, ownPartnerships } from '#lib/server/queries/releases.ts';
import type { LayoutServerLoad } from './$types';

/** Which partnership and which release one is in, for the bar beneath the head and the choice of releases. */
export const load: LayoutServerLoad = ({ locals: { db, actor }, url }) => {
	const releases = listReleases(db, actor).map(({ number, title }) => ({ number, title }));
	const asked = releaseIn(url);
	const here = releases.find(({ number }) => asked === null || number === asked);
	const own = ownPartnerships(db, actor)[0];
	const place: Place = {
		partnership: own?.name ?? 'Scotland',
		what: here ? here.title : 'No release yet',
		standing: null,
		of: 'comparison',
		query: here && here !== releases[0] ? `?release=${here.number}` : '',
		pages: [
			{ href: '/compare', name: 'Standards' },
			...(here
				? [
						{ href: '/compare/questions', name: 'Measures' },
						{ href: '/compare/themes', name: 'Themes' },
						{ href: '/compare/changes', name: 'Changes' }
					]
				: []),
			{ href: '/compare/releases', name: 'Releases' },
			...(own ? [{ href: '/compare/shared', name: 'What we share' }] : [])
		]
	};
	return { releases, place };
};
