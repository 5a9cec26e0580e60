/** How words typed by different hands are compared: answers, column names, options. */

/** Lower case, one space between words, straight apostrophes, composed letters, nothing invisible. */
export function plainWord(cell: string): string {
	if (alreadyPlain.test(cell)) return cell;
	return cell
		.replace(invisible, '')
		.replace(/[\u2018\u2019\u02bc]/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.normalize('NFC')
		.toLowerCase();
}

/** Most cells need no work, and there may be a hundred thousand of them. */
const alreadyPlain = /^[a-z0-9]*$/;

/** Soft hyphens, zero-width spaces and joiners, and byte-order marks, as spreadsheets and web forms leave them. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
