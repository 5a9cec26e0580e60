/**
 * What somebody writes, ticks, chooses or opens before the scripts of a page have come stays. As a page comes to life
 * its fields are set to what the server sent, unless they are bound: on a slow line words would be gone unseen.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Noted = { field: Field; property: 'value' | 'checked'; was: string | boolean };

const notWritten = ['hidden', 'file', 'submit', 'button', 'reset', 'image'];

/** What of a field differs from what the server sent. */
function noteOf(field: Field): Noted[] {
	if (field instanceof HTMLSelectElement) {
		const sent = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
		const differs = !field.multiple && field.value !== sent?.value;
		return differs ? [{ field, property: 'value', was: field.value }] : [];
	}
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		// Of radios, the one that was chosen unchooses the others.
		const differs = field.checked !== field.defaultChecked && (field.checked || field.type === 'checkbox');
		return differs ? [{ field, property: 'checked', was: field.checked }] : [];
	}
	const differs = !notWritten.includes(field.type) && field.value !== field.defaultValue;
	return differs ? [{ field, property: 'value', was: field.value }] : [];
}

/**
 * Takes note of what was done on a page that is not alive yet. What it returns is to be called once the page is: it puts
 * back what was lost, and tells the page as if it was done then.
 */
export function keepEarlyWriting(page: ParentNode): () => void {
	const noted = [...page.querySelectorAll<Field>('input, textarea, select')].flatMap(noteOf);
	const opened = [...page.querySelectorAll<HTMLDetailsElement>('details[open]')];
	return () => {
		const lost = noted.filter(
			({ field, property, was }) => field.isConnected && Reflect.get(field, property) !== was
		);
		for (const { field, property, was } of lost) Reflect.set(field, property, was);
		for (const { field } of lost)
			for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
		for (const details of opened) details.open = true;
	};
}
