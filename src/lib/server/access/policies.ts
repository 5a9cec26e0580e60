/**
 * What every address asks of whoever comes: one line for each route and, under it, for each method and form action.
 * A route, method or action that is not here fails the build (scripts/route-policies.ts) and answers 404.
 */
import type { Action } from './may.ts';

/** Which resource an address is about; found from its parameters by queries/resources.ts. */
export type ResourceName = 'installation' | 'review' | 'record' | 'organisation' | 'own-account';

/** Anyone may, signed in or not; or an action with a resource. */
export type Need = 'anyone' | { action: Action; of: ResourceName };

/**
 * `actions`: the form actions of a page by name. An endpoint has methods only. `files`: takes files, so as much as
 * BODY_SIZE_LIMIT allows; any other form holds a megabyte.
 */
export type Policy = {
	GET?: Need;
	POST?: Need;
	actions?: Readonly<Record<string, Need>>;
	files?: boolean;
};

const review = (action: Action): Need => ({ action, of: 'review' });
const record = (action: Action): Need => ({ action, of: 'record' });
const organisation = (action: Action): Need => ({ action, of: 'organisation' });
const installation = (action: Action): Need => ({ action, of: 'installation' });
const account: Need = { action: 'look-after-account', of: 'own-account' };

export const policies: Readonly<Record<string, Policy>> = {
	'/': { GET: 'anyone' },
	'/standards': { GET: 'anyone' },
	'/standards/[n]': { GET: 'anyone' },
	'/change-map': { GET: 'anyone' },
	'/change-map/[code]': { GET: 'anyone' },
	'/method': { GET: 'anyone' },
	'/help': { GET: 'anyone' },
	'/nothing-here/[...depth]': { GET: 'anyone' },
	'/health': { GET: 'anyone' },

	'/reviews': { GET: installation('see-own-reviews') },
	'/reviews/[id]': { GET: review('see-review') },
	'/reviews/[id]/evidence': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/results.csv': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/results.xlsx': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/questions/[code]': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/records/[reference]': { GET: record('see-record') },
	'/reviews/[id]/judgements': { GET: review('see-review') },
	'/reviews/[id]/judgements/[theme]': { GET: review('see-review') },
	'/reviews/[id]/judgements/[theme]/summary': {
		GET: review('open-conclusions'),
		actions: { save: review('open-conclusions') }
	},
	'/reviews/[id]/findings/[finding]': {
		GET: review('open-conclusions'),
		actions: {
			save: review('open-conclusions'),
			withdraw: review('write-conclusions'),
			restore: review('write-conclusions')
		}
	},
	'/reviews/[id]/history': { GET: review('see-history') },
	'/reviews/[id]/history.csv': { GET: review('see-history') },
	'/reviews/[id]/report': { GET: review('see-review') },
	'/reviews/[id]/report.pdf': { GET: review('see-review') },

	'/admin/audit': {
		GET: installation('see-trail'),
		actions: { check: installation('look-after-installation') }
	},
	'/admin/audit.csv': { GET: installation('see-trail') }
};

// Used as further routes are added.
void [organisation, account];
