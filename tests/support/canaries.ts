/**
 * Canaries: made-up words, each standing for one thing that somebody may or may not see. Every text of a tenant holds
 * one, so that whatever leaks can be named. `zqt012qz` is the twelfth word, and stands for the title of a review.
 */
import type BetterSqlite3 from 'better-sqlite3';

export const canaryKinds = {
	/** What stands in addresses: the id of a review or organisation, the names of sources, questions, findings. */
	address: 'a',
	/** How a review, its sources and its questions are called. */
	title: 't',
	/** What is written in a review. */
	inside: 'r',
	/** What staff wrote in a survey of a review. */
	comment: 'c',
	/** The reference of one record, which stands in its address. */
	record: 'x',
	/** What is written in a record. */
	written: 'w',
	/** What was judged apart: of a judgement that is agreed, and of one that is not. */
	moderated: 'd',
	alone: 'j',
	/** What is said of the plan, in comments, and in points of factual accuracy. */
	planned: 'g',
	said: 'q',
	pointed: 'y',
	/** What the trail tells of a review. */
	event: 'e',
	/** What is written in an entry that is shared, in a topic, in a conversation between two organisations. */
	shared: 'h',
	asked: 'f',
	talked: 'u',
	organisation: 'o',
	/** The address to which an invitation went. */
	invitation: 'i',
	person: 'p',
	email: 'm',
	/** From where somebody is signed in. */
	session: 's',
	/** The one link by which a survey of a review is answered. */
	link: 'l',
	/** What somebody answers by link: nobody's to see but theirs. */
	answering: 'n',
	/** Passwords, tokens and the like: nobody's to see. */
	secret: 'k'
} as const;
export type CanaryKind = keyof typeof canaryKinds;

/** `of`: id of the review, record, organisation or person. */
export type Canary = { word: string; kind: CanaryKind; of: string; tenant: string };

export class Canaries {
	readonly known = new Map<string, Canary>();

	/** The word for a thing; the same one when asked again. */
	word(kind: CanaryKind, of: string, tenant: string): string {
		for (const canary of this.known.values())
			if (canary.kind === kind && canary.of === of) return canary.word;
		const word = `zq${canaryKinds[kind]}${String(this.known.size + 1).padStart(4, '0')}qz`;
		this.known.set(word, { word, kind, of, tenant });
		return word;
	}

	/** Those that stand in a text, whatever their case. */
	in(text: string): Canary[] {
		const words = new Set(text.match(/zq[a-z]\d{4}qz/gi)?.map((word) => word.toLowerCase()));
		return [...words].flatMap((word) => this.known.get(word) ?? []);
	}
}

type Column = { table: string; name: string; key: boolean };
type Row = Record<string, unknown>;

const tablesOf = (client: BetterSqlite3.Database) =>
	client
		.prepare(
			"select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name"
		)
		.pluck()
		.all() as string[];

/** Every column that holds text; `key`: part of the primary key, or the key of something else. */
export function textColumns(client: BetterSqlite3.Database): Column[] {
	return tablesOf(client).flatMap((table) => {
		const foreign = client.pragma(`foreign_key_list("${table}")`) as { from: string }[];
		const columns = client.pragma(`table_info("${table}")`) as { name: string; type: string; pk: number }[];
		return columns
			.filter(({ type }) => /text|char|clob/i.test(type))
			.map(({ name, pk }) => ({ table, name, key: pk > 0 || foreign.some(({ from }) => from === name) }));
	});
}

/**
 * Columns that hold no canary, each with its reason; `*` stands for any table. A column that is added later is not
 * among them: it is filled, or the matrix stops and asks for its reason.
 */
export const withoutCanary: Readonly<Record<string, string>> = {
	'*.changed_at': 'a time',
	'*.expires_at': 'a time',
	'*.used_at': 'a time',
	'*.started_at': 'a time',
	'*.made_at': 'a time',
	'*.added_at': 'a time',
	'*.opened_at': 'a time',
	'*.written_at': 'a time',
	'*.read_at': 'a time',
	'useful_marks.at': 'a time',
	'*.geography': 'one of a few fixed words',
	'*.care_groups': 'a few fixed words',
	'entries.points': 'numbers by day',
	'entries.named_in': 'lines of a source document, for what Cairn came with',
	'entry_files.digest': 'a digest',
	'messages.conversation': 'the id of a message',
	'self_checks.edition': 'the name of a public framework edition',
	'self_checks.checklist': 'the public code of a checklist',
	'feed_keys.digest': 'a digest',
	'*.given_at': 'a time',
	'*.published_at': 'a time',
	'release_drafts.id': 'of the host, not of a tenant',
	'release_drafts.title': 'of the host, not of a tenant',
	'release_drafts.note': 'of the host, not of a tenant',
	'release_drafts.at_step': 'of the host, not of a tenant',
	'release_drafts.problem': 'of the host, not of a tenant',
	'release_drafts.changed_by': 'of the host, not of a tenant',
	'releases.title': 'of the host, not of a tenant',
	'releases.published_by': 'of the host, not of a tenant',
	'releases.digest': 'a digest',
	'releases.document': 'what every member may see',
	'*.completed_at': 'a time',
	'*.closes_at': 'a time',
	'*.closed_at': 'a time',
	'*.saved_at': 'a time',
	'*.sent_at': 'a time',
	'*.day': 'a day',
	'*.state': 'one of a few fixed words',
	'*.taken_in_at': 'a time',
	'*.revoked_at': 'a time',
	'*.withdrawn_at': 'a time',
	'*.issued_at': 'a time',
	'*.draft_shared_at': 'a time',
	'*.loaded_at': 'a time',
	'events.at': 'a time',
	'*.from_day': 'a day',
	'*.to_day': 'a day',
	'*.kind': 'one of a few fixed words',
	'memberships.standing': 'one of a few fixed words',
	'duties.standing': 'one of a few fixed words',
	'frame_entries.standing': 'one of a few fixed words',
	'*.role': 'one of a few fixed words',
	'*.duty': 'one of a few fixed words',
	'*.purpose': 'one of a few fixed words',
	'*.direction': 'one of a few fixed words',
	'*.weight': 'one of a few fixed words',
	'*.design': 'one of a few fixed words',
	'*.owner': 'one of a few fixed words',
	'*.part': 'one of a few fixed words',
	'*.mode': 'one of a few fixed words',
	'*.stage': 'one of a few fixed words',
	'*.groups': 'one of a few fixed words',
	'*.chart': 'one of a few fixed words',
	'*.media_type': 'one of a few fixed words',
	'*.from_stage': 'one of a few fixed words',
	'*.to_stage': 'one of a few fixed words',
	'*.perspective': 'one of a few fixed words',
	'*.agreed': 'one of a few fixed words',
	'*.answer': 'one of a few fixed words',
	'*.status': 'one of a few fixed words',
	'*.section': 'the public code of a framework element, or one of a few fixed words',
	'*.about': 'one of a few fixed words, and the name of what it is said of',
	'*.due_day': 'a day',
	'*.target_day': 'a day',
	'*.seen_at': 'a time',
	'*.now_at': 'a time',
	'*.set_aside_at': 'a time',
	'*.agreed_at': 'a time',
	'*.answered_at': 'a time',
	'workshop_ratings.participant': 'a digest',
	'workshop_ratings.at': 'a time',
	'*.basis': 'nothing that is shown as it stands: compared with what is there now',
	'*.target': 'a number',
	'*.said': 'counts',
	'events.actor': 'one of a few fixed words',
	'events.verb': 'one of a few fixed words',
	'*.partnership': 'the public code of an integration authority',
	'*.element': 'the public code of a framework element',
	'*.elements': 'public codes of framework elements',
	'*.frameworks': 'names of public framework editions',
	'*.quantity_scale': 'the name of a public scale',
	'*.evaluation_scale': 'the name of a public scale',
	'batches.way': 'one of a few fixed words',
	'batches.format': 'one of a few fixed words',
	'*.file_digest': 'a digest',
	'import_mappings.header_digest': 'a digest',
	'import_mappings.instrument': 'the name of an instrument, which stands in the address of no page',
	'staged_imports.found': 'nothing: what was understood of a file lies beside the database',
	'records.digest': 'a digest',
	'documents.digest': 'a digest',
	'attachments.digest': 'a digest',
	'collection_links.token_digest': 'a digest',
	'*.resume_digest': 'a digest',
	'*.link_digest': 'a digest',
	'events.text_digest': 'a digest',
	'events.previous': 'a digest',
	'events.hash': 'a digest',
	'event_texts.salt': 'random',
	'settings.name': 'of the installation, not of a tenant',
	'settings.value': 'of the installation, not of a tenant'
};

const reasonFor = ({ table, name }: Column) =>
	withoutCanary[`${table}.${name}`] ?? withoutCanary[`*.${name}`];

/**
 * Puts the canary of its owner into every text that has none yet and needs one. `canaryOf` gives the word for a row;
 * null where it belongs to nobody, or is as it must be.
 */
export function fillWithCanaries(
	client: BetterSqlite3.Database,
	canaries: Canaries,
	canaryOf: (table: string, row: Row, column: string) => string | null
): void {
	const columns = textColumns(client).filter((column) => !column.key && !reasonFor(column));
	for (const table of new Set(columns.map((column) => column.table))) {
		const rows = client.prepare(`select rowid as "row id", * from "${table}"`).all() as Row[];
		for (const { name } of columns.filter((column) => column.table === table)) {
			const holdsJson = rows.some((row) => isJson(row[name]));
			for (const row of rows) {
				const before = row[name];
				// What is JSON in other rows cannot be a plain word in this one.
				if (before === null && holdsJson) continue;
				if (canaries.in(String(before ?? '')).length > 0) continue;
				const word = canaryOf(table, row, name);
				if (word === null) continue;
				client
					.prepare(`update "${table}" set "${name}" = ? where rowid = ?`)
					.run(name === 'changed_by' ? word : withWord(before, word), row['row id']);
			}
		}
	}
}

const isJson = (value: unknown) => /^[[{]/.test(String(value ?? ''));

/** A text with the word added; a list or an object in JSON stays one. */
function withWord(before: unknown, word: string): string {
	if (before === null) return word;
	const text = String(before);
	if (!isJson(text)) return `${text} ${word}`;
	const value = JSON.parse(text) as unknown[] | object;
	return JSON.stringify(Array.isArray(value) ? [...value, word] : { ...value, canary: word });
}

/** What is wrong with the filling, in sentences: a column without the canary of a tenant, a reason for nothing. */
export function canaryGaps(
	client: BetterSqlite3.Database,
	canaries: Canaries,
	tenants: readonly string[]
): string[] {
	const columns = textColumns(client);
	const gaps: string[] = [];
	for (const column of columns.filter((each) => !reasonFor(each))) {
		const { table, name } = column;
		const texts = client
			.prepare(`select "${name}" from "${table}" where "${name}" like '%zq%'`)
			.pluck()
			.all();
		const there = new Set(texts.flatMap((text) => canaries.in(String(text)).map(({ tenant }) => tenant)));
		for (const tenant of tenants)
			if (!there.has(tenant))
				gaps.push(
					`${table}.${name} holds no canary of tenant ${tenant}: give it a row in tests/support/two-tenants.ts, or a reason in withoutCanary.`
				);
	}
	for (const pattern of Object.keys(withoutCanary))
		if (!columns.some(({ table, name }) => pattern === `${table}.${name}` || pattern === `*.${name}`))
			gaps.push(`withoutCanary names ${pattern}, and there is no such column.`);
	return gaps;
}
