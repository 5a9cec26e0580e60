/** Postcodes in a text. */
import { matchesOf, type Find } from './identifier-find.ts';

/** Districts and the letters that each place may have: Royal Mail's form of a postcode. */
const postcode =
	/(?<![\p{L}\p{N}])[A-PR-UWYZ](?:[A-HK-Y])?\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu;

/** The areas that there are, with the Channel Islands and Man: “wk2 4hr” has the form, but is a week and four hours. */
const areas = new Set(
	(
		'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
		'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP ' +
		'NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB ' +
		'W WA WC WD WF WN WR WS WV YO ZE'
	).split(' ')
);

/** “G4 2nd” is no postcode, though “G4 2ND” is one. */
export function findPostcodes(text: string): Find[] {
	return matchesOf(text, postcode)
		.filter(({ found }) => areas.has(/^[a-z]+/i.exec(found)![0].toUpperCase()))
		.filter(({ found }) => !/\d(?:st|nd|rd|th)$/.test(found))
		.map((match) => ({ ...match, reason: 'the form of a postcode, in an area that there is' }));
}
