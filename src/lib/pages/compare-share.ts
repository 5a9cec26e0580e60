/** A question beside others: shares with their intervals on one scale, and whether there is a difference to speak of. */
import type { Cell } from '#lib/benchmark/cell.ts';
import { compareShares, type Verdict } from '#lib/benchmark/difference.ts';
import { isShareGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isShare, type ShareValue } from '#lib/benchmark/value.ts';
import { clopperPearson } from '#lib/measures/interval.ts';
import { phraseOf, spokenTerm, termFor, type Bands } from '#lib/measures/term.ts';
import { isSecure, touchesOfShares } from '#lib/measures/touches.ts';
import type { Strip } from '#lib/reports/drawings/quantity-strip.ts';
import { cellAddress } from './compare-addresses.ts';
import { aboutInterval, aboutShare, shareWords } from './compare-share-words.ts';
import { notShown, othersIn, ownValueOf, sidesOf, type CompareView, type Side } from './compare-view.ts';

export type ShareRow = {
	side: Side;
	/** Null where nothing is shown, and why not. */
	share: (ShareValue & { partnerships: number }) | null;
	without: string | null;
	kOfN: string;
	percent: string;
	strip: Strip | null;
	/** One’s own records. */
	href: string | null;
};

export type ShareBeside = {
	cell: Pick<Cell, 'id' | 'code' | 'instrument' | 'title' | 'wording' | 'sampled'>;
	href: string;
	/** What was found, the term first: of oneself, or of Scotland where one has no value. */
	message: { term: string; rest: string };
	/** How it lies beside the others, in a sentence or two. */
	remark: string;
	rows: ShareRow[];
	/** By side: whether one's own share differs from theirs; none without an own value or a group. */
	verdicts: Partial<Record<'family' | 'scotland', Verdict>>;
};

export function describeShare(view: CompareView, released: ReleaseCell): ShareBeside {
	const { cell } = released;
	const rows = sidesOf(view).map((side) => shareRow(view, released, side));
	const own = ownShare(view, released);
	const verdicts: ShareBeside['verdicts'] = {};
	if (own)
		for (const { side, share } of rows)
			if (share && side.mark !== 'own')
				verdicts[side.mark] = compareShares(own, share, {
					sampled: cell.sampled,
					roundTo: view.release.rules.roundTo
				});
	const { id, code, instrument, title, wording, sampled } = cell;
	return {
		cell: { id, code, instrument, title, wording, sampled },
		href: cellAddress(view, cell),
		message: messageOf(view, released, rows),
		remark: remarkOf(own !== null, verdicts, cell.sampled),
		rows,
		verdicts
	};
}

export function ownShare(view: Pick<CompareView, 'own'>, released: ReleaseCell): ShareValue | null {
	const value = ownValueOf(view, released);
	return value && isShare(value) ? value : null;
}

/** The others of a group, as a share; null where it is not shown. */
export function othersShare(
	view: Pick<CompareView, 'own'>,
	released: ReleaseCell,
	group: string
): (ShareValue & { partnerships: number }) | null {
	const others = othersIn(view, released, group);
	return others && isShareGroup(others) && others.base > 0 ? others : null;
}

function shareRow(view: CompareView, released: ReleaseCell, side: Side): ShareRow {
	const ours = ownShare(view, released);
	const share =
		side.mark === 'own' ? ours && { ...ours, partnerships: 1 } : othersShare(view, released, side.id);
	const scale = view.scales.quantity;
	if (!share)
		return {
			side,
			share: null,
			without: side.mark === 'own' ? 'no value of yours in this release' : notShown,
			kOfN: '',
			percent: '',
			strip: null,
			href: null
		};
	const own = side.mark === 'own';
	const strip = stripOfShare(share, { scale, sampled: released.cell.sampled, mark: markOf(side) });
	return {
		side,
		share,
		without: null,
		...shareWords(view, share, own),
		strip: own
			? strip
			: { ...strip, ...aboutShare(view, share), interval: strip.interval && aboutInterval(strip.interval) },
		href: side.mark === 'own' ? (view.own?.hrefs.get(released.cell.id) ?? null) : null
	};
}

const markOf = ({ mark }: Side): Strip['mark'] =>
	mark === 'own' ? undefined : mark === 'family' ? 'square' : 'bar';

/** A share as a strip draws it: with its exact 95% interval where it is of a sample. */
export function stripOfShare(
	{ positive, base }: ShareValue,
	{ scale, sampled, mark }: { scale: Bands; sampled: boolean; mark?: Strip['mark'] }
): Strip {
	const term = termFor(positive, base, scale);
	const interval = sampled ? clopperPearson(positive, base) : null;
	const touches = interval && term ? touchesOfShares(interval, term, scale) : [];
	return {
		...{ positive, base, share: positive / base, interval, term },
		...(mark ? { mark, secure: null } : { touches, secure: isSecure(touches) })
	};
}

function messageOf(view: CompareView, released: ReleaseCell, rows: readonly ShareRow[]) {
	const of = rows[0]?.share ? rows[0] : rows.findLast(({ share }) => share !== null);
	const { title, message } = released.cell;
	if (!of?.share) return { term: '', rest: title };
	const spoken = spokenTerm(of.share.positive, of.share.base, view.scales.quantity)!;
	const phrase = phraseOf(spoken);
	const [term, rest] = [phrase.trimEnd().replace(/ of$/, ''), phrase];
	const where = of.side.mark === 'own' ? '' : ` in ${of.side.name}`;
	const what = message === '' ? `answers are positive: ${title}` : message;
	return { term, rest: `${rest.slice(term.length)}${what}${where}` };
}

const groupWords = { family: 'the family', scotland: 'Scotland' } as const;

/** “Higher than Scotland, and no different from the family, beyond what sampling alone would give.” */
function remarkOf(hasOwn: boolean, verdicts: ShareBeside['verdicts'], sampled: boolean): string {
	if (!hasOwn) return '';
	if (!sampled) return 'Not everybody’s was a random sample, so no difference is called one.';
	const said = (wanted: Verdict['says']) =>
		(['family', 'scotland'] as const)
			.filter((group) => verdicts[group]?.says === wanted)
			.map((group) => groupWords[group]);
	const sentences = [];
	for (const [says, word] of [
		['higher', 'Higher'],
		['lower', 'Lower']
	] as const)
		if (said(says).length > 0)
			sentences.push(`${word} than ${said(says).join(' and ')}: a difference beyond sampling.`);
	const same = said('no-difference');
	if (same.length > 0)
		sentences.push(`No difference from ${same.join(' or ')} beyond what drawing samples would give.`);
	return sentences.join(' ');
}
