/** What is wrong with a JSON file, in plain words: which field, and what it should be. */
import type { z } from 'zod';

/** One sentence for each fault that a schema found in `json`. */
export function issueSentences({ issues }: z.ZodError, json: unknown): string[] {
	return issues.flatMap((issue) => sentencesOf(issue, json));
}

function sentencesOf(issue: z.core.$ZodIssue, json: unknown): string[] {
	const place = placeOf(issue.path, json);
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => `${place}: there is no field “${key}”.`);
		case 'invalid_type':
			return valueAt(json, issue.path) === undefined
				? [`${place} is missing; it should be ${kinds[issue.expected] ?? issue.expected}.`]
				: [`${place} should be ${kinds[issue.expected] ?? issue.expected}.`];
		case 'invalid_value':
			return [`${place} should be one of: ${issue.values.join(', ')}.`];
		case 'too_small':
			return [`${place} ${tooFew(issue)}.`];
		case 'invalid_union':
			return [`${place} should be a word or a number.`];
		default:
			return [`${place}: ${issue.message}.`];
	}
}

const kinds: Record<string, string> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list, [] when there is nothing in it',
	object: 'an object in braces',
	tuple: 'a list of two numbers',
	record: 'an object in braces'
};

function tooFew({ origin, minimum }: { origin: string; minimum: number | bigint }): string {
	if (origin === 'string') return 'must not be empty';
	if (origin === 'array') return `needs at least ${minimum}`;
	return `must be at least ${minimum}`;
}

/** `questions, 6th (Q6), positive`: positions counted as people do, with the code or id of what stands there. */
function placeOf(path: readonly PropertyKey[], json: unknown): string {
	if (path.length === 0) return 'The file';
	return path
		.map((step, depth) => {
			if (typeof step !== 'number') return `“${String(step)}”`;
			const name = nameOf(valueAt(json, path.slice(0, depth + 1)));
			return `number ${step + 1}${name ? ` (${name})` : ''}`;
		})
		.join(', ');
}

function nameOf(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const named = value as Record<string, unknown>;
	const name = named.code ?? named.id ?? named.reference ?? named.number ?? named.element;
	return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
	let value = json;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[step];
	}
	return value;
}
