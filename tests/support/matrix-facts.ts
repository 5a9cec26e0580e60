/** What the oracle has to know of a database, read from its tables and from nothing else of the product. */
import type BetterSqlite3 from 'better-sqlite3';
import type { Fact } from './chained-facts.ts';
import type { Canary } from './canaries.ts';
import type { Oracle } from './access-oracle.ts';

/** Facts of people, organisations, reviews and records; a record is named `review/source/reference`. */
export function factsOf(client: BetterSqlite3.Database): Fact[] {
	const rows = (sql: string) => client.prepare(sql).raw().all() as (string | number | null)[][];
	const facts: Fact[] = [['installation', 'installation']];
	const tell = (name: string, sql: string) => {
		for (const row of rows(sql)) facts.push([name, ...row.map(String)]);
	};
	tell('person', 'select id from people');
	tell('real', 'select id from people where demo = 0');
	tell('role', 'select person_id, organisation_id, role, standing from memberships');
	tell('duty', 'select person_id, review_id, duty, standing from duties');
	tell('organisation', 'select id from organisations');
	tell('host', 'select id from organisations where host = 1');
	tell('review', 'select id from reviews');
	tell('run-by', 'select id, organisation_id from reviews where organisation_id is not null');
	tell(
		'under-review',
		`select r.id, o.id from reviews r join organisations o on o.partnership = r.partnership
		 where r.kind = 'thematic-review' and o.kind = 'partnership' and o.id <> coalesce(r.organisation_id, '') and o.example = r.example`
	);
	tell('example', 'select id from reviews where example = 1');
	tell('shared', 'select id from reviews where draft_shared_at is not null');
	tell('issued', 'select id from reviews where issued_at is not null');
	tell('draft', 'select id from reviews where issued_at is null');
	tell('withdrawn', 'select id from reviews where withdrawn_at is not null');
	tell('standing', 'select id from reviews where withdrawn_at is null');
	const named = "s.review_id || '/' || s.slug || '/' || r.reference";
	const joined = 'from records r join sources s on s.id = r.source_id';
	tell(
		'part-of',
		`select ${named}, s.review_id ${joined} join reviews v on v.id = s.review_id where v.example = 0`
	);
	tell(
		'given',
		`select ${named}, g.person_id ${joined} join given_records g on g.source_id = r.source_id and g.record = r.number`
	);
	tell('invented', 'select id from people where demo = 1');
	// Of what Cairn came with one is enough to know what may be done with it.
	const own = "organisation_id is not null or id = 'named-carers-act'";
	tell('entry', `select id from entries where ${own}`);
	tell('shipped', `select id from entries where organisation_id is null and (${own})`);
	tell('of-organisation', 'select id, organisation_id from entries where organisation_id is not null');
	tell('published', `select id from entries where state = 'published' and (${own})`);
	tell('sent', `select id from entries where state <> 'draft' and (${own})`);
	tell('topic', 'select id from topics');
	tell('opened-by', 'select id, written_by from topics');
	tell('talk', 'select distinct conversation from messages');
	tell('between', 'select conversation, from_organisation from messages');
	tell('between', 'select conversation, to_organisation from messages');
	const talks = 'messages m join organisations o on o.id = m.to_organisation';
	for (const [table, id] of [
		[`entries where (${own})`, 'id'],
		['topics where true', 'id'],
		[`${talks} where true`, 'm.conversation']
	] as const) {
		tell('in-example', `select ${id} from ${table} and example = 1`);
		tell('in-earnest', `select ${id} from ${table} and example = 0`);
	}
	for (const table of [`entries where (${own})`, 'topics where true']) {
		tell('gone', `select id from ${table} and withdrawn_at is not null`);
		tell('lasting', `select id from ${table} and withdrawn_at is null`);
	}
	return facts;
}

/** Whether somebody may meet the thing that a canary stands for, anywhere, as the oracle sees it. */
export function sightOf(
	client: BetterSqlite3.Database,
	oracle: Oracle
): (actor: string, canary: Canary) => boolean {
	const list = (sql: string, ...values: string[]) =>
		client
			.prepare(sql)
			.pluck()
			.all(...values) as string[];
	const everyReview = list('select id from reviews where example = 0');
	const organisations = new Set(list('select id from organisations'));
	const belongs = (actor: string, organisation: string) =>
		list(
			"select id from memberships where person_id = ? and organisation_id = ? and standing = 'confirmed'",
			actor,
			organisation
		).length > 0;
	const runBy = (review: string) =>
		list('select organisation_id from reviews where id = ? and organisation_id is not null', review);
	const organisationsOf = (person: string) =>
		list('select organisation_id from memberships where person_id = ?', person);
	const reviewsOf = (organisation: string) =>
		list('select id from reviews where organisation_id = ?', organisation);
	const reviewsUnder = (organisation: string) =>
		list(
			'select r.id from reviews r join organisations o on o.partnership = r.partnership where o.id = ?',
			organisation
		);
	const reviewsWith = (person: string, standing = '%') =>
		list('select review_id from duties where person_id = ? and standing like ?', person, standing);

	const administers = (actor: string, organisation: string) => oracle(actor, 'see-people', organisation);
	const seesTitle = (actor: string, review: string) =>
		oracle(actor, 'see-review', review) ||
		oracle(actor, 'see-given-records', review) ||
		// Whoever looks after an organisation reads in its trail that a review was begun, and how it is called.
		runBy(review).some((organisation) => administers(actor, organisation));
	const seesOrganisation = (actor: string, organisation: string): boolean =>
		belongs(actor, organisation) ||
		administers(actor, organisation) ||
		[...reviewsOf(organisation), ...reviewsUnder(organisation)].some((review) =>
			oracle(actor, 'see-review', review)
		);
	const seesAbout = (actor: string, about: string) =>
		oracle(actor, about.startsWith('entry:') ? 'see-entry' : 'see-topic', about.replace(/^\w+:/, ''));
	/** Whose a thing is stands beside it: entries, topics, what is said to them, messages. */
	const seesShared = (actor: string, organisation: string): boolean =>
		list("select 'entry:' || id from entries where organisation_id = ?", organisation)
			.concat(list("select 'topic:' || id from topics where organisation_id = ?", organisation))
			.concat(list('select about from remarks where organisation_id = ?', organisation))
			.some((about) => seesAbout(actor, about)) ||
		list(
			'select conversation from messages where from_organisation = ? or to_organisation = ?',
			organisation,
			organisation
		).some((talk) => oracle(actor, 'see-conversation', talk));
	const seesTrail = (actor: string, review: string) =>
		oracle(actor, 'see-history', review) ||
		runBy(review).some((organisation) => oracle(actor, 'see-trail', organisation));
	const seesPerson = (actor: string, person: string): boolean =>
		actor === person ||
		oracle(actor, 'look-after-installation', 'installation') ||
		// The trail says who took what along.
		everyReview.some((review) => oracle(person, 'see-review', review) && seesTrail(actor, review)) ||
		organisationsOf(person).some(
			(organisation) => belongs(actor, organisation) || administers(actor, organisation)
		) ||
		reviewsWith(person).some(
			(review) => oracle(actor, 'see-review', review) || oracle(actor, 'see-given-records', review)
		);

	return (actor, { kind, of }) => {
		switch (kind) {
			case 'address':
				return organisations.has(of) ? seesOrganisation(actor, of) : seesTitle(actor, of);
			case 'title':
				return seesTitle(actor, of);
			case 'inside':
				return oracle(actor, 'see-review', of);
			case 'comment':
				return oracle(actor, 'see-staff-comments', of);
			case 'record':
			case 'written':
				return oracle(actor, 'see-record', of);
			case 'moderated':
				return oracle(actor, 'see-moderation', of);
			case 'alone':
				return (
					oracle(actor, 'see-moderation', of) &&
					(list('select review_id from own_judgements where review_id = ? and person_id = ?', of, actor)
						.length > 0 ||
						// Nobody can judge any more once it is issued.
						(list('select id from reviews where id = ? and issued_at is not null', of).length > 0 &&
							oracle(actor, 'open-conclusions', of)))
				);
			case 'planned':
				return oracle(actor, 'see-plan', of);
			case 'said':
				return oracle(actor, 'see-comments', of);
			case 'pointed':
				return oracle(actor, 'see-accuracy', of);
			case 'event':
				return seesTrail(actor, of);
			case 'organisation':
				return seesOrganisation(actor, of) || seesShared(actor, of);
			case 'shared':
				return oracle(actor, 'see-entry', of);
			case 'asked':
				return oracle(actor, 'see-topic', of);
			case 'talked':
				return oracle(actor, 'see-conversation', of);
			case 'invitation':
				return administers(actor, of);
			case 'person':
				return seesPerson(actor, of);
			case 'email':
				return (
					actor === of ||
					// Who was asked to take part is known by their address until they do.
					reviewsWith(of, 'invited').some((review) => oracle(actor, 'see-plan', review)) ||
					organisationsOf(of).some(
						(organisation) =>
							administers(actor, organisation) ||
							reviewsOf(organisation).some((review) => oracle(actor, 'choose-team', review))
					)
				);
			case 'link':
				return oracle(actor, 'open-plan', of);
			case 'session':
				return actor === of;
			case 'answering':
			case 'secret':
				return false;
		}
	};
}
