/** The kinds of result that a partnership may share, each by a consent of its own. Browser code uses them too: no zod. */
export const resultKinds = ['readiness', 'measures', 'evaluations', 'recommendations'] as const;
export type ResultKind = (typeof resultKinds)[number];
