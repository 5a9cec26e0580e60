/** Finding elements to tag evidence with by typing a code or some words. Loads nothing: it is asked in the browser. */

export type ElementChoice = {
	code: string;
	/** Its title or, where that is only a label of ours, its words. */
	text: string;
	/** Title of its framework. */
	of: string;
	/** Whether it stands at the top of the framework that the review judges by: a theme, a standard. */
	leading: boolean;
};

/**
 * The choices that fit what was typed: a code before those that begin with it, then those with all of the typed words
 * at the beginning of their own. Nothing typed fits nothing.
 */
export function findChoices(choices: readonly ElementChoice[], typed: string, most: number): ElementChoice[] {
	const sought = typed.trim().toLowerCase();
	if (sought === '') return [];
	const parts = sought.split(/\s+/);
	const rank = ({ code, text }: ElementChoice): number => {
		const own = code.toLowerCase();
		if (own === sought) return 0;
		if (own.startsWith(sought)) return 1;
		const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
		return parts.every((part) => words.some((word) => word.startsWith(part))) ? 2 : 3;
	};
	return choices
		.map((choice) => ({ choice, at: rank(choice) }))
		.filter(({ at }) => at < 3)
		.sort((a, b) => a.at - b.at)
		.slice(0, most)
		.map(({ choice }) => choice);
}

/** The codes that somebody wrote, with spaces, commas or semicolons between; each once, as the frameworks spell it. */
export function codesIn(choices: readonly ElementChoice[], written: string): string[] {
	const spelled = new Map(choices.map(({ code }) => [code.toLowerCase(), code]));
	const codes = written
		.split(/[\s,;]+/)
		.filter((code) => code !== '')
		.map((code) => spelled.get(code.toLowerCase()) ?? code);
	return [...new Set(codes)];
}
