/** Content controls of Word: a list to choose from and a day to pick, each within a line. Other programs show their text. */
import { TextRun, XmlComponent } from 'docx';
import { prompts } from '#lib/judgement/round-trip.ts';

/** An element of the document by its own name, as the format has it. */
class Named extends XmlComponent {
	constructor(name: string, attributes: Record<string, string>, children: readonly XmlComponent[] = []) {
		super(name);
		if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes });
		this.root.push(...children);
	}
}

type Control = {
	/** Names the control for programs, and for people who cannot see it. */
	tag: string;
	title: string;
	text: string;
};

function control({ tag, title, text }: Control, kind: XmlComponent, prompt: string): XmlComponent {
	const isEmpty = text === '';
	return new Named('w:sdt', {}, [
		new Named('w:sdtPr', {}, [
			new Named('w:alias', { 'w:val': title }),
			new Named('w:tag', { 'w:val': tag }),
			...(isEmpty ? [new Named('w:showingPlcHdr', {})] : []),
			kind
		]),
		new Named('w:sdtContent', {}, [new TextRun(isEmpty ? { text: prompt, color: '5e5e5e' } : { text })])
	]);
}

/** A list to choose from; `choices` are what stands in it. */
export const choiceControl = (of: Control, choices: readonly string[]): XmlComponent =>
	control(
		of,
		new Named(
			'w:dropDownList',
			{},
			choices.map((words) => new Named('w:listItem', { 'w:displayText': words, 'w:value': words }))
		),
		prompts.step
	);

/** `day`: YYYY-MM-DD or empty; `text`: the same in words. */
export const dayControl = (of: Control, day: string): XmlComponent =>
	control(
		of,
		new Named('w:date', day === '' ? {} : { 'w:fullDate': `${day}T00:00:00Z` }, [
			new Named('w:dateFormat', { 'w:val': 'd MMMM yyyy' }),
			new Named('w:lid', { 'w:val': 'en-GB' }),
			new Named('w:storeMappedDataAs', { 'w:val': 'dateTime' }),
			new Named('w:calendar', { 'w:val': 'gregorian' })
		]),
		prompts.day
	);
