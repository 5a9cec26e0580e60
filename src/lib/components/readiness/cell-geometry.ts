/** Where things stand in the cell of a component, 36 × 70: five lines for the stages, a disc, four squares. */

/** Lines for the stages 0 to 4; a higher stage stands higher. */
export const stageLines = [50, 40, 30, 20, 10] as const;

export const lineOf = (stage: number): number => stageLines[stage] ?? 50;

/** Left edges of the squares. */
export const squares = [3.5, 11.5, 19.5, 27.5] as const;
