/** How a checklist is answered, item by item. Browser code uses it too: no zod. */
export const selfCheckAnswers = ['yes', 'partly', 'no', 'not-applicable'] as const;
export type SelfCheckAnswer = (typeof selfCheckAnswers)[number];

/** By the code of the item; an item that is not here was not answered. A note may stand without an answer. */
export type SelfCheckAnswers = Readonly<Record<string, { answer: SelfCheckAnswer | ''; note: string }>>;

export const isSelfCheckAnswer = (text: string): text is SelfCheckAnswer =>
	(selfCheckAnswers as readonly string[]).includes(text);
