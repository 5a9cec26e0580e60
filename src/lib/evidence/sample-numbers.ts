/** Set numbers for strata, as they are written in one line: on the command line and in a form. */

/**
 * `North=10, South=5`, with commas, semicolons or line breaks between; an empty text has none. Null when a part is not
 * a name, an equals sign or a colon, and a whole number, or when a name is there twice. A name that has commas in it
 * needs semicolons or line breaks between the parts.
 */
export function readNumbers(text: string): Record<string, number> | null {
	const between = /[;\n]/.test(text) ? /[;\n]/ : /,/;
	const numbers = Object.create(null) as Record<string, number>;
	for (const part of text.split(between)) {
		if (part.trim() === '') continue;
		const [, name, number] = /^\s*(.*\S)\s*[=:]\s*(\d{1,9})\s*$/.exec(part) ?? [];
		if (name === undefined || name in numbers) return null;
		numbers[name] = Number(number);
	}
	return numbers;
}
