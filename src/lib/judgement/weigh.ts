/** Findings in the order in which they are weighed: the heaviest first, and within a weight as they were written. */
import type { Finding } from './judgement.ts';

export const weights = [
	'critical',
	'significant',
	'ordinary'
] as const satisfies readonly Finding['weight'][];

export type WeightGroup<Found extends Finding> = { weight: Finding['weight']; findings: Found[] };

/** The findings of one direction by weight. Weights without a finding are left out; nothing is added up. */
export function weighFindings<Found extends Finding>(
	findings: readonly Found[],
	direction: Finding['direction']
): WeightGroup<Found>[] {
	return weights
		.map((weight) => ({
			weight,
			findings: findings.filter((finding) => finding.direction === direction && finding.weight === weight)
		}))
		.filter((group) => group.findings.length > 0);
}
