/**
 * Finds where code writes to the database, by the types of what is called: a Map's `delete` is no write, a statement's
 * `run` is one however it came about. SQL that writes counts where it is prepared, whatever runs it.
 */
import { relative } from 'node:path';
import ts from 'typescript';

export type Write = {
	/** From the top of the repository, with forward slashes. */
	file: string;
	line: number;
	/** As it stands there, in short. */
	code: string;
};

const options: ts.CompilerOptions = {
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	target: ts.ScriptTarget.ESNext,
	allowImportingTsExtensions: true,
	noEmit: true,
	strict: true,
	skipLibCheck: true,
	types: ['node']
};

const writing = new Set(['insert', 'update', 'delete', 'run', 'exec']);
const writingSql = /^\s*(insert|update|delete|replace|create|drop|alter|vacuum|attach)\b/i;

/** `files` are paths from the top; `planted` are further files by their path, with what stands in them. */
export function findWrites(
	files: readonly string[],
	planted: Readonly<Record<string, string>> = {}
): Write[] {
	const root = process.cwd();
	const full = (path: string) => `${root}/${path}`;
	const host = ts.createCompilerHost(options);
	const { fileExists, readFile } = host;
	const textOf = new Map(Object.entries(planted).map(([path, text]) => [full(path), text]));
	host.fileExists = (path) => textOf.has(path) || fileExists(path);
	host.readFile = (path) => textOf.get(path) ?? readFile(path);
	const mayWrite = files
		.map(full)
		.filter((path) => /\.(?:insert|update|delete|run|exec|prepare)\(/.test(readFile(path)!));
	const paths = [...mayWrite, ...textOf.keys()];
	const program = ts.createProgram(paths, options, host);
	const checker = program.getTypeChecker();
	return paths.flatMap((path) => writesIn(program.getSourceFile(path)!, checker, root));
}

function writesIn(source: ts.SourceFile, checker: ts.TypeChecker, root: string): Write[] {
	const found: Write[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isCallExpression(node) && isWrite(node, checker))
			found.push({
				file: relative(root, source.fileName).replaceAll('\\', '/'),
				line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
				code: node.getText().replace(/\s+/g, ' ').slice(0, 80)
			});
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function isWrite({ expression, arguments: given }: ts.CallExpression, checker: ts.TypeChecker): boolean {
	if (!ts.isPropertyAccessExpression(expression)) return false;
	const name = expression.name.text;
	if (!writing.has(name) && name !== 'prepare') return false;
	const declared = checker.getSymbolAtLocation(expression.name)?.declarations?.[0]?.getSourceFile().fileName;
	if (!declared || !/node_modules\/(drizzle-orm|@types\/better-sqlite3)\//.test(declared)) return false;
	if (name !== 'prepare') return true;
	const [sql] = given;
	return sql !== undefined && (ts.isStringLiteralLike(sql) || ts.isTemplateExpression(sql))
		? writingSql.test(sql.getText().slice(1))
		: false;
}
