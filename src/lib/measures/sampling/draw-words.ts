/** How a sample was drawn, in the one sentence that stands on its source and in the report. */
import { formatCount, listed } from '../figures.ts';
import type { Draw, DrawAsked } from './draw.ts';
import { drawMethod } from './lots.ts';

/** With more strata than this their numbers are left to the page of the sample. */
const mostNamed = 6;

/**
 * `60 of 400 files, drawn at random within each “locality” in proportion to its size (North 30 of 200, …), by
 * cairn-draw-1 with the seed “7”.` `unit`: what is drawn, in the plural.
 */
export function drawSentence(draw: Draw, asked: DrawAsked, frameSize: number, unit: string): string {
	const frame = formatCount(frameSize);
	if (asked.design === 'census') return `All ${frame} ${unit} of the sampling frame: a census.`;
	const how = `by ${drawMethod} with the seed “${asked.seed}”`;
	const number = `${formatCount(draw.drawn.length)} of ${frame} ${unit}`;
	if (!draw.strata) return `${number}, drawn at random, ${how}.`;
	const numbers = draw.strata.map(({ stratum, drawn, frame: of }) => `${stratum} ${drawn} of ${of}`);
	const named = numbers.length <= mostNamed && numbers.join().length <= 160 ? ` (${listed(numbers)})` : '';
	const shares = asked.numbers ? 'in set numbers' : 'in proportion to its size';
	return `${number}, drawn at random within each “${asked.column}” ${shares}${named}, ${how}.`;
}
