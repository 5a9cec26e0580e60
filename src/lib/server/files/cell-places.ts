/** How a spreadsheet names its columns: A is 1, Z is 26, AA is 27. */

/** The number of the column in a place such as AB12; 0 where it names none. */
export function columnNumber(place: string): number {
	let number = 0;
	for (let at = 0; at < place.length; at += 1) {
		const letter = place.charCodeAt(at) - 64;
		if (letter < 1 || letter > 26) return at > 0 && at <= 3 ? number : 0;
		number = number * 26 + letter;
	}
	return 0;
}

export function columnName(number: number): string {
	const before = Math.floor((number - 1) / 26);
	return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}
