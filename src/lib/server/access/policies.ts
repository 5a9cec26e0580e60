/**
 * What every address asks of whoever comes: one line for each route and, under it, for each method and form action.
 * A route, method or action that is not here fails the build (scripts/route-policies.ts) and answers 404.
 */
import type { Action } from './may.ts';

/** Which resource an address is about; found from its parameters by queries/resources.ts. */
export type ResourceName =
	'installation' | 'review' | 'record' | 'organisation' | 'own-account' | 'entry' | 'topic' | 'conversation';

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
const entry = (action: Action): Need => ({ action, of: 'entry' });
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

	'/set-up': { GET: 'anyone', actions: { default: 'anyone' } },
	'/sign-in': { GET: 'anyone', actions: { password: 'anyone', provider: 'anyone', demo: 'anyone' } },
	'/sign-in/code': { GET: 'anyone', actions: { default: 'anyone' } },
	// Brings along what was written elsewhere, however long.
	'/sign-in/again': {
		GET: 'anyone',
		actions: { keep: 'anyone', password: 'anyone', code: 'anyone' },
		files: true
	},
	'/sign-out': { POST: 'anyone' },
	'/auth/oauth2/callback/[provider]': { GET: 'anyone' },
	'/account': {
		GET: account,
		actions: { name: account, password: account, connect: account, end: account, endOthers: account }
	},
	'/account/second-factor': {
		GET: account,
		actions: { begin: account, confirm: account, off: account, codes: account }
	},

	'/invitations/[token]': { GET: 'anyone', actions: { join: 'anyone', accept: 'anyone' } },
	'/new-password/[token]': { GET: 'anyone', actions: { default: 'anyone' } },
	'/forgotten-password': { GET: 'anyone', actions: { default: 'anyone' } },
	'/answer/[token]': { GET: 'anyone', actions: { start: 'anyone' } },
	'/answer/[token]/[response]': { GET: 'anyone', actions: { save: 'anyone', send: 'anyone' } },
	'/workshop': { GET: 'anyone', actions: { default: 'anyone' } },
	'/workshop/[code]': { GET: 'anyone', actions: { default: 'anyone' } },
	'/workshop/[code]/[participant]': { GET: 'anyone', actions: { default: 'anyone' } },
	'/workshop/[code]/[participant]/now': { GET: 'anyone' },
	'/account/waiting': { GET: account, actions: { duty: account, membership: account } },

	'/admin': { GET: installation('see-administration') },
	'/admin/backups': {
		GET: installation('look-after-installation'),
		actions: { default: installation('look-after-installation') }
	},
	'/admin/organisations': {
		GET: installation('see-administration'),
		actions: { add: installation('look-after-installation') }
	},
	'/admin/organisations/[organisation]': {
		GET: organisation('see-people'),
		actions: {
			invite: organisation('choose-people'),
			'revoke-invitation': organisation('choose-people'),
			'change-role': organisation('choose-people'),
			revoke: organisation('choose-people'),
			'password-link': organisation('choose-people'),
			rename: organisation('choose-people')
		}
	},

	'/reviews': { GET: installation('see-own-reviews') },
	'/reviews/new': {
		GET: installation('start-review'),
		actions: {
			start: installation('start-review'),
			carry: installation('start-review'),
			bundle: installation('start-review'),
			copy: installation('start-review')
		},
		files: true
	},
	'/reviews/[id]': { GET: review('see-review') },
	'/reviews/[id]/plan': {
		GET: review('see-plan'),
		actions: {
			save: review('open-plan'),
			addPerson: review('choose-team'),
			takeOff: review('choose-team'),
			giveRecords: review('give-records'),
			takeBack: review('give-records'),
			assign: review('assign-sections'),
			unassign: review('assign-sections'),
			share: review('share-draft'),
			unshare: review('share-draft'),
			move: review('move-stage'),
			back: review('move-stage'),
			issue: review('issue-review'),
			withdraw: review('withdraw-review'),
			restore: review('withdraw-review')
		}
	},
	'/reviews/[id]/evidence': {
		GET: review('see-review'),
		actions: { confirm: review('arrange-evidence') }
	},
	'/reviews/[id]/evidence/new': {
		GET: review('arrange-evidence'),
		actions: { add: review('arrange-evidence') }
	},
	'/reviews/[id]/evidence/[source]/edit': {
		GET: review('open-plan'),
		actions: {
			save: review('open-plan'),
			withdraw: review('arrange-evidence'),
			restore: review('arrange-evidence')
		}
	},
	'/reviews/[id]/evidence/matrix': { GET: review('see-review') },
	'/reviews/[id]/evidence/matrix.csv': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/instrument': {
		GET: review('open-plan'),
		actions: {
			choose: review('arrange-evidence'),
			begin: review('arrange-evidence'),
			add: review('arrange-evidence'),
			move: review('arrange-evidence'),
			remove: review('arrange-evidence'),
			'put-back': review('arrange-evidence'),
			drop: review('arrange-evidence'),
			use: review('arrange-evidence')
		},
		files: true
	},
	'/reviews/[id]/evidence/[source]/instrument/about': {
		GET: review('open-plan'),
		actions: { save: review('open-plan') }
	},
	'/reviews/[id]/evidence/[source]/instrument/instrument.json': { GET: review('open-plan') },
	'/reviews/[id]/evidence/[source]/instrument/[question]': {
		GET: review('open-plan'),
		actions: { save: review('open-plan') }
	},
	'/reviews/[id]/evidence/[source]/instrument/[question]/elements': {
		GET: review('open-plan'),
		actions: { map: review('arrange-evidence') }
	},
	'/reviews/[id]/evidence/[source]/sample': {
		GET: review('open-plan'),
		actions: {
			frame: review('arrange-evidence'),
			draw: review('arrange-evidence'),
			replace: review('arrange-evidence')
		},
		files: true
	},
	'/reviews/[id]/evidence/[source]/sample.csv': { GET: review('open-plan') },
	'/reviews/[id]/evidence/[source]/results.csv': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/results.xlsx': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/read': {
		GET: review('see-given-records'),
		actions: { take: review('give-records') }
	},
	'/reviews/[id]/evidence/[source]/read/[reference]': {
		GET: record('read-record'),
		// Once the review is closed they say so, and nothing that was written is lost.
		actions: {
			answer: record('see-record'),
			comment: record('see-record'),
			save: record('see-record'),
			complete: record('see-record'),
			reopen: record('see-record')
		}
	},
	'/reviews/[id]/evidence/[source]/notes': {
		GET: review('see-records'),
		actions: { add: review('open-evidence') }
	},
	'/reviews/[id]/evidence/[source]/notes/[note]': {
		GET: review('see-records'),
		actions: {
			mark: review('open-evidence'),
			withdraw: review('gather-evidence'),
			restore: review('gather-evidence')
		}
	},
	'/reviews/[id]/evidence/[source]/notes/[note]/edit': {
		GET: review('open-evidence'),
		actions: { save: review('open-evidence') }
	},
	'/reviews/[id]/evidence/[source]/passages/[passage]': {
		GET: review('open-evidence'),
		actions: {
			save: review('open-evidence'),
			withdraw: review('gather-evidence'),
			restore: review('gather-evidence')
		}
	},
	'/reviews/[id]/evidence/[source]/import': {
		GET: review('open-plan'),
		actions: { default: review('take-in-answers') },
		files: true
	},
	'/reviews/[id]/evidence/[source]/import/batches/[batch]': {
		GET: review('open-plan'),
		actions: { default: review('take-in-answers') }
	},
	'/reviews/[id]/evidence/[source]/import/[staged]': {
		GET: review('take-in-answers'),
		actions: {
			map: review('take-in-answers'),
			takeIn: review('take-in-answers'),
			instrument: review('take-in-answers'),
			lookAgain: review('take-in-answers'),
			drop: review('take-in-answers')
		}
	},
	'/reviews/[id]/evidence/[source]/coding/[code]': {
		GET: review('open-evidence'),
		actions: { code: review('open-evidence') }
	},
	'/reviews/[id]/evidence/[source]/readings': {
		GET: review('see-records'),
		actions: { draw: review('arrange-evidence') }
	},
	'/reviews/[id]/evidence/[source]/readings/[reference]': {
		GET: record('see-record'),
		// Once the review is closed it says so, and nothing that was written is lost.
		actions: { settle: record('see-record') }
	},
	'/reviews/[id]/evidence/[source]/agreement.csv': { GET: review('see-records') },
	'/reviews/[id]/evidence/[source]/questions/[code]': { GET: review('see-review') },
	'/reviews/[id]/evidence/[source]/records/[reference]': { GET: record('see-record') },
	'/reviews/[id]/evidence/[source]/link': {
		GET: review('open-plan'),
		actions: {
			open: review('arrange-evidence'),
			close: review('arrange-evidence'),
			extend: review('arrange-evidence')
		}
	},
	'/reviews/[id]/evidence/[source]/workbook': {
		GET: review('see-given-records'),
		actions: { send: review('see-given-records') },
		files: true
	},
	'/reviews/[id]/evidence/[source]/workbook.xlsx': { GET: review('see-given-records') },
	'/reviews/[id]/evidence/[source]/figures': {
		GET: review('see-review'),
		actions: { add: review('gather-evidence'), restore: review('gather-evidence') }
	},
	'/reviews/[id]/evidence/[source]/figures/[figure]': {
		GET: review('open-evidence'),
		actions: { save: review('open-evidence'), withdraw: review('gather-evidence') }
	},
	'/reviews/[id]/attachments': {
		GET: review('see-records'),
		actions: { add: review('gather-evidence') },
		files: true
	},
	'/reviews/[id]/attachments/[attachment]': {
		GET: review('open-evidence'),
		actions: {
			save: review('open-evidence'),
			replace: review('gather-evidence'),
			withdraw: review('gather-evidence'),
			restore: review('gather-evidence')
		},
		files: true
	},
	'/reviews/[id]/attachments/[attachment]/file': { GET: review('see-records') },
	'/reviews/[id]/involvement': {
		GET: review('see-review'),
		actions: { add: review('gather-evidence'), restore: review('gather-evidence') }
	},
	'/reviews/[id]/involvement/[entry]': {
		GET: review('open-evidence'),
		actions: { save: review('open-evidence'), withdraw: review('gather-evidence') }
	},
	'/reviews/[id]/judgements/round-trip': {
		GET: review('open-conclusions'),
		actions: { compare: review('open-conclusions'), take: review('open-conclusions') },
		files: true
	},
	'/reviews/[id]/judgements/round-trip/self-evaluation.docx': { GET: review('open-conclusions') },
	'/reviews/[id]/judgements/round-trip/self-evaluation.xlsx': { GET: review('open-conclusions') },
	'/reviews/[id]/workshop': {
		GET: review('open-conclusions'),
		actions: {
			open: review('hold-workshop'),
			turn: review('hold-workshop'),
			reveal: review('hold-workshop'),
			agree: review('hold-workshop'),
			close: review('hold-workshop')
		}
	},
	'/reviews/[id]/workshop/now': { GET: review('open-conclusions') },
	'/reviews/[id]/judgements': {
		GET: review('see-review'),
		actions: { rate: review('write-conclusions') }
	},
	'/reviews/[id]/judgements/[theme]/guided': { GET: review('see-review') },
	'/reviews/[id]/judgements/[theme]/guided/check': { GET: review('see-review') },
	'/reviews/[id]/judgements/[theme]/guided/[component]': {
		GET: review('open-conclusions'),
		actions: { save: review('open-conclusions') }
	},
	'/reviews/[id]/judgements/change-map': { GET: review('see-review') },
	'/reviews/[id]/judgements/change-map/[change]': { GET: review('see-review') },
	'/reviews/[id]/judgements/component/[component]': {
		GET: review('see-review'),
		actions: { save: review('open-conclusions'), confirm: review('write-conclusions') }
	},
	'/reviews/[id]/judgements/[theme]': {
		GET: review('see-review'),
		// Once the review is closed they say so, and nothing that was written is lost.
		actions: {
			own: review('open-conclusions'),
			agree: review('open-conclusions'),
			again: review('open-conclusions'),
			stays: review('open-conclusions')
		}
	},
	'/reviews/[id]/judgements/[theme]/[part]': {
		GET: review('open-conclusions'),
		actions: { save: review('open-conclusions'), phrase: review('open-conclusions') }
	},
	'/reviews/[id]/judgements/[theme]/[part]/versions': {
		GET: review('open-conclusions'),
		actions: { bring: review('open-conclusions') }
	},
	'/reviews/[id]/phrases': {
		GET: review('open-conclusions'),
		actions: { link: review('write-conclusions'), unlink: review('write-conclusions') }
	},
	'/reviews/[id]/sentences': { GET: review('open-conclusions') },
	'/reviews/[id]/findings': {
		GET: review('see-review'),
		actions: { drop: review('write-conclusions'), bringBack: review('write-conclusions') }
	},
	'/reviews/[id]/findings/new': {
		GET: review('open-conclusions'),
		actions: { add: review('write-conclusions') }
	},
	'/reviews/[id]/findings/weights/[theme]': {
		GET: review('open-conclusions'),
		actions: { set: review('write-conclusions'), move: review('write-conclusions') }
	},
	'/reviews/[id]/findings/[finding]/links': {
		GET: review('open-conclusions'),
		actions: { set: review('open-conclusions') }
	},
	'/reviews/[id]/findings/[finding]': {
		GET: review('open-conclusions'),
		actions: {
			save: review('open-conclusions'),
			withdraw: review('write-conclusions'),
			restore: review('write-conclusions')
		}
	},
	'/reviews/[id]/recommendations/new': {
		GET: review('write-conclusions'),
		actions: { add: review('write-conclusions') }
	},
	'/reviews/[id]/recommendations/[number]': {
		GET: review('open-conclusions'),
		actions: {
			save: review('open-conclusions'),
			withdraw: review('write-conclusions'),
			restore: review('write-conclusions')
		}
	},
	'/reviews/[id]/plan-of-action': {
		GET: review('see-review'),
		actions: { restore: review('work-on-actions') }
	},
	'/reviews/[id]/plan-of-action/new': {
		GET: review('work-on-actions'),
		actions: { add: review('work-on-actions') }
	},
	'/reviews/[id]/plan-of-action/[action]': {
		GET: review('see-review'),
		actions: {
			save: review('work-on-actions'),
			withdraw: review('work-on-actions'),
			try: review('work-on-actions'),
			restore: review('work-on-actions')
		}
	},
	'/reviews/[id]/plan-of-action/[action]/tests/[test]': {
		GET: review('work-on-actions'),
		actions: { save: review('work-on-actions'), withdraw: review('work-on-actions') }
	},
	'/reviews/[id]/comments': {
		GET: review('see-comments'),
		actions: { write: review('comment'), withdraw: review('comment') }
	},
	'/reviews/[id]/accuracy': {
		GET: review('see-accuracy'),
		actions: { make: review('check-accuracy'), answer: review('answer-accuracy') }
	},
	'/reviews/[id]/moderation': {
		GET: review('see-moderation'),
		actions: { independence: review('edit-plan'), perspective: review('give-judgement') }
	},
	'/reviews/[id]/moderation/[element]': {
		GET: review('see-moderation'),
		actions: {
			own: review('open-conclusions'),
			agree: review('open-conclusions'),
			again: review('open-conclusions'),
			stays: review('open-conclusions')
		}
	},
	'/reviews/[id]/history': { GET: review('see-history') },
	'/reviews/[id]/history.csv': { GET: review('see-history') },
	'/reviews/[id]/report': { GET: review('see-review') },
	'/reviews/[id]/report.pdf': { GET: review('see-review') },

	'/practice/topics': { GET: installation('see-practice'), actions: { restore: installation('join-in') } },
	'/practice/topics/new': {
		GET: installation('join-in'),
		actions: { open: installation('join-in') }
	},
	'/practice/topics/[topic]': {
		GET: { action: 'see-topic', of: 'topic' },
		actions: {
			answer: { action: 'see-topic', of: 'topic' },
			take: { action: 'see-topic', of: 'topic' },
			useful: { action: 'see-topic', of: 'topic' },
			close: { action: 'close-topic', of: 'topic' },
			withdraw: { action: 'close-topic', of: 'topic' }
		}
	},
	'/practice/messages': { GET: installation('join-in') },
	'/practice/messages/new': {
		GET: installation('join-in'),
		actions: { send: installation('join-in') }
	},
	'/practice/messages/[conversation]': {
		GET: { action: 'see-conversation', of: 'conversation' },
		actions: { answer: { action: 'see-conversation', of: 'conversation' } }
	},
	'/self-checks': { GET: 'anyone' },
	'/self-checks/[checklist]': {
		GET: 'anyone',
		actions: { show: 'anyone', keep: installation('see-own-reviews') }
	},
	'/reviews/[id]/self-checks/[checklist]': {
		GET: review('see-review'),
		// Once the review is closed it says so, and nothing that was written is lost.
		actions: { save: review('open-conclusions') }
	},

	'/practice': { GET: installation('see-practice') },
	'/practice/new': { GET: installation('join-in'), actions: { add: installation('join-in') } },
	'/practice/editing': { GET: installation('edit-practice') },
	'/practice/[entry]': {
		GET: entry('see-entry'),
		actions: {
			useful: entry('see-entry'),
			remark: entry('see-entry'),
			withdrawRemark: entry('see-entry'),
			send: entry('change-entry'),
			withdraw: entry('change-entry'),
			restore: entry('change-entry'),
			return: entry('review-entry'),
			publish: entry('review-entry')
		}
	},
	'/practice/[entry]/edit': {
		GET: entry('change-entry'),
		actions: {
			save: entry('change-entry'),
			addFile: entry('change-entry'),
			removeFile: entry('change-entry')
		},
		files: true
	},
	'/practice/[entry]/files/[file]': { GET: entry('see-entry') },

	'/feed/comparison.csv': { GET: installation('see-releases') },
	'/feed/comparison.json': { GET: installation('see-releases') },
	'/feed/openapi.json': { GET: 'anyone' },
	'/help/feed': { GET: 'anyone' },
	'/account/keys': {
		GET: installation('use-feed'),
		actions: { make: installation('use-feed'), revoke: account }
	},
	'/compare': { GET: installation('see-releases') },
	'/compare/figures.csv': { GET: installation('see-releases') },
	'/compare/questions': { GET: installation('see-releases') },
	'/compare/themes': { GET: installation('see-releases') },
	'/compare/changes': { GET: installation('see-releases') },
	'/compare/standards/[code]': { GET: installation('see-releases') },
	'/compare/standards/[code]/figures.csv': { GET: installation('see-releases') },
	'/compare/components/[code]': { GET: installation('see-releases') },
	'/compare/components/[code]/figures.csv': { GET: installation('see-releases') },
	'/compare/themes/[code]': { GET: installation('see-releases') },
	'/compare/themes/[code]/figures.csv': { GET: installation('see-releases') },
	'/compare/changes/[code]': { GET: installation('see-releases') },
	'/compare/changes/[code]/figures.csv': { GET: installation('see-releases') },
	'/compare/questions/[instrument]/[code]': { GET: installation('see-releases') },
	'/compare/questions/[instrument]/[code]/figures.csv': { GET: installation('see-releases') },

	'/admin/releases': {
		GET: installation('make-releases'),
		actions: { begin: installation('make-releases') }
	},
	'/admin/releases/[draft]': {
		GET: installation('make-releases'),
		actions: {
			publish: installation('make-releases'),
			again: installation('make-releases'),
			drop: installation('make-releases')
		}
	},
	'/compare/releases': { GET: installation('see-releases') },
	'/compare/releases/[number]': { GET: installation('see-releases') },
	'/compare/releases/[number]/release.json': { GET: installation('see-releases') },
	'/compare/releases/[number]/figures.csv': { GET: installation('see-releases') },
	'/compare/shared': { GET: installation('see-releases') },
	'/reviews/[id]/sharing': {
		GET: review('see-sharing'),
		actions: { choose: review('consent-to-share') }
	},

	'/admin/audit': {
		GET: installation('see-trail'),
		actions: { check: installation('look-after-installation') }
	},
	'/admin/retention': {
		GET: installation('look-after-installation'),
		actions: { set: installation('look-after-installation') }
	},
	'/admin/audit.csv': { GET: installation('see-trail') }
};
