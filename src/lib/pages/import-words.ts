/** How batches and files that were sent are said on their pages. */
const ways: Readonly<Record<string, string>> = {
	file: 'A file',
	workbook: 'A reader’s workbook',
	link: 'Answered in Cairn',
	'command-line': 'The command line'
};
export const wayWords = (way: string): string => ways[way] ?? way;

const formats: Readonly<Record<string, string>> = {
	cairn: 'a file of answers by question code',
	'microsoft-forms': 'a Microsoft Forms export',
	smartsurvey: 'a SmartSurvey export',
	surveymonkey: 'a SurveyMonkey export'
};
/** Null for a table of no tool that is known. */
export const formatWords = (format: string | null): string | null => formats[format ?? ''] ?? null;

const parts: Readonly<Record<string, string>> = {
	reading: 'Reading the file',
	checking: 'Looking through its rows',
	storing: 'Taking in its records'
};

/** How far the work is. `share` from 0 to 1; null when nothing has been heard of it. */
export function progressWords(
	state: 'reading' | 'taking-in',
	progress: { part: string; share: number } | null
): string {
	if (!progress) return state === 'reading' ? parts.reading! : parts.checking!;
	return `${parts[progress.part] ?? parts.reading}: ${Math.floor(progress.share * 100)}% done`;
}

/** A size limit such as `20M` in words; bytes without a letter. */
export function sizeWords(limit: string): string {
	const [, figure, unit] = /^(\d+)\s*([KMG])?$/i.exec(limit) ?? [];
	if (!figure) return limit;
	return unit ? `${figure} ${unit.toUpperCase()}B` : `${Math.floor(Number(figure) / 1e6)} MB`;
}
