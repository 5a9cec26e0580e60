/**
 * Records the digests of all quoted texts: `node tests/contracts/record-digests.ts`. To be run after a framework or
 * crosswalk is added. Refuses to record what does not stand in the source documents.
 */
import { writeFileSync } from 'node:fs';
import { digestOf, digestsFile, quotations, sourcesAreAtHand, standsWithin } from './quotations.ts';

if (!sourcesAreAtHand) throw new Error('The source documents are not at hand, so nothing can be recorded.');
const astray = quotations.filter((quotation) => !standsWithin(quotation, ...quotation.lines));
if (astray.length > 0)
	throw new Error(`Not at their lines:\n${astray.map(({ key, lines }) => `${key} (${lines})`).join('\n')}`);

const digests = Object.fromEntries(quotations.map((quotation) => [quotation.key, digestOf(quotation)]));
writeFileSync(digestsFile, `${JSON.stringify(digests, null, '\t')}\n`);
console.log(`${quotations.length} digests recorded`);
