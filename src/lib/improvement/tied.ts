/** What an action is tied to, in one line as a form sends it: a question, a table of figures, or nothing. */

export type Tied = { source: string | null; question: string | null; figure: string | null };

/** `question staff confident`, `figure returns options`, or an empty text. */
export function tied({ source, question, figure }: Tied): string {
	if (source === null) return '';
	if (question !== null) return `question ${source} ${question}`;
	return figure === null ? '' : `figure ${source} ${figure}`;
}

/** The same read back. What is not of this shape is tied to nothing. */
export function readTied(written: string): Tied {
	const [kind, source, ...rest] = written.split(' ');
	const named = rest.join(' ');
	if (!source || named === '') return { source: null, question: null, figure: null };
	return {
		source,
		question: kind === 'question' ? named : null,
		figure: kind === 'figure' ? named : null
	};
}
