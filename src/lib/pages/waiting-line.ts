/** What waits for somebody's yes or no, as a page asks it. */

export type WaitingLine = {
	/** Also the name of the form action that takes the answer. */
	kind: 'duty' | 'membership';
	id: string;
	/** The question in words. */
	asked: string;
	/** Who asks, where that is known. */
	by: string | null;
};
