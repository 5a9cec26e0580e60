/** What changed since a judgement was made, in sentences. */
import type { Changed } from './basis.ts';

/**
 * The part of a ground that is read: `57 of 60`, `a strength of ordinary weight`. What stands behind the sign is the
 * digest of a text, by which only its being changed is known.
 */
export const digestSign = ' #';
const shown = (says: string): string => says.split(digestSign)[0] ?? '';

type Kind = 'measure' | 'finding' | 'passage' | 'figure' | 'attachment';
const kindOf = ({ key }: Changed): Kind => key.slice(0, key.indexOf(':')) as Kind;

/** A sentence for each change; passages of one source are told together. */
export function changedWords(changed: readonly Changed[]): string[] {
	const passages = changed.filter((each) => kindOf(each) === 'passage');
	const alike = Map.groupBy(passages, ({ label, how }) => `${how} ${label}`);
	return [
		...changed.filter((each) => kindOf(each) !== 'passage').map(sentence),
		...[...alike.values()].map((all) => passagesSentence(all[0]!, all.length))
	];
}

function sentence(change: Changed): string {
	const { label, how } = change;
	const [before, now] = [shown(change.before), shown(change.now)];
	switch (kindOf(change)) {
		case 'measure':
			if (how === 'new') return `New: ${label}, ${now}.`;
			if (how === 'gone') return `No longer there: ${label}, which was ${before}.`;
			return before === now
				? `Other answers now: ${label}.`
				: `${label}: it was ${before}, now it is ${now}.`;
		case 'finding':
			if (how === 'new') return `A new finding, ${now}: ${label}`;
			if (how === 'gone') return `A finding that is no longer there, ${before}: ${label}`;
			return before === now
				? `A finding that was written anew: ${label}`
				: `A finding that was ${before} and is ${now} now: ${label}`;
		default:
			return `${label} ${how === 'new' ? 'is new' : how === 'gone' ? 'is no longer there' : 'was changed'}.`;
	}
}

function passagesSentence({ label, how }: Changed, count: number): string {
	const what = count === 1 ? 'A passage' : `${count} passages`;
	const [is, was] = count === 1 ? ['is', 'was'] : ['are', 'were'];
	if (how === 'new') return `${what} of ${label} ${is} new.`;
	return how === 'gone'
		? `${what} of ${label} ${is} no longer there.`
		: `${what} of ${label} ${was} changed.`;
}
