/**
 * What the folders under src/routes offer (pages, methods, form actions), read from their source without running it,
 * compared with what access/policies.ts says of them. vite.config.ts stops a build where the two differ.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Policy } from '../src/lib/server/access/policies.ts';

export type Offer = {
	/** As SvelteKit names it: /reviews/[id]. */
	route: string;
	/** Whether a page or an endpoint answers; one address cannot have both. */
	kind: 'page' | 'endpoint';
	methods: string[];
	/** Names of the form actions of a page. */
	actions: string[];
};

export type RouteReading = {
	offers: Offer[];
	/** What no policy can speak of, in sentences. */
	problems: string[];
};

const pageFile = /^\+page(@[^.]*)?\.svelte$/;
const pageScript = /^\+page(\.server)?\.(ts|js)$/;
const endpointFile = /^\+server\.(ts|js)$/;
const routeScript = /^\+(page|layout|server)(\.server)?\.(ts|js)$/;
const methodNames = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

/** Reads every route under `root`/src/routes. */
export function readRoutes(root: string): RouteReading {
	const reading: RouteReading = { offers: [], problems: [] };
	readFolder(join(root, 'src/routes'), '/', reading);
	for (const path of remoteFiles(join(root, 'src'), 'src'))
		reading.problems.push(
			`${path} holds remote functions, which are asked past the guard. Write a form action or an endpoint instead.`
		);
	reading.offers.sort((a, b) => (a.route < b.route ? -1 : 1));
	return reading;
}

function readFolder(folder: string, route: string, reading: RouteReading): void {
	const entries = readdirSync(folder, { withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
	const say = (file: string, what: string) =>
		reading.problems.push(`${join('src/routes', route, file)} ${what}`);
	const scripts = new Map(
		files
			.filter((name) => routeScript.test(name))
			.map((file) => [file, readExports(join(folder, file), (what) => say(file, what))])
	);

	for (const [file, exported] of scripts) {
		const prerender = exported.get('prerender');
		if (prerender && prerender.kind !== ts.SyntaxKind.FalseKeyword)
			say(file, 'prerenders its page. That makes a file, and no guard stands before a file: take it out.');
	}
	const endpoint = files.find((name) => endpointFile.test(name));
	const isPage = files.some((name) => pageFile.test(name) || pageScript.test(name));
	if (endpoint && isPage)
		say(endpoint, 'stands beside a page, and the guard cannot tell the two apart. Give it its own address.');
	if (endpoint) {
		const exported = [...scripts.get(endpoint)!.keys()].filter((name) => methodNames.includes(name));
		const methods = exported.filter((name) => name === 'GET' || name === 'POST');
		for (const name of exported.filter((name) => !['GET', 'HEAD', 'POST'].includes(name)))
			say(endpoint, `answers ${name}. Cairn’s addresses answer GET and POST only: rename it to POST.`);
		if (exported.includes('HEAD') && !methods.includes('GET'))
			say(endpoint, 'answers HEAD without GET. Answer GET; HEAD is then answered too.');
		reading.offers.push({ route, kind: 'endpoint', methods, actions: [] });
	} else if (isPage) {
		const server = files.find((name) => /^\+page\.server\.(ts|js)$/.test(name));
		const actions = server && scripts.get(server)!.get('actions');
		const names = actions ? actionNames(actions) : [];
		if (names === null)
			say(
				server!,
				'has form actions whose names cannot be read. Write them out: export const actions = { … }.'
			);
		reading.offers.push({ route, kind: 'page', methods: ['GET'], actions: names ?? [] });
	}
	for (const { name } of entries.filter((entry) => entry.isDirectory()))
		readFolder(join(folder, name), route === '/' ? `/${name}` : `${route}/${name}`, reading);
}

/** What a file exports, by name, with the value where it is written there. */
function readExports(path: string, say: (what: string) => void): Map<string, ts.Node> {
	const found = new Map<string, ts.Node>();
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	for (const statement of source.statements) {
		if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
			if (!statement.exportClause) say('exports all of another file. Name what it exports.');
			else if (ts.isNamedExports(statement.exportClause))
				for (const { name } of statement.exportClause.elements) found.set(name.text, name);
		}
		if (!ts.canHaveModifiers(statement)) continue;
		if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
		if (ts.isVariableStatement(statement))
			for (const { name, initializer } of statement.declarationList.declarations)
				for (const bound of boundNames(name)) found.set(bound, initializer ?? name);
	}
	return found;
}

const boundNames = (name: ts.BindingName): string[] =>
	ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));

/** The names in `{ save: …, withdraw: … }`; null where some are not written out. */
function actionNames(value: ts.Node): string[] | null {
	if (ts.isSatisfiesExpression(value) || ts.isAsExpression(value) || ts.isParenthesizedExpression(value))
		return actionNames(value.expression);
	if (!ts.isObjectLiteralExpression(value)) return null;
	const names = value.properties.map(({ name }) =>
		name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : null
	);
	return names.includes(null) ? null : (names as string[]);
}

function remoteFiles(folder: string, path: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const inside = join(path, entry.name);
		if (entry.isDirectory()) return remoteFiles(join(folder, entry.name), inside);
		return /\.remote\.(ts|js)$/.test(entry.name) ? [inside] : [];
	});
}

/**
 * Where routes and policies differ, a sentence each: what has no policy, and what policies speak of that is not there.
 * Empty where every page, method and form action has its policy and no policy is left over.
 */
export function comparePolicies(
	{ offers, problems }: RouteReading,
	policies: Readonly<Record<string, Policy>>
): string[] {
	const found = [...problems];
	const write = (route: string, key: string) =>
		`Write ${key} under '${route}' in src/lib/server/access/policies.ts.`;
	for (const { route, kind, methods, actions } of offers) {
		const policy = Object.hasOwn(policies, route) ? policies[route]! : {};
		for (const method of methods)
			if (!(method in policy))
				found.push(`${method} ${route} has no policy. ${write(route, `“${method}: …”`)}`);
		for (const action of actions)
			if (!Object.hasOwn(policy.actions ?? {}, action))
				found.push(
					`The form action “${action}” of ${route} has no policy. ${write(route, `“${action}: …” in actions`)}`
				);
		for (const method of ['GET', 'POST'])
			if (method in policy && !methods.includes(method))
				found.push(
					kind === 'page' && method === 'POST'
						? `The policy of ${route} has POST, but it is a page: name its form actions under “actions”.`
						: `There is a policy for ${method} ${route}, which does not answer it. Take it out.`
				);
		for (const action of Object.keys(policy.actions ?? {}))
			if (!actions.includes(action))
				found.push(
					`There is a policy for the form action “${action}” of ${route}, which has none of that name. Take it out.`
				);
	}
	for (const route of Object.keys(policies))
		if (!offers.some((offer) => offer.route === route))
			found.push(`There is a policy for ${route}, and no such route. Take it out.`);
	return found;
}
