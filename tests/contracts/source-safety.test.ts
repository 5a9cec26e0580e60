/** What must not stand in the product's own source, whoever writes it: each rule with an example that it catches. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const kept = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
	encoding: 'utf8'
})
	.split('\0')
	.filter((file) => file !== '' && existsSync(file));
const product = kept.filter(
	(file) => /^(src|scripts)\/.*\.(ts|mjs|js|svelte|html|css)$/.test(file) && !file.endsWith('.test.ts')
);
const inPages = product.filter(
	(file) => /\.(svelte|html)$/.test(file) || file.startsWith('src/lib/components/')
);

type Rule = {
	pattern: RegExp;
	/** What it would catch. */
	example: string;
	in: string[];
	/** Files that are looked through by people instead, each with the reason why it may. */
	but?: Record<string, string>;
};

/** `file: the words` for every place that breaks a rule. */
function found({ pattern, in: files, but = {} }: Rule): string[] {
	return files
		.filter((file) => !(file in but))
		.flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(new RegExp(pattern, 'g'))].map(
				(match) => `${file}: ${match[0]}`
			)
		);
}

/** Shows that a rule bites, that the source keeps to it, and that each exception is still needed. */
function keepsOut(rule: Rule): void {
	expect(rule.in.length).toBeGreaterThan(10);
	expect(rule.pattern.test(rule.example)).toBe(true);
	expect(found(rule), 'mend it, or name the file among the exceptions with the reason why it may').toEqual(
		[]
	);
	const exceptions = Object.keys(rule.but ?? {});
	expect(exceptions.filter((file) => found({ ...rule, in: [file], but: {} }).length > 0)).toEqual(exceptions);
}

describe('the source', () => {
	test('runs no text as code', () =>
		keepsOut({
			pattern: /\beval\(|new Function\(|node:vm|set(?:Timeout|Interval)\(\s*['"`]/,
			example: 'new Function(text)',
			in: product
		}));

	test('puts markup into pages only from functions that escape every text', () => {
		const escapes = 'shows what a function made that escapes every text in it';
		keepsOut({
			pattern: /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/,
			example: '{@html text}',
			in: product,
			but: {
				'src/lib/components/QuantityStrip.svelte': escapes,
				'src/lib/components/own-markup.ts': 'is the way that such markup goes in a browser',
				'src/routes/+layout.svelte': escapes,
				'src/routes/reviews/[id]/report/+page.svelte': escapes
			}
		});
	});

	test('starts other programs only at the start, and by itself its own command line, never for a page', () =>
		keepsOut({
			pattern: /child_process/,
			example: "import { exec } from 'node:child_process'",
			in: product.filter((file) => file.startsWith('src/')),
			but: {
				'src/lib/server/command-in-child.ts': 'starts Cairn’s own command line, without a shell',
				'src/lib/server/imports/run-job.ts':
					'starts Cairn’s own work with a file, whose content and name are no part of the command',
				'src/lib/server/releases/run-maker.ts':
					'starts Cairn’s own making of a release; nothing of it is part of the command'
			}
		}));

	test('puts no value into the words of a database query', () =>
		keepsOut({
			pattern: /sql\.raw\(|\.(?:prepare|exec)\(\s*(?:`[^`]*\$\{|['"][^'"]*['"]\s*\+)/,
			example: 'client.prepare(`select ${name}`)',
			in: product,
			but: {
				'scripts/bench/answers.ts': 'repeats question marks',
				'scripts/bench/imports.ts': 'repeats question marks',
				'src/lib/server/commands/withdraw-batch.ts': 'names tables of its own',
				'src/lib/server/queries/batches.ts': 'names tables of its own',
				'src/lib/server/db/migrate.ts': 'counts the rows of tables that the database itself names',
				'src/lib/server/commands/erase-review.ts': 'names tables of its own',
				'src/lib/server/queries/answers.ts': 'joins conditions of its own',
				'src/lib/server/queries/retention.ts': 'names tables of its own',
				'src/lib/server/queries/verify-trail.ts': 'puts in a number of its own'
			}
		}));

	test('takes chance only from the generator of the system', () =>
		keepsOut({ pattern: /Math\.random/, example: 'Math.random()', in: product }));

	test('uses no broken hash or cipher', () =>
		keepsOut({
			pattern: /create(?:Hash|Hmac)\(\s*['"](?:md5|sha1|md4|ripemd)|create(?:De|C)ipher\(|-ecb['"]/i,
			example: "createHash('md5')",
			in: product
		}));

	test('listens to no messages from other windows', () =>
		keepsOut({
			pattern: /addEventListener\(\s*['"]message['"]|\bonmessage\b|window\.(?:opener|parent)\b/,
			example: "window.addEventListener('message', act)",
			in: inPages
		}));

	test('loads no script, style, picture or font from another host', () =>
		keepsOut({
			pattern:
				/<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)="https?:|url\(\s*['"]?(?:https?:)?\/\//,
			example: '<img src="https://elsewhere.example/a.png">',
			in: product
		}));

	test('makes no address that a browser would run', () =>
		keepsOut({
			pattern: /(?:href|src|action)=["'{`]+(?:javascript|data|vbscript):/i,
			example: 'href="javascript:act()"',
			in: product
		}));

	test('lets passwords be pasted and kept by the browser', () =>
		keepsOut({
			pattern:
				/onpaste|on:paste|type="password"[^>]*autocomplete="off"|autocomplete="off"[^>]*type="password"/i,
			example: '<input type="password" autocomplete="off">',
			in: product
		}));

	test('makes no search pattern out of what somebody wrote', () =>
		keepsOut({
			pattern: /new RegExp\(/,
			example: 'new RegExp(text)',
			in: product,
			but: { 'src/lib/evidence/birth-date.ts': 'joins patterns of its own' }
		}));

	test('asks other machines only where their address is a setting', () =>
		keepsOut({
			pattern: /(?<!event\.)\bfetch\(|from '(?:node:)?(?:https?|net|tls|dgram|undici)'|createTransport\(/,
			example: 'await fetch(address)',
			in: product.filter((file) => file.startsWith('src/')),
			but: {
				'src/lib/components/SignInAgain.svelte': 'sends a form to an address of Cairn’s own',
				'src/lib/components/desk/desk.svelte.ts': 'sends a form to its own address',
				'src/lib/components/quantity/checking.svelte.ts': 'sends a form to an address of Cairn’s own',
				'src/lib/components/readiness/rating.svelte.ts': 'sends a form to an address of Cairn’s own',
				'src/lib/components/saving.svelte.ts': 'sends a form to its own address',
				'src/lib/components/workshop/asking.svelte.ts': 'asks an address of Cairn’s own',
				'src/lib/server/mail/send-mail.ts': 'asks the mail server that is set',
				'src/lib/server/sign-in/guess-key.ts': 'only tells kinds of addresses apart'
			}
		}));

	test('writes nothing down but in the trail and the log', () =>
		keepsOut({
			pattern: /\bconsole\.|process\.std(?:out|err)\.write|appendFile|createWriteStream/,
			example: 'console.error(error)',
			in: product.filter((file) => file.startsWith('src/') && !file.startsWith('src/cli/')),
			but: { 'src/hooks.server.ts': 'shows the code of the first set-up to whoever starts Cairn' }
		}));

	test('needs no plug-in of the browser', () =>
		keepsOut({ pattern: /<(?:object|embed|applet)\b/, example: '<object data="a.swf">', in: inPages }));

	test('keeps nothing in the browser’s own stores', () =>
		keepsOut({
			pattern: /\b(?:localStorage|sessionStorage|indexedDB|caches\.open|serviceWorker)\b|document\.cookie/,
			example: "localStorage.setItem('draft', text)",
			in: product
		}));

	test('turns off no check of a certificate', () =>
		keepsOut({
			pattern: /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/,
			example: 'tls: { rejectUnauthorized: false }',
			in: product
		}));

	test('compares without changing kinds, except with null', () => {
		expect(looseComparisons('loose.ts', 'a == b; c != null; d === e;')).toEqual(['loose.ts: a == b']);
		const typed = product.filter((file) => /\.(ts|mjs|js)$/.test(file));
		expect(typed.flatMap((file) => looseComparisons(file, readFileSync(file, 'utf8')))).toEqual([]);
	});
});

function looseComparisons(file: string, text: string): string[] {
	const places: string[] = [];
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
	const visit = (node: ts.Node): void => {
		if (
			ts.isBinaryExpression(node) &&
			[ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken].includes(
				node.operatorToken.kind
			) &&
			node.right.kind !== ts.SyntaxKind.NullKeyword
		)
			places.push(`${file}: ${text.slice(node.getStart(source), node.end)}`);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return places;
}

describe('the repository', () => {
	/** A key, a token of a well-known service, or a password in a setting. */
	const secret =
		/-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abp]-[0-9A-Za-z-]{10,}|\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\./;

	test('holds no key, token or file of settings', () => {
		expect(secret.test(`-----BEGIN ${'PRIVATE KEY'}-----`)).toBe(true);
		const texts = kept.filter((file) =>
			/\.(ts|mjs|js|svelte|json|md|html|css|sql|yml|yaml|txt|sh)$/.test(file)
		);
		expect(texts.length).toBeGreaterThan(200);
		expect(texts.filter((file) => secret.test(readFileSync(file, 'utf8')))).toEqual([]);
		expect(kept.filter((file) => /(^|\/)\.env|\.(pem|key|p12|pfx|sqlite)$/.test(file))).toEqual([]);
	});

	test('pins every library to one version, with a digest of what is to be installed', () => {
		const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
			'dependencies' | 'devDependencies',
			Record<string, string>
		>;
		const versions = Object.entries({ ...dependencies, ...devDependencies });
		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
		const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
			packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
		};
		const locked = Object.entries(packages).filter(([path]) => path !== '');
		expect(locked.length).toBeGreaterThan(versions.length);
		expect(
			locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)
		).toEqual([]);
		expect(
			versions.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
		).toEqual([]);
	});
});
