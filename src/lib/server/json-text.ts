/** Reads JSON that somebody sent or named, so that nothing in it is a sign that no database or address can hold. */

/** What the text says. Throws a SyntaxError when it is not JSON. A mark at its beginning is left out. */
export function jsonOf(text: string): unknown {
	return withoutHalves(JSON.parse(text.replace(/^\ufeff/, '')));
}

/** JSON may hold half a letter (`\ud800` alone), which no address or database can: it becomes the replacement mark. */
function withoutHalves(json: unknown): unknown {
	if (typeof json === 'string') return json.toWellFormed();
	if (Array.isArray(json)) return json.map(withoutHalves);
	if (json === null || typeof json !== 'object') return json;
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [name.toWellFormed(), withoutHalves(value)])
	);
}
