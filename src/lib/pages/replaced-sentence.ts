/** What is said once a replacement has taken a place in the sample. */

type Used = { reference: string; record: number | null; answers: number };

/** `F-107 stands for F-126 now, as number 4. 3 answers to F-126 were deleted, and its reading begins again.` */
export function replacedSentence(reference: string, { reference: next, record, answers }: Used): string {
	const place = record === null ? '' : `, as number ${record}`;
	const deleted =
		answers === 0
			? ''
			: ` ${answers} ${answers === 1 ? 'answer' : 'answers'} to ${reference} ${answers === 1 ? 'was' : 'were'} deleted, and its reading begins again.`;
	return `${next} stands for ${reference} now${place}.${deleted}`;
}
