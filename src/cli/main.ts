/**
 * The command line: `npm run --silent cairn -- <command>`. Exit 0 done, 1 a problem in the input (said on standard
 * error), 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import type { Database } from '#lib/server/db/open.ts';
import { issueSentences } from '#lib/server/issue-words.ts';
import { Problem } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { UsageError, type Command } from './command.ts';

const call = 'npm run --silent cairn --';

/** Each command in its own file, read only when it is called. */
export const commands: Record<string, () => Promise<{ command: Command }>> = {
	frameworks: () => import('./frameworks.ts'),
	'frameworks show': () => import('./frameworks-show.ts'),
	score: () => import('./score.ts'),
	reviews: () => import('./reviews.ts'),
	'reviews export': () => import('./reviews-export.ts'),
	'reviews import': () => import('./reviews-import.ts'),
	'reviews give': () => import('./reviews-give.ts'),
	organisations: () => import('./organisations.ts'),
	'organisations add': () => import('./organisations-add.ts'),
	people: () => import('./people.ts'),
	'people add': () => import('./people-add.ts'),
	'people unlock': () => import('./people-unlock.ts'),
	'answers import': () => import('./answers-import.ts'),
	'sample draw': () => import('./sample-draw.ts'),
	'check-identifiers': () => import('./check-identifiers.ts'),
	'check-text': () => import('./check-text.ts'),
	compare: () => import('./compare.ts'),
	report: () => import('./report.ts'),
	backup: () => import('./backup.ts'),
	restore: () => import('./restore.ts'),
	doctor: () => import('./doctor.ts'),
	'audit verify': () => import('./audit-verify.ts'),
	retention: () => import('./retention.ts')
};

/** Runs one command. Returns the exit code. */
export async function main(words: string[]): Promise<number> {
	const name = findName(words);
	if (name === undefined) return explainAll(words);
	const { command } = await commands[name]!();
	const rest = words.slice(name.split(' ').length);
	if (rest.includes('--help') || rest.includes('-h')) {
		print(`Usage: ${call} ${command.usage}\n\n${command.summary}\n\n${command.help}`);
		return 0;
	}
	let opened: Database | undefined;
	const now = new Date().toISOString();
	try {
		const { openCairn } = await import('#lib/server/open-cairn.ts');
		await command.run({
			...readArguments(command, rest),
			openCairn: () => (opened ??= openCairn(keptFolder(), now)),
			print,
			remark,
			now
		});
		return 0;
	} catch (error) {
		return explain(error, command);
	} finally {
		opened?.$client.close();
	}
}

/** The longest command name that the words begin with. */
function findName(words: string[]): string | undefined {
	const two = words.slice(0, 2).join(' ');
	if (two in commands) return two;
	const one = words[0] ?? '';
	return one in commands ? one : undefined;
}

function readArguments(command: Command, rest: string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: rest,
			options: { json: { type: 'boolean' }, ...command.options },
			allowPositionals: true
		});
		const { positionals: names } = command;
		if (positionals.length < names.length)
			throw new UsageError(`Give ${names.slice(positionals.length).join(' and ')}.`);
		if (positionals.length > names.length)
			throw new UsageError(`“${positionals[names.length]}” is one word too many.`);
		return { options: values as Record<string, string | boolean | undefined>, positionals };
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError((error as Error).message);
	}
}

function explain(error: unknown, command: Command): number {
	if (error instanceof UsageError) {
		remark(`${error.message}\nUsage: ${call} ${command.usage}`);
		return 2;
	}
	if (error instanceof Problem) remark([error.message, ...listed(error.details)].join('\n'));
	else if (error instanceof ZodError)
		remark(
			[
				'A document does not have the shape it should have.',
				...listed(issueSentences(error, undefined))
			].join('\n')
		);
	else remark(`Something went wrong that should not: ${(error as Error).stack ?? String(error)}`);
	return 1;
}

const mostListed = 50;

function listed(details: readonly string[]): string[] {
	const shown = details.slice(0, mostListed).map((detail) => `- ${detail}`);
	const more = details.length - shown.length;
	return more > 0 ? [...shown, `- and ${more} more`] : shown;
}

async function explainAll(words: string[]): Promise<number> {
	const asked = words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help';
	const lines = await Promise.all(
		Object.values(commands).map(async (load) => {
			const { command } = await load();
			return `  ${command.usage}\n      ${command.summary}`;
		})
	);
	const text = `Usage: ${call} <command>\n\n${lines.join('\n')}\n\nEvery command takes --help, and --json where it prints a result.`;
	if (asked && words.length > 0) {
		print(text);
		return 0;
	}
	remark(words.length === 0 ? text : `There is no command “${words.join(' ')}”.\n\n${text}`);
	return 2;
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function remark(text: string): void {
	process.stderr.write(`${text}\n`);
}
