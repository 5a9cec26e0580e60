/** The findings of a review by theme or standard, one line each, with what Cairn proposes from the evidence. */
import type { ProposedFinding } from '#lib/judgement/propose-findings.ts';
import { weighFindings, type WeightGroup } from '#lib/judgement/weigh.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { listed } from '#lib/measures/figures.ts';
import {
	codesBelow,
	leadingFramework,
	sectionElements,
	type ReportInput
} from '#lib/reports/derive-input.ts';
import { counted } from '#lib/reports/review-words.ts';
import { deriveProposals } from './proposals.ts';
import { kindOf, linkKinds, type LinkKind } from './link-values.ts';

export type FindingLine = Finding & {
	/** `2 measures, 1 document`; empty where it rests on nothing. */
	rests: string;
	comments: number;
};

export type FindingsOfElement = {
	/** Code of the theme or standard; empty for findings on none of them. */
	code: string;
	title: string;
	strengths: WeightGroup<FindingLine>[];
	areas: WeightGroup<FindingLine>[];
	count: number;
	proposed: ProposedFinding[];
	/** Proposals that somebody dropped, and that the evidence still makes. */
	dropped: ProposedFinding[];
};

/** `comments`: how many by the finding's id; `dropped`: keys of proposals. */
export function deriveFindingsPage(
	input: ReportInput,
	comments: ReadonlyMap<string, number>,
	dropped: ReadonlySet<string>
): FindingsOfElement[] {
	const framework = leadingFramework(input);
	const sections = framework
		? sectionElements(framework).map((section) => ({ section, codes: codesBelow(framework, section) }))
		: [];
	const proposals = deriveProposals(input);
	const of = (code: string, title: string, findings: readonly Finding[]): FindingsOfElement => {
		const lines = findings.map((finding): FindingLine => ({
			...finding,
			rests: restsOn(finding, input.papers?.get(finding.id)?.length ?? 0),
			comments: comments.get(finding.id) ?? 0
		}));
		const own = proposals.filter(({ element }) => element === code);
		return {
			code,
			title,
			strengths: weighFindings(lines, 'strength'),
			areas: weighFindings(lines, 'area-for-improvement'),
			count: lines.length,
			proposed: own.filter(({ key }) => !dropped.has(key)),
			dropped: own.filter(({ key }) => dropped.has(key))
		};
	};
	const placed = sections.map(({ section, codes }) =>
		of(
			section.code,
			section.title,
			input.bundle.findings.filter(({ element }) => codes.has(element))
		)
	);
	const others = input.bundle.findings.filter(
		({ element }) => !sections.some(({ codes }) => codes.has(element))
	);
	return others.length === 0 ? placed : [...placed, of('', 'Others', others)];
}

const words: Readonly<Record<LinkKind, readonly [one: string, many: string]>> = {
	measure: ['measure', 'measures'],
	voice: ['voice', 'voices'],
	record: ['record', 'records'],
	figure: ['table of figures', 'tables of figures'],
	source: ['source as a whole', 'sources as a whole'],
	document: ['document', 'documents']
};

function restsOn({ links }: Finding, papers: number): string {
	const counts = new Map<LinkKind, number>([['document', papers]]);
	for (const link of links) counts.set(kindOf(link), (counts.get(kindOf(link)) ?? 0) + 1);
	return listed(
		linkKinds.flatMap((kind) => {
			const count = counts.get(kind) ?? 0;
			return count === 0 ? [] : counted(count, ...words[kind]);
		})
	);
}
