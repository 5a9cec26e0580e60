/** What the forms of the page of a sample send, read into what the commands ask for. */
import { randomInt } from 'node:crypto';
import { readFrameText } from '#lib/evidence/frame-text.ts';
import { mostInFrame, numberedFrame, type Frame } from '#lib/evidence/frame.ts';
import { readNumbers } from '#lib/evidence/sample-numbers.ts';
import type { DrawAsked } from '#lib/measures/sampling/draw.ts';
import type { PlanAsked } from '#lib/pages/sample-plan.ts';
import { readFrameFileBetween } from './frame-file.ts';
import { FormProblem, refuseFaults } from './problems.ts';
import { textOf } from './web-problems.ts';

/** A seed to offer: nobody chose it. */
export const offeredSeed = (): string => String(randomInt(1, 1_000_000_000));

/** What the form of the plan asks for, from the address of the page. */
export function planAsked(search: URLSearchParams): PlanAsked {
	const said = (name: string) => (search.get(name) ?? '').slice(0, 20);
	return { size: said('size'), of: said('of'), share: said('share'), margin: said('margin') };
}

/** The frame from a file, a pasted list or a size: one of the three. Throws form-invalid, or that the file is no table. */
export async function frameFrom(
	form: FormData
): Promise<Pick<Frame, 'entries' | 'problems'> & { field: 'file' | 'list' | 'frameSize' }> {
	const file = form.get('file');
	const [list, size] = [textOf(form, 'list'), textOf(form, 'frameSize').replaceAll(',', '')];
	const hasFile = file instanceof File && (file.size > 0 || file.name !== '');
	if ([hasFile, list !== '', size !== ''].filter(Boolean).length !== 1)
		throw new FormProblem({
			file: 'Choose a file, or paste a list, or write how many there are: one of the three.'
		});
	if (hasFile) {
		if (file.size === 0) throw new FormProblem({ file: 'This file is empty. Choose the one with the list.' });
		const frame = await readFrameFileBetween(new Uint8Array(await file.arrayBuffer()), file.name);
		return { ...frame, field: 'file' };
	}
	if (list !== '') return { ...readFrameText(list), field: 'list' };
	if (!/^[1-9]\d{0,5}$/.test(size) || Number(size) > mostInFrame)
		throw new FormProblem({ frameSize: 'Write a whole number from 1 to 100,000.' });
	return { entries: numberedFrame(Number(size)), problems: [], field: 'frameSize' };
}

const designs = ['random', 'stratified', 'census'] as const;

/** What is to be drawn. Throws form-invalid. */
export function drawFrom(form: FormData): DrawAsked {
	const design = designs.find((each) => each === textOf(form, 'design'));
	const written = textOf(form, 'numbers');
	const numbers = readNumbers(written);
	const whole = (name: string) => {
		const text = textOf(form, name).replaceAll(',', '');
		return /^\d{1,6}$/.test(text) ? Number(text) : null;
	};
	const [size, replacements] = [
		whole('drawSize'),
		textOf(form, 'replacements') === '' ? 0 : whole('replacements')
	];
	const needsSize = design === 'random' || (design === 'stratified' && written === '');
	refuseFaults({
		design: design ? null : 'Choose how to draw.',
		drawSize: needsSize && size === null ? 'Write how many to draw as a whole number above 0.' : null,
		column:
			design === 'stratified' && textOf(form, 'column') === '' ? 'Choose the column of the strata.' : null,
		numbers:
			design === 'stratified' && numbers === null
				? 'Write a name and a number for each stratum, such as North=10; South=5.'
				: null,
		replacements:
			replacements === null ? 'Write the number of replacements as a whole number, or nothing.' : null
	});
	return {
		design: design!,
		seed: textOf(form, 'seed'),
		size: size ?? 0,
		column: design === 'stratified' ? textOf(form, 'column') : null,
		numbers: design === 'stratified' && written !== '' ? numbers : null,
		replacements: replacements ?? 0
	};
}
