/**
 * Fills every table of a database, whatever its schema, with rows that fit together: parents before children, each
 * child its own parent, something in every column, unique where it must be. Learns all of it from SQLite itself.
 */
import type BetterSqlite3 from 'better-sqlite3';

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };
type Reference = { id: number; seq: number; table: string; from: string; to: string | null };
export type Rows = Record<string, Record<string, unknown>[]>;

/** Columns that hold JSON: a migration may look into them. */
const json: Record<string, unknown> = {
	about: ['A first paragraph.'],
	body: { id: 'own', edition: '1' },
	elements: ['1.1', '8.2'],
	facts: { role: 'viewer' },
	findings: ['heard'],
	frameworks: ['thematic-review@2019'],
	paragraphs: ['People were heard.', 'Their choices were written down.'],
	published: null,
	strata: { locality: 'north' }
};

/** Gives every table `count` rows and returns all of them as they were read back. */
export function fillEveryTable(client: BetterSqlite3.Database, count: number): Rows {
	for (const table of parentsFirst(client))
		for (let row = 1; row <= count; row++) insertRow(client, table, row);
	return readEveryTable(client);
}

/** Every row of every table, in a fixed order. */
export function readEveryTable(client: BetterSqlite3.Database): Rows {
	return Object.fromEntries(
		tableNames(client).map((table) => {
			const rows = client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
			return [table, rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
		})
	);
}

export function tableNames(client: BetterSqlite3.Database): string[] {
	return client
		.prepare(
			// Full text keeps tables of its own, which nothing else may write.
			"select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'shared_texts%' order by name"
		)
		.pluck()
		.all() as string[];
}

function parentsFirst(client: BetterSqlite3.Database): string[] {
	const placed: string[] = [];
	const place = (table: string) => {
		if (placed.includes(table)) return;
		for (const { table: parent } of references(client, table)) if (parent !== table) place(parent);
		placed.push(table);
	};
	tableNames(client).forEach(place);
	return placed;
}

const columns = (client: BetterSqlite3.Database, table: string) =>
	client.pragma(`table_info("${table}")`) as Column[];
const references = (client: BetterSqlite3.Database, table: string) =>
	client.pragma(`foreign_key_list("${table}")`) as Reference[];

function insertRow(client: BetterSqlite3.Database, table: string, row: number): void {
	const values = new Map(
		columns(client, table).map((column) => [column.name, believable(table, column, row)])
	);
	for (const { table: parent, from, to } of references(client, table)) {
		const key = to ?? columns(client, parent).find(({ pk }) => pk === 1)!.name;
		const given = client.prepare(`select "${key}" from "${parent}" order by rowid`);
		values.set(from, parent === table ? values.get(key) : given.pluck().all()[row - 1]);
	}
	const names = [...values.keys()].map((name) => `"${name}"`);
	client
		.prepare(`insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
		.run(...values.values());
}

function believable(table: string, { name, type, notnull }: Column, row: number): unknown {
	if (name in json) return json[name] === null && !notnull ? null : JSON.stringify(json[name]);
	if (/int/i.test(type)) return row;
	if (/real/i.test(type)) return row + 0.5;
	if (/blob/i.test(type)) return Buffer.from([row, 0, 255]);
	if (/(_at|^at)$/.test(name)) return `2026-03-0${(row % 9) + 1}T09:30:00.000Z`;
	if (/_day$/.test(name)) return `2026-01-0${(row % 9) + 1}`;
	return `${table} ${name} ${row}: “half of the files” – 50%`;
}
