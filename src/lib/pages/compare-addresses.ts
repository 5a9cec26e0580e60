/**
 * Where the pages of a comparison are; of an earlier release than the newest each names which, and for somebody of
 * several partnerships as which of them they look, once they chose.
 */
import type { Cell } from '#lib/benchmark/cell.ts';

/** What of a view an address has to know. */
type Of = { number: number; newest: boolean; asked?: string | null };

const part = encodeURIComponent;

/** What stands after a path, so that it stays in the same release and with the same partnership. */
export function inRelease({ number, newest, asked = null }: Of): string {
	const query = new URLSearchParams({
		...(newest ? {} : { release: String(number) }),
		...(asked === null ? {} : { partnership: asked })
	});
	return query.size > 0 ? `?${query}` : '';
}

export type ComparePageKind = 'standards' | 'components' | 'themes' | 'changes';

/** The page of a standard, component, theme or change; `file`: what is beneath it. */
export const comparedAddress = (of: Of, kind: ComparePageKind, code: string, file = ''): string =>
	`/compare/${kind}/${part(code)}${file}${inRelease(of)}`;

/** The page of one question. */
export const comparedQuestion = (of: Of, instrument: string, code: string, file = ''): string =>
	`/compare/questions/${part(instrument)}/${part(code)}${file}${inRelease(of)}`;

/** The page that a cell is shown on. */
export function cellAddress(of: Of, { kind, instrument, code }: Cell): string {
	if (kind === 'measures') return comparedQuestion(of, instrument ?? '', code);
	return comparedAddress(of, kind === 'readiness' ? 'components' : 'themes', code);
}
