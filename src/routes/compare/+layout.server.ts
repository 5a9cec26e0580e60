import type { Place } from '#lib/components/place.ts';
import { inRelease } from '#lib/pages/compare-addresses.ts';
import { askedIn } from '#lib/server/compare-request.ts';
import { firstIn, listReleases, ownPartnerships } from '#lib/server/queries/releases.ts';
import type { LayoutServerLoad } from './$types';

/** Which partnership and which release one is in, for the bar beneath the head and the choice of releases. */
export const load: LayoutServerLoad = ({ locals: { db, actor }, url }) => {
	const releases = listReleases(db, actor).map(({ number, title }) => ({ number, title }));
	const { release, partnership } = askedIn(url);
	const here = releases.find(({ number }) => release === null || number === release);
	const all = ownPartnerships(db, actor);
	const asked = all.find(({ code }) => code === partnership);
	const own = asked ?? (here && firstIn(db, actor, here.number)) ?? all[0];
	const place: Place = {
		partnership: own?.name ?? 'Scotland',
		what: here ? here.title : 'No release yet',
		standing: null,
		of: 'comparison',
		query: here ? inRelease({ number: here.number, newest: here === releases[0], asked: asked?.code }) : '',
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
