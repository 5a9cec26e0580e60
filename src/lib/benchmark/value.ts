/** What a partnership's result is, as it is compared. Zod-free types stand beside their schemas' names. */
import { z } from 'zod';

const whole = z.number().int().nonnegative();

/** A share of records: k of n, n above 0. */
export const shareValue = z.strictObject({ positive: whole, base: z.number().int().positive() });
/** A step on a scale: the stage of a component (0 to 4) or the evaluation of a theme (1 to 6). */
export const stepValue = z.strictObject({ step: z.number().int().min(0).max(6) });
/** How many there are: recommendations on a theme. */
export const countValue = z.strictObject({ count: whole });

export const valueSchema = z.union([shareValue, stepValue, countValue]);
export type ShareValue = z.infer<typeof shareValue>;
export type StepValue = z.infer<typeof stepValue>;
export type CountValue = z.infer<typeof countValue>;
export type Value = z.infer<typeof valueSchema>;

export const isShare = (value: Value): value is ShareValue => 'base' in value;
export const isStep = (value: Value): value is StepValue => 'step' in value;
export const isCount = (value: Value): value is CountValue => 'count' in value;
