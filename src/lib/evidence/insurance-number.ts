/** National Insurance numbers in a text. */
import type { Find } from './identifier-find.ts';

/** The letters that HM Revenue and Customs gives out. */
const insurance =
	/(?<![\p{L}\p{N}])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(\d{2})([ -]?)\d{2}\2\d{2}(?:[ -]?([A-D]))?(?![\p{L}\p{N}])/giu;
const named = /\b(?:national insurance|N\.?I\.?(?: ?(?:number|no))?|NINO)\b/i;

/**
 * The last letter may be missing. Two letters and six digits alone are as often the reference of a file, so without
 * the last letter the digits must stand in pairs or the number be named before.
 */
export function findInsuranceNumbers(text: string): Find[] {
	return [...text.matchAll(insurance)].flatMap((match) => {
		const { 0: found, 2: between, 3: last, index: at } = match;
		if (last) return [{ found, at, reason: 'two letters, six digits and a letter that such numbers have' }];
		if (between) return [{ found, at, reason: 'two letters and six digits in pairs' }];
		if (named.test(text.slice(Math.max(0, at - 40), at)))
			return [{ found, at, reason: 'two letters and six digits behind the name of such a number' }];
		return [];
	});
}
