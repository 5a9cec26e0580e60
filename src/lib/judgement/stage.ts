/** The stages of a review, from plan to issue. */

export const stages = ['planning', 'gathering', 'judging', 'moderating', 'checking', 'issued'] as const;
export type ReviewStage = (typeof stages)[number];

/** What a section that is given to somebody may be, besides the code of a theme or standard. */
export const sectionsOfWork = ['plan', 'evidence', 'report'] as const;
