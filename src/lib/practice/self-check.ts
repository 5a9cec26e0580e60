/**
 * What comes of a checklist: how many items were answered how, and which to look at. No score and no percentage: the
 * items do not weigh the same, and a list is not a scale.
 */
import { selfCheckAnswers, type SelfCheckAnswer, type SelfCheckAnswers } from '#lib/judgement/self-check.ts';

export type SelfCheckCount = { answer: SelfCheckAnswer; count: number };

export type SelfCheckResult<Item> = {
	/** Of each answer, in the order in which they are offered; those that nobody gave too. */
	counts: SelfCheckCount[];
	/** How many items have no answer. */
	open: number;
	/** Answered no, then those answered partly, each in the order of the list. */
	lookAt: { item: Item; answer: 'no' | 'partly'; note: string }[];
};

/** `items`: of the checklist, in its order; what is said of any other code does not count. */
export function selfCheckResult<Item extends { code: string }>(
	items: readonly Item[],
	answers: SelfCheckAnswers
): SelfCheckResult<Item> {
	const answerTo = ({ code }: Item) => answers[code]?.answer ?? '';
	const answered = (answer: 'no' | 'partly') =>
		items
			.filter((item) => answerTo(item) === answer)
			.map((item) => ({ item, answer, note: answers[item.code]?.note ?? '' }));
	return {
		counts: selfCheckAnswers.map((answer) => ({
			answer,
			count: items.filter((item) => answerTo(item) === answer).length
		})),
		open: items.filter((item) => answerTo(item) === '').length,
		lookAt: [...answered('no'), ...answered('partly')]
	};
}
