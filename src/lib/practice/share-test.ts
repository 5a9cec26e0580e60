/** What a test of change of an improvement plan brings along when it is shared; its writers go over it before it goes out. */
import type { Action, TestOfChange } from '#lib/improvement/action.ts';

/** Letters. */
const longest = { title: 200, measure: 200 };

type OfAction = Pick<Action, 'title' | 'text' | 'measure' | 'element' | 'elements' | 'target'>;

/**
 * The texts of the form of an entry, by its fields: the aim is that of the action, what was tried is planned and done,
 * what was learnt is studied and acted on. `isKnown`: whether an element may be named among what is shared.
 */
export function testFields(
	action: OfAction,
	test: Pick<TestOfChange, 'plan' | 'do' | 'study' | 'act'>,
	isKnown: (code: string) => boolean
): Record<string, string> {
	const elements = [...new Set([...(action.element === null ? [] : [action.element]), ...action.elements])];
	const oneLine = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most).trimEnd();
	return {
		title: oneLine(action.title, longest.title),
		aim: action.text === '' ? action.title : action.text,
		tried: joined(test.plan, test.do),
		measure: oneLine(action.measure, longest.measure),
		learning: joined(test.study, test.act),
		others: elements.filter(isKnown).join(' '),
		target: action.target === null ? '' : String(action.target.value)
	};
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('\n\n');
