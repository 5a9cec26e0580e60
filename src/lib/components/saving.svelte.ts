/**
 * Saves a form as one goes: a moment after typing stops it is sent, one save after the other, each on the version
 * that the one before gave. What could not be sent stays in memory and is tried again; nothing is kept in the
 * browser's own storage. Without JavaScript none of this runs, and the form's button saves.
 */
import { deserialize } from '$app/forms';
import type { SaveAnswer, Written } from '#lib/pages/save-answer.ts';

/** Milliseconds without a key pressed. */
const pause = 1_500;
/** Milliseconds to the first new try; each further one waits twice as long, half a minute at most. */
const firstWait = 2_000;
const longestWait = 30_000;

const gone =
	'What you were writing is not open to you any more: it may have been withdrawn, or your part in it has ended.';

export class Saving {
	/** `stopped`: it waits for the person, for the reason in `answer`. */
	standing = $state<'kept' | 'unsaved' | 'trying-again' | 'stopped'>('kept');
	/** What the last save was answered, where it was not simply saved. */
	answer = $state.raw<SaveAnswer | null>(null);
	/** The version to save on. */
	version = $state(0);
	/** ISO 8601; null where nothing was saved from this page yet. */
	savedAt = $state<string | null>(null);

	#form: HTMLFormElement | null = null;
	#edits = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#tries = 0;
	#sending: Promise<void> | null = null;

	#served: Written;

	/** `served`: the texts that the page came with; `answer`: to a form that was sent without JavaScript. */
	constructor(version: number, served: Written, answer: SaveAnswer | null) {
		this.version = version;
		this.#served = served;
		if (answer && 'saved' in answer) this.savedAt = answer.saved.at;
		else if (answer) this.#stop(answer);
	}

	/** Attached to the form. */
	follow = (form: HTMLFormElement): (() => void) => {
		this.#form = form;
		const edited = () => this.#edited();
		const submitted = (event: Event) => {
			event.preventDefault();
			void this.save();
		};
		const backOnline = () => this.standing === 'trying-again' && void this.save();
		form.addEventListener('input', edited);
		form.addEventListener('submit', submitted);
		addEventListener('online', backOnline);
		if (this.#isOtherThanServed(form)) this.#edited();
		return () => {
			clearTimeout(this.#timer);
			form.removeEventListener('input', edited);
			form.removeEventListener('submit', submitted);
			removeEventListener('online', backOnline);
		};
	};

	/** Whether leaving the page now would lose something. */
	get unsaved(): boolean {
		return this.standing !== 'kept';
	}

	/** Whether who is signed in now may not save this, or nobody is. */
	get refused(): boolean {
		if (!this.answer) return false;
		return 'signInAgain' in this.answer || ('closed' in this.answer && this.answer.closed === gone);
	}

	/** Sends what is written, after what is being sent already. Settles when it was answered or has to be tried again. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		while (this.#sending) await this.#sending;
		this.#sending = this.#send();
		await this.#sending;
		this.#sending = null;
	}

	#edited() {
		this.#edits += 1;
		const waitsForPerson = this.answer && !('found' in this.answer) && !('problem' in this.answer);
		if (waitsForPerson) return;
		this.standing = 'unsaved';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pause);
	}

	/** Whether somebody wrote before this script had come. */
	#isOtherThanServed(form: HTMLFormElement): boolean {
		const now = new FormData(form);
		const plain = (text: unknown) => String(text).replace(/\r\n?/g, '\n').trim();
		return Object.entries(this.#served).some(
			// Boxes that are ticked are one text with spaces between.
			([name, text]) =>
				name !== 'version' && now.has(name) && plain(now.getAll(name).join(' ')) !== plain(text)
		);
	}

	async #send() {
		const form = this.#form;
		if (!form) return;
		const edits = this.#edits;
		const body = new FormData(form);
		try {
			// eslint-disable-next-line no-restricted-globals -- a form is sent by the browser, not by the core
			const response = await fetch(form.action, {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				cache: 'no-store',
				body
			});
			this.#take(deserialize(await response.text()), body, edits);
		} catch {
			this.#tryAgain();
		}
	}

	#take(result: ReturnType<typeof deserialize>, body: FormData, edits: number) {
		if (result.type === 'redirect') return this.#stop({ signInAgain: true });
		if (result.type === 'error') {
			if (result.status !== 404) return this.#tryAgain();
			return this.#stop({ closed: gone, values: writtenIn(body) });
		}
		const answer = result.data as SaveAnswer | undefined;
		if (!answer) return this.#tryAgain();
		if (!('saved' in answer)) {
			this.#stop(answer);
			// A fault of the machine (its disk is full) may pass without anybody doing anything here.
			if (result.status >= 500) this.#tryAgain();
			return;
		}
		this.#tries = 0;
		this.answer = null;
		this.version = answer.saved.version;
		this.savedAt = answer.saved.at;
		this.standing = 'kept';
		if (edits !== this.#edits) this.#edited();
	}

	#stop(answer: SaveAnswer) {
		this.answer = answer;
		this.standing = 'stopped';
	}

	#tryAgain() {
		this.standing = 'trying-again';
		const wait = Math.min(longestWait, firstWait * 2 ** this.#tries++);
		this.#timer = setTimeout(() => void this.save(), wait);
	}
}

function writtenIn(body: FormData): Written {
	return Object.fromEntries(
		[...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
}
