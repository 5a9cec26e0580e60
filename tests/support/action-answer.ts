/** Reads what a form action answers to a script: SvelteKit sends values once each, and names them by their place. */

export type ActionAnswer = { type: 'success' | 'failure' | 'redirect' | 'error'; data: unknown };

/** Plain values only: no dates, maps or missing values. */
export function readActionAnswer(body: string): ActionAnswer {
	const answer = JSON.parse(body) as { type: ActionAnswer['type']; data?: string };
	return { type: answer.type, data: answer.data === undefined ? undefined : revived(answer.data) };
}

function revived(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const at = (place: number): unknown => {
		const value = values[place];
		if (Array.isArray(value)) return value.map((each: number) => at(each));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, at(each as number)]));
	};
	return at(0);
}
