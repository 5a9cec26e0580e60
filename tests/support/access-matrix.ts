/**
 * The matrix: every address of the product, asked in every way by everybody, and held against what the oracle says.
 * Addresses come from src/routes; what they are asked for from access/policies.ts; who may from the oracle alone.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { policies, type Need, type Policy } from '#lib/server/access/policies.ts';
import { readRoutes, type Offer } from '../../scripts/route-policies.ts';
import { askOracle } from './access-oracle.ts';
import { asker, textOf, type Answer, type Asked } from './ask.ts';
import type { Canaries, Canary } from './canaries.ts';
import { factsOf, sightOf } from './matrix-facts.ts';
import { judgedIn } from './seeded-judging.ts';
import { seededChecklist } from './seeded-practice.ts';
import { seededDraft, seededRelease } from './seeded-sharing.ts';
import type { SeededReview, TwoTenants } from './two-tenants.ts';

/** One address, and the same with what is not there in place of what it is about. */
export type Target = {
	offer: Offer;
	path: string;
	absent: string;
	/** Whether `absent` is of the same route; else it is an address that no route has. */
	about: boolean;
	review: SeededReview | null;
	/** The names in the address that a need may be about. */
	params: Readonly<Record<string, string>>;
};

export type Somebody = { id: string; name: string; cookie: string | null };

const absent = 'none-such';
const nothing = {
	...{ id: absent, organisation: absent, entry: absent, topic: absent, conversation: absent }
};

/** Every address of every route, with each thing it can be about. */
export function targetsOf(world: TwoTenants): Target[] {
	return readRoutes('.').offers.flatMap((offer) => {
		const names = [...offer.route.matchAll(/\[+(?:\.\.\.)?(\w+)(?:=\w+)?\]+/g)].map(([, name]) => name!);
		if (offer.route.startsWith('/reviews/[id]'))
			return world.reviews.flatMap((review) =>
				withinReview(offer.route, review).map((params) => target(offer, names, params, review))
			);
		if (offer.route.startsWith('/answer/[token]'))
			return [
				target(offer, names, {}, null),
				...world.reviews.flatMap((review) =>
					review.answering.map((address) => target(offer, names, address, review))
				)
			];
		if (offer.route.startsWith('/practice/') && names.length > 0)
			return world.shares.flatMap(({ entries, topic, conversation }) =>
				(names.includes('entry') ? entries : entries.slice(0, 1)).map(({ id: entry, file }) =>
					target(offer, names, { entry, file, topic, conversation }, null)
				)
			);
		if (names.includes('organisation'))
			return world.organisations.map(({ id }) => target(offer, names, { organisation: id }, null));
		return [target(offer, names, {}, null)];
	});
}

/** What stands for the names in an address inside a review: the read files and the survey, each with its own. */
function withinReview(route: string, review: SeededReview): Record<string, string>[] {
	const { id, files, survey, given, kept, answered, question, comment, finding } = review;
	const { action, test } = review;
	const both = { id, action, test, number: '1', theme: 'T2', part: 'summary', finding };
	if (route.includes('[component]') || route.includes('[change]') || route.includes('/guided'))
		return [{ ...both, theme: '1', component: '1.1', change: 'P2' }];
	if (route.includes('[element]')) return judgedIn(review.kind).map((element) => ({ ...both, element }));
	if (route.includes('[reference]'))
		return [
			{ ...both, source: files, reference: given },
			{ ...both, source: files, reference: kept },
			{ ...both, source: survey, reference: answered }
		];
	if (/\[(note|passage|figure|entry|attachment)\]/.test(route)) {
		const { talks, note, passage, figure, entry, attachment } = review;
		const ofTalks = { ...both, source: talks, note, passage, figure, entry, attachment };
		return route.includes('[passage]')
			? [ofTalks, { ...both, source: survey, passage: review.coded }]
			: [ofTalks];
	}
	if (route.includes('[batch]') || route.includes('[staged]'))
		return [{ ...both, source: survey, batch: review.batch, staged: review.staged }];
	if (route.includes('/instrument/[question]') || route.endsWith('/instrument/about'))
		return [{ ...both, source: review.talks, question: 'q1' }];
	// Only what is written is coded.
	if (route.includes('/coding/')) return [{ ...both, source: survey, code: comment }];
	if (!route.includes('[source]')) return [both];
	return [
		{ ...both, source: files, code: question },
		{ ...both, source: survey, code: comment }
	];
}

/** For the names outside reviews: addresses of the library that are there, and secrets that are not. */
const elsewhere: Readonly<Record<string, string>> = {
	n: '1',
	code: 'A',
	draft: seededDraft,
	number: String(seededRelease),
	checklist: seededChecklist,
	token: 'no-such-invitation',
	response: 'no-such-response',
	participant: 'no-such-seat',
	provider: 'no-such-provider',
	depth: ''
};

/** What the seeded release and the library hold, for the pages that compare. */
function compared(route: string): Readonly<Record<string, string>> {
	const codes = { standards: '8', components: '8.3', themes: 'T2', changes: 'W2', questions: 'C1' };
	const [, kind] = /^\/compare\/(\w+)\//.exec(route) ?? [];
	const code = codes[kind as keyof typeof codes];
	return code === undefined ? {} : { code, instrument: 'case-file-assessed' };
}

function target(
	offer: Offer,
	names: string[],
	given: Record<string, string>,
	review: SeededReview | null
): Target {
	const params = Object.fromEntries(
		names.map((name) => {
			const value = given[name] ?? compared(offer.route)[name] ?? elsewhere[name];
			if (value === undefined)
				throw new Error(
					`${offer.route}: say in tests/support/access-matrix.ts what can stand for [${name}] in an address`
				);
			return [name, value];
		})
	);
	const fill = (values: Record<string, string>) =>
		offer.route
			.replace(/\[+(?:\.\.\.)?(\w+)(?:=\w+)?\]+/g, (_, name: string) => encodeURIComponent(values[name]!))
			.replace(/\/$/, '') || '/';
	const path = fill(params);
	const other = fill({ ...params, ...nothing });
	// An address about nothing in particular is compared with one that no route has.
	const about = other !== path;
	return { offer, path, absent: about ? other : unrouted(path), about, review, params };
}

const unrouted = (path: string) => path.replace(/[^/]*$/, 'none-such-page');

/** What a request of a target asks for, as the policies say. */
export function needOf({ offer }: Target, method: string, action?: string): Need | undefined {
	const policy: Policy = policies[offer.route] ?? {};
	if (method === 'GET' || method === 'HEAD') return policy.GET;
	return action === undefined ? policy.POST : policy.actions?.[action];
}

export type Matrix = {
	canaries: Canaries;
	targets: Target[];
	/** What the oracle says of a request; undefined for an address that is open to all, or has no such method. */
	expects: (somebody: Somebody, target: Target, method: string, action?: string) => boolean | undefined;
	/** Sends it as that person, from Cairn's own origin. */
	ask: (somebody: Somebody, asked: Asked) => Promise<Answer>;
	/** The canaries of an answer, and of them those that this person may not meet and did not write themselves. */
	hear: (somebody: Somebody, asked: Asked, answer: Answer) => Promise<{ heard: Canary[]; leaked: Canary[] }>;
	/** How an answer differs from the one to the same request about something that is not there. */
	differs: (somebody: Somebody, target: Target, asked: Asked, answer: Answer) => Promise<string[]>;
	close: () => void;
};

/** `client`: the database out of which `address` is served. */
export function makeMatrix(address: string, client: BetterSqlite3.Database, world: TwoTenants): Matrix {
	const { canaries } = world;
	const oracle = askOracle(factsOf(client));
	const sees = remembered(sightOf(client, oracle));
	const { ask: send, close } = asker(address);
	const ask: Matrix['ask'] = ({ cookie }, asked) =>
		send({ ...asked, cookie, headers: { ...(asked.method ? { origin: address } : {}), ...asked.headers } });
	const answersAbsent = new Map<string, Promise<Answer>>();
	const answerAbsent = (key: string, somebody: Somebody, asked: Asked) => {
		if (!answersAbsent.has(key)) answersAbsent.set(key, ask(somebody, asked));
		return answersAbsent.get(key)!;
	};
	return {
		canaries,
		targets: targetsOf(world),
		ask,
		close,
		expects: ({ id }, target, method, action) => {
			const need = needOf(target, method, action);
			if (need === undefined || need === 'anyone') return undefined;
			return oracle(id, need.action, resourceOf(need, target, id));
		},
		hear: async ({ id }, asked, answer) => {
			const said = new Set(canaries.in(decodeURIComponent(asked.path) + (asked.body ?? '')));
			const heard = canaries.in(await textOf(answer));
			const invited = asked.path.startsWith('/account/waiting') ? invitedTo(client, id) : [];
			const surveyed = surveyOf(world, asked.path);
			return {
				heard,
				leaked: heard.filter(
					(canary) =>
						!said.has(canary) &&
						!sees(id, canary) &&
						!isInvitation(canary, invited) &&
						!isAsked(canary, surveyed)
				)
			};
		},
		differs: async (somebody, { path, absent, about }, asked, answer) => {
			// Who is not signed in is asked to at every address of the product, and at no other.
			if (somebody.cookie === null && !about) return [];
			const beside = { ...asked, path: asked.path.replace(path, () => absent) };
			// The page for what is not there is the same at every address of one depth.
			const { path: at, ...rest } = beside;
			const place = somebody.cookie === null ? at : [absent.split('/').length, at.endsWith('/__data.json')];
			const key = [somebody.id, place, rest];
			const other = await answerAbsent(JSON.stringify(key), somebody, beside);
			return differences(comparable(answer, path, somebody), comparable(other, absent, somebody));
		}
	};
}

/** How the oracle calls what a need is about. */
function resourceOf(need: Exclude<Need, 'anyone'>, { params }: Target, actor: string): string {
	const { id, source, reference, organisation, entry, topic, conversation } = params;
	switch (need.of) {
		case 'installation':
			return 'installation';
		case 'review':
			return id!;
		case 'record':
			return `${id}/${source}/${reference}`;
		case 'organisation':
			return organisation!;
		case 'entry':
			return entry!;
		case 'topic':
			return topic!;
		case 'conversation':
			return conversation!;
		case 'own-account':
			return actor;
		default:
			throw new Error(`Say in tests/support/access-matrix.ts how the oracle calls a ${String(need.of)}`);
	}
}

/** Ids of the organisations and reviews that somebody is invited to. One page says which, and how they are called. */
const invitedTo = (client: BetterSqlite3.Database, actor: string) =>
	client
		.prepare(
			`select organisation_id from memberships where person_id = @actor and standing = 'invited'
			 union select review_id from duties where person_id = @actor and standing = 'invited'`
		)
		.pluck()
		.all({ actor }) as string[];

/** The review whose survey is answered at an address; whoever holds the link is shown how its questions are called. */
const surveyOf = ({ reviews }: TwoTenants, path: string) =>
	reviews.find(({ answering }) => answering.some(({ token }) => path.startsWith(`/answer/${token}`)))?.id;

const isAsked = ({ kind, of }: Canary, review: string | undefined) =>
	review !== undefined && of === review && ['address', 'title'].includes(kind);

const isInvitation = ({ kind, of }: Canary, invited: string[]) =>
	['address', 'title', 'organisation'].includes(kind) && invited.includes(of);

function remembered<Answered>(ask: (actor: string, canary: Canary) => Answered) {
	const known = new Map<string, Answered>();
	return (actor: string, canary: Canary): Answered => {
		const key = `${actor} ${canary.word}`;
		if (!known.has(key)) known.set(key, ask(actor, canary));
		return known.get(key)!;
	};
}

/** Not of the answer but of the moment and the connection. */
const passing = ['date', 'etag', 'connection', 'keep-alive'];

/** An answer without what differs each time: nonces, times, and the address where a visitor is to go on afterwards. */
function comparable(
	{ status, headers, body }: Answer,
	path: string,
	{ cookie }: Somebody
): Record<string, string> {
	const plain = (text: string) => {
		const steady = text.replace(/nonce([-=]"?)[\w+/=-]{16,}/g, 'nonce$1');
		return cookie === null ? steady.replaceAll(encodeURIComponent(path), '').replaceAll(path, '') : steady;
	};
	const counted = cookie !== null && status >= 400;
	return {
		status: String(status),
		body: plain(body.toString('utf8')),
		...Object.fromEntries(
			Object.entries(headers)
				.filter(([name]) => !passing.includes(name) && (counted || name !== 'content-length'))
				.map(([name, value]) => [name, plain(String(value))])
		)
	};
}

function differences(one: Record<string, string>, other: Record<string, string>): string[] {
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => one[key] !== other[key]);
}

/** There for some of those who may: a second factor is for who has a password, a workbook for who has files to read. */
const mayBeGone = ({ offer, review, params }: Target) =>
	[
		'/account/second-factor',
		'/reviews/[id]/evidence/[source]/workbook.xlsx',
		// It asks what one wants to write about.
		'/practice/messages/new'
	].includes(offer.route) ||
	// Components are judged in self-evaluations alone.
	(review?.kind === 'thematic' &&
		/\/judgements\/(?:component|change-map|round-trip|\[theme\]\/guided)|\/workshop$/.test(offer.route)) ||
	// What staff wrote is not there for those who may not read it, also where it is marked as a passage.
	(review !== null && review.coded === params.passage);

/** Says nothing in words: how many have rated. */
const isWordless = ({ offer }: Target) => offer.route === '/reviews/[id]/workshop/now';

/** Ways to read an address. */
export type Reading = 'page' | 'data' | 'head';

const asRead = (target: Target, reading: Reading): Asked => {
	if (reading === 'head') return { method: 'HEAD', path: target.path };
	return { path: reading === 'data' ? `${target.path.replace(/\/$/, '')}/__data.json` : target.path };
};

/** Reads one address as one person. Gives what is wrong, in sentences; nothing where all is as the oracle says. */
export async function checkReading(
	matrix: Matrix,
	somebody: Somebody,
	target: Target,
	reading: Reading
): Promise<string[]> {
	const asked = asRead(target, reading);
	const answer = await matrix.ask(somebody, asked);
	const { heard, leaked } = await matrix.hear(somebody, asked, answer);
	const found = leaked.map(({ kind, of }) => `shows the ${kind} of ${of}`);
	const expected = matrix.expects(somebody, target, 'GET');
	if (answer.status >= 500) found.push(`answers ${answer.status}`);
	else if (expected === false) {
		const refusal = somebody.cookie === null ? (reading === 'data' ? 200 : 303) : 404;
		if (answer.status !== refusal) found.push(`answers ${answer.status}, not ${refusal}`);
		for (const part of await matrix.differs(somebody, target, asked, answer))
			found.push(`differs in ${part} from what is not there`);
	} else if (expected === true) {
		if (answer.status >= 400 && !mayBeGone(target)) found.push(`answers ${answer.status}, not 200`);
		else if (reading === 'page' && answer.status === 200 && target.review && !isWordless(target)) {
			const { id } = target.review;
			if (!heard.some(({ kind, of }) => of.startsWith(id) && kind !== 'address'))
				found.push('shows nothing of its own review');
		}
	}
	return found.map((what) => `${somebody.name}, ${asked.method ?? 'GET'} ${asked.path}: ${what}`);
}

/** The forms of an address: each action of a page, the POST of an endpoint, and one that there is not. */
export function formsOf({ offer }: Target): (string | null)[] {
	return offer.kind === 'page' ? [...offer.actions, 'no-such-action'] : [null];
}

/** Sends one form as one person who may not. Gives what is wrong. */
export async function checkRefusedForm(
	matrix: Matrix,
	somebody: Somebody,
	target: Target,
	action: string | null,
	byScript: boolean
): Promise<string[]> {
	const query = action === null || action === 'default' ? '' : `?/${action}`;
	const asked: Asked = {
		method: 'POST',
		path: target.path + query,
		body: 'text=Another+text&reason=Because&version=1&confirm=yes&name=Another+name',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			...(byScript ? { accept: 'application/json', 'x-sveltekit-action': 'true' } : {})
		}
	};
	const answer = await matrix.ask(somebody, asked);
	const { leaked } = await matrix.hear(somebody, asked, answer);
	const found = leaked.map(({ kind, of }) => `shows the ${kind} of ${of}`);
	if (somebody.cookie !== null && answer.status !== 404) found.push(`answers ${answer.status}, not 404`);
	if (answer.status >= 500) found.push(`answers ${answer.status}`);
	for (const part of await matrix.differs(somebody, target, asked, answer))
		found.push(`differs in ${part} from what is not there`);
	return found.map((what) => `${somebody.name}, POST ${asked.path}: ${what}`);
}

/** A digest of everything that is kept, but for when a session was seen, and for the backup a minute after the start. */
export function digestOfEverything(client: BetterSqlite3.Database): Record<string, string> {
	const tables = client
		.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
		.pluck()
		.all() as string[];
	const passingColumns = ['seen_at', 'updated_at'];
	return Object.fromEntries(
		tables.map((table) => {
			const hash = createHash('sha256');
			for (const row of client.prepare(`select * from "${table}"`).iterate() as Iterable<
				Record<string, unknown>
			>)
				if (row.verb !== 'backup-made')
					hash.update(
						JSON.stringify({ ...row, ...Object.fromEntries(passingColumns.map((name) => [name, 0])) })
					);
			return [table, hash.digest('hex')];
		})
	);
}

/** One thing to try: a person, an address, and where they stand in their lists. */
export type Try = { somebody: Somebody; target: Target; expected: boolean | undefined; place: number };

/**
 * Everybody at every address. `place` counts so that, of those with a place that can be divided by the number of
 * reviews, still every person meets every route, every person every review, and every route every review.
 */
export function everyTry(matrix: Matrix, people: readonly Somebody[]): Try[] {
	const places = new Map<string, number>();
	const placeOf = (key: string) => {
		if (!places.has(key)) places.set(key, places.size);
		return places.get(key)!;
	};
	const reviews = [...new Set(matrix.targets.flatMap(({ review }) => review?.id ?? []))];
	return people.flatMap((somebody, at) =>
		matrix.targets.map((target) => ({
			somebody,
			target,
			expected: matrix.expects(somebody, target, 'GET'),
			place:
				at +
				placeOf(target.path.replace(target.review?.id ?? '/', '').replace(/zq[a-z]\d{4}qz/g, '')) +
				(target.review ? reviews.indexOf(target.review.id) : 0)
		}))
	);
}
