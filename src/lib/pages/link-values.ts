/** What a finding rests on, as one word that a form can send. */
import type { Link } from '#lib/judgement/judgement.ts';

/** A link as it is kept: an attachment belongs to the review, and then `source` is empty. */
export type KeptLink = Link & { attachment?: string };

export const linkKinds = ['measure', 'voice', 'record', 'figure', 'source', 'document'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** The field of a link that names what is meant of its source. */
const fields = { measure: 'question', voice: 'passage', record: 'record', figure: 'figure' } as const;

export function kindOf(link: KeptLink): LinkKind {
	if (link.attachment !== undefined) return 'document';
	if (link.question !== undefined) return 'measure';
	if (link.passage !== undefined) return 'voice';
	if (link.record !== undefined) return 'record';
	return link.figure === undefined ? 'source' : 'figure';
}

/** `measure:files:A1`; without spaces, whatever the codes hold. */
export function linkValue(link: KeptLink): string {
	const kind = kindOf(link);
	if (kind === 'document') return `document:${encodeURIComponent(link.attachment!)}`;
	if (kind === 'source') return `source:${encodeURIComponent(link.source)}`;
	return [kind, link.source, link[fields[kind]]!].map(encodeURIComponent).join(':');
}

/** Undefined for what is no value of ours. */
export function linkOf(value: string): KeptLink | undefined {
	let parts: string[];
	try {
		parts = value.split(':').map(decodeURIComponent);
	} catch {
		return undefined;
	}
	const [kind = '', first, second] = parts;
	if (!first) return undefined;
	if (kind === 'document' && parts.length === 2) return { source: '', attachment: first };
	if (kind === 'source' && parts.length === 2) return { source: first };
	if (!(kind in fields) || !second || parts.length !== 3) return undefined;
	return { source: first, [fields[kind as keyof typeof fields]]: second };
}
