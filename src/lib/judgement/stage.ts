/** The stages of a review, from plan to issue. */

export const stages = ['planning', 'gathering', 'judging', 'moderating', 'checking', 'issued'] as const;
export type ReviewStage = (typeof stages)[number];
