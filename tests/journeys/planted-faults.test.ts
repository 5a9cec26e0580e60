/** What the matrix is worth: a copy of the product is built in which guards can be dropped, and the matrix tells which. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	checkReading,
	checkRefusedForm,
	digestOfEverything,
	everyTry,
	type Try
} from '../support/access-matrix.ts';
import { eachOf } from '../support/ask.ts';
import { serveTenants, type ServedTenants } from '../support/served-tenants.ts';

/** Each fault by name: a file, what stands in it, and what stands there while PLANTED names the fault. */
const planted = (name: string) => `(process.env.PLANTED ?? '').includes('${name}')`;
const faults = [
	{
		file: 'src/lib/server/access/policies.ts',
		from: "'/reviews/[id]/report.pdf': { GET: review('see-review') }",
		to: `'/reviews/[id]/report.pdf': { GET: ${planted('policy')} ? 'anyone' : review('see-review') }`
	},
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

beforeAll(() => {
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
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Serves the copy with a fault and asks what is chosen of the matrix. Gives what the matrix finds wrong. */
async function findWith(
	fault: string,
	look: (tenants: ServedTenants, tries: Try[]) => Promise<string[]>
): Promise<string[]> {
	const tenants = await serveTenants({ PLANTED: fault }, copy);
	try {
		// Somebody of the other tenant, somebody only invited, and somebody whose partnership is under review.
		const names = ['viewer of partnership b, confirmed', 'inspector of body a, invited'];
		const people = tenants.people.filter(({ name }) => names.includes(name));
		return await look(tenants, everyTry(tenants.matrix, people));
	} finally {
		await tenants.stop();
	}
}

const ofTenantA = ({ target }: Try) => target.review?.tenant === 'a' && target.review.state === 'draft';

async function readAll({ matrix }: ServedTenants, tries: readonly Try[]): Promise<string[]> {
	const found: string[] = [];
	await eachOf(tries, 6, async ({ somebody, target }) => {
		found.push(...(await checkReading(matrix, somebody, target, 'page')));
	});
	return found;
}

const saying = (...words: string[]) =>
	expect.arrayContaining([
		expect.stringMatching(new RegExp(words.map((word) => `(?=.*${RegExp.escape(word)})`).join('')))
	]);

describe('the matrix', () => {
	test('finds nothing in the copy while no fault is planted', async () => {
		const found = await findWith('none', (tenants, tries) => readAll(tenants, tries.filter(ofTenantA)));
		expect(found).toEqual([]);
	});

	test('finds an address that is left open', async () => {
		const found = await findWith('policy', (tenants, tries) =>
			readAll(
				tenants,
				tries.filter((each) => ofTenantA(each) && each.target.path.endsWith('report.pdf'))
			)
		);
		expect(found).toEqual(saying('viewer of partnership b', 'report.pdf', 'shows the title of'));
	});

	test('finds a list that names what others do', async () => {
		const found = await findWith('list', (tenants, tries) =>
			readAll(
				tenants,
				tries.filter(({ target }) => target.path === '/reviews' || target.path === '/standards/1')
			)
		);
		expect(found).toEqual(saying('inspector of body a, invited', 'GET /reviews', 'shows the title of'));
	});

	test('finds a guard that lets everybody through; the commands behind it still change nothing', async () => {
		const found = await findWith('guard', async (tenants, tries) => {
			const before = digestOfEverything(tenants.db.$client);
			const forms = await sendAll(tenants, tries);
			expect(digestOfEverything(tenants.db.$client)).toEqual(before);
			return [...forms, ...(await readAll(tenants, tries.filter(ofTenantA)))];
		});
		expect(found).toEqual(saying('viewer of partnership b', '/judgements', 'shows the inside of'));
		expect(found).toEqual(saying('inspector of body a, invited', '/records/', 'shows the written of'));
		expect(found).toEqual(saying('viewer of partnership b', 'answers 200, not 404'));
	});

	test('finds what was changed by somebody who may not, when the guard and the commands both fail', async () => {
		await findWith('guard and command', async (tenants, tries) => {
			const before = digestOfEverything(tenants.db.$client);
			await sendAll(tenants, tries);
			const after = digestOfEverything(tenants.db.$client);
			const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
			expect(changed).toEqual(expect.arrayContaining(['events', 'findings']));
			return [];
		});
	});
});

/** Every form of the findings of tenant a. */
async function sendAll({ matrix }: ServedTenants, tries: readonly Try[]): Promise<string[]> {
	const found: string[] = [];
	const forms = tries
		.filter((each) => ofTenantA(each) && each.target.offer.route.includes('[finding]'))
		.flatMap((each) => each.target.offer.actions.map((action) => ({ ...each, action })));
	expect(forms.length).toBeGreaterThan(0);
	for (const { somebody, target, action } of forms)
		found.push(...(await checkRefusedForm(matrix, somebody, target, action, false)));
	return found;
}
