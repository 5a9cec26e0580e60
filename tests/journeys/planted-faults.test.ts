/** What the matrix is worth: a copy of the product is built in which guards can be dropped, and the matrix tells which. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
	checkReading,
	checkRefusedForm,
	digestOfEverything,
	everyTry,
	type Try
} from '../support/access-matrix.ts';
import { eachOf } from '../support/ask.ts';
import { serveTenants, type ServedTenants } from '../support/served-tenants.ts';

/** True in the copy while a file of this name lies beside its database. */
const planted = (name: string) =>
	`process.getBuiltinModule('node:fs').existsSync(process.env.CAIRN_DATA + '/planted-${name}')`;
/** A file, what stands in it, and what stands there in the copy. */
const faults = [
	...['report', 'report.pdf'].map((page) => ({
		file: 'src/lib/server/access/policies.ts',
		from: `'/reviews/[id]/${page}': { GET: review('see-review') }`,
		to: `'/reviews/[id]/${page}': { get GET() { return ${planted('policy')} ? 'anyone' : review('see-review') } }`
	})),
	{
		file: 'src/lib/server/guard.ts',
		from: 'if (verdict?.yes) return null;',
		to: `if (verdict?.yes || (resource && ${planted('guard')})) return null;`
	},
	{
		file: 'src/lib/server/queries/visible-reviews.ts',
		from: '.filter(({ id }) => maySee(db, actor, id, action))',
		to: `.filter(({ id }) => ${planted('list')} || maySee(db, actor, id, action))`
	},
	{
		file: 'src/lib/server/commands/change.ts',
		from: 'if (!verdict?.yes) throw notThere();',
		to: `if (!verdict?.yes && !(resource && ${planted('command')})) throw notThere();`
	}
];

let copy: string;
let tenants: ServedTenants;
let tries: Try[];

beforeAll(async () => {
	copy = mkdtempSync(join(tmpdir(), 'cairn-planted-'));
	const parts = ['src', 'static', 'scripts', 'fixtures', 'migrations', 'package.json', 'svelte.config.js'];
	for (const part of [...parts, 'vite.config.ts', 'tsconfig.json', 'postcss.config.js'])
		cpSync(part, join(copy, part), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
	for (const { file, from, to } of faults) {
		const text = readFileSync(join(copy, file), 'utf8');
		if (text.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`);
		writeFileSync(
			join(copy, file),
			text.replace(from, () => to)
		);
	}
	const { VITEST, ...env } = process.env;
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: copy,
		env: { ...env, NODE_ENV: 'production' },
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
	tenants = await serveTenants({}, copy);
	// Somebody of the other tenant, and somebody who is only invited.
	const names = ['viewer of partnership b, confirmed', 'inspector of body a, invited'];
	const people = tenants.people.filter(({ name }) => names.includes(name));
	tries = everyTry(tenants.matrix, people);
});
afterAll(async () => {
	await tenants?.stop();
	rmSync(copy, { recursive: true, force: true });
});
afterEach(() => {
	for (const name of readdirSync(tenants.folder))
		if (name.startsWith('planted-')) rmSync(join(tenants.folder, name));
});

const plant = (name: string) => writeFileSync(join(tenants.folder, `planted-${name}`), '');

const ofTenantA = ({ target }: Try) => target.review?.tenant === 'a' && target.review.state === 'draft';

async function readAll(chosen: readonly Try[]): Promise<string[]> {
	const found: string[] = [];
	await eachOf(chosen, 6, async ({ somebody, target }) => {
		found.push(...(await checkReading(tenants.matrix, somebody, target, 'page')));
	});
	return found;
}

/** Sends every form of the findings of tenant a. */
async function sendAll(): Promise<string[]> {
	const found: string[] = [];
	const forms = tries
		.filter((each) => ofTenantA(each) && each.target.offer.route.includes('[finding]'))
		.flatMap((each) => each.target.offer.actions.map((action) => ({ ...each, action })));
	expect(forms.length).toBeGreaterThan(0);
	for (const { somebody, target, action } of forms)
		found.push(...(await checkRefusedForm(tenants.matrix, somebody, target, action, false)));
	return found;
}

const saying = (...words: string[]) =>
	expect.arrayContaining([
		expect.stringMatching(new RegExp(words.map((word) => `(?=.*${RegExp.escape(word)})`).join('')))
	]);

describe('the matrix', () => {
	test('finds nothing in the copy while no fault is planted', async () => {
		expect(await readAll(tries.filter(ofTenantA))).toEqual([]);
	});

	test('finds an address that is left open', async () => {
		plant('policy');
		const found = await readAll(
			tries.filter((each) => ofTenantA(each) && each.target.path.includes('/report'))
		);
		expect(found).toEqual(saying('viewer of partnership b', '/report:', 'shows the inside of'));
		// A file that is taken along is refused once more where that is told to the trail.
		expect(found).toEqual(saying('viewer of partnership b', '/report.pdf:', 'differs in body'));
	});

	test('finds a list that names what others do', async () => {
		plant('list');
		const found = await readAll(
			tries.filter(({ target }) => ['/reviews', '/standards/1'].includes(target.path))
		);
		expect(found).toEqual(saying('inspector of body a, invited', 'GET /reviews:', 'shows the title of'));
		expect(found).toEqual(saying('viewer of partnership b', 'GET /standards/1:', 'shows the title of'));
	});

	test('finds a guard that lets everybody through; the commands behind it still change nothing', async () => {
		plant('guard');
		const before = digestOfEverything(tenants.db.$client);
		const forms = await sendAll();
		expect(digestOfEverything(tenants.db.$client)).toEqual(before);
		const found = [...forms, ...(await readAll(tries.filter(ofTenantA)))];
		expect(found).toEqual(saying('viewer of partnership b', '/judgements/T2:', 'shows the inside of'));
		expect(found).toEqual(saying('inspector of body a, invited', '/evidence:', 'answers 200, not 404'));
	});

	test('finds what somebody changed who may not, when the guard and the commands both fail', async () => {
		plant('guard');
		plant('command');
		const before = digestOfEverything(tenants.db.$client);
		await sendAll();
		const after = digestOfEverything(tenants.db.$client);
		const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
		expect(changed).toEqual(expect.arrayContaining(['events', 'findings']));
	});
});
