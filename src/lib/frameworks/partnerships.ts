/**
 * The integration authorities of Scotland with their council areas and benchmarking families. Two councils may
 * share an authority and yet belong to different families; both are kept.
 */
import { z } from 'zod';
import { deepFreeze } from './freeze.ts';
import { editionSchema, idSchema } from './source.ts';

/** S as the register gives it; X for an invented partnership, so that no code is ever taken for a real one. */
const authorityCode = z.string().regex(/^[SX]37\d{6}$/, 'write the code as S37 and six digits');
const councilCode = z.string().regex(/^[SX]12\d{6}$/, 'write the code as S12 and six digits');

const councilSchema = z.strictObject({
	code: councilCode,
	name: z.string().min(1),
	/** Number of its Local Government Benchmarking Framework family for children, social work and housing. */
	family: z.number().int().min(1).max(4)
});

const partnershipSchema = z.strictObject({
	code: authorityCode,
	name: z.string().min(1),
	councils: z.array(councilSchema).min(1),
	/** Whether it was one of the six in the thematic review of 2018–19. */
	inReview2018: z.boolean(),
	/** What a reader must know about it. */
	note: z.string().min(1).optional()
});
export type Partnership = z.infer<typeof partnershipSchema>;

const partnershipsSchema = z
	.strictObject({
		id: idSchema,
		edition: editionSchema,
		sources: z.array(
			z.strictObject({ gives: z.string().min(1), title: z.string().min(1), url: z.url().optional() })
		),
		/** What was inferred or is uncertain. */
		cautions: z.array(z.string().min(1)),
		/** Codes that were replaced; older files may still carry them. */
		supersededCodes: z.array(
			z.strictObject({ code: authorityCode.or(councilCode), by: authorityCode.or(councilCode) })
		),
		partnerships: z.array(partnershipSchema).min(1)
	})
	.superRefine(({ partnerships }, context) => {
		const seen = new Set<string>();
		partnerships.forEach((partnership, index) => {
			for (const { code } of [partnership, ...partnership.councils]) {
				if (seen.has(code))
					context.addIssue({
						code: 'custom',
						path: ['partnerships', index],
						message: `the code ${code} stands twice`
					});
				seen.add(code);
			}
		});
	});
export type Partnerships = z.infer<typeof partnershipsSchema>;

/** Parses and freezes the list of partnerships. Throws a ZodError that names the place of each fault. */
export function parsePartnerships(json: unknown): Partnerships {
	return deepFreeze(partnershipsSchema.parse(json));
}

/** The partnership with this code, its own or a council's, today's or a superseded one; undefined when there is none. */
export function findPartnership(list: Partnerships, code: string): Partnership | undefined {
	const current = list.supersededCodes.find((superseded) => superseded.code === code)?.by ?? code;
	return list.partnerships.find((partnership) =>
		[partnership, ...partnership.councils].some((area) => area.code === current)
	);
}

/** Whether the partnership is invented: those of the example world carry codes that begin with X. */
export function isInvented({ code }: Pick<Partnership, 'code'>): boolean {
	return code.startsWith('X');
}

/**
 * The number of the family, 1 to 4, beside which the partnership is compared: that of its first council in the list.
 * Two councils of one authority may be in two families; the partnership is then compared within the first alone, so
 * that the families stay fixed and have no partnership in common.
 */
export function benchmarkFamilyOf({ councils }: Pick<Partnership, 'councils'>): number {
	return councils[0]!.family;
}

/** The numbers of the families that the partnership's councils belong to, rising and once each. */
export function familiesOf(partnership: Partnership): number[] {
	return [...new Set(partnership.councils.map(({ family }) => family))].sort((a, b) => a - b);
}
