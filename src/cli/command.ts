/** What a command of the command line is, and how it is told that it was called wrongly. */
import type { ParseArgsConfig } from 'node:util';
import type { Database } from '#lib/server/db/open.ts';

export type CommandInput = {
	/** Values of the options by name; `json` is there for every command. */
	options: Record<string, string | boolean | undefined>;
	positionals: string[];
	/** Opens Cairn in the kept folder: migrated, with frameworks and the example. Opened once, only when asked for. */
	openCairn: () => Database;
	/** Writes to standard output; text gets a line end. */
	print: (text: string) => void;
	/** Writes a remark to standard error. */
	remark: (text: string) => void;
	/** The time now, ISO 8601. */
	now: string;
};

export type Command = {
	/** After `npm run --silent cairn --`: `frameworks show <id> [--edition E] [--json]`. */
	usage: string;
	/** One line for the list of commands. */
	summary: string;
	/** More lines for `--help`. */
	help: string;
	options: NonNullable<ParseArgsConfig['options']>;
	/** Names of the positional arguments, all required. */
	positionals: string[];
	run: (input: CommandInput) => void | Promise<void>;
};

/** The command was called wrongly: exit 2. */
export class UsageError extends Error {}

/** An option's value as a whole number above zero, or undefined. */
export function wholeNumber(input: CommandInput, option: string): number | undefined {
	const value = input.options[option];
	if (value === undefined) return undefined;
	if (typeof value !== 'string' || !/^[1-9]\d{0,9}$/.test(value))
		throw new UsageError(`--${option} takes a whole number above zero, not “${value}”.`);
	return Number(value);
}

/** An option's value as one of some words, or undefined. */
export function oneOf<Word extends string>(
	input: CommandInput,
	option: string,
	words: readonly Word[]
): Word | undefined {
	const value = input.options[option];
	if (value === undefined) return undefined;
	const word = words.find((each) => each === value);
	if (!word) throw new UsageError(`--${option} takes one of: ${words.join(', ')}; not “${value}”.`);
	return word;
}
