/**
 * The codes of one written answer as they are ticked: each change is sent at once, one after the other, each on the
 * version that the one before gave, and can be undone. What could not be sent stays ticked, and is sent with the next.
 */
import { tick } from 'svelte';
import type { ActionResult } from '@sveltejs/kit';

export type Ticked = { elements: string[]; direction: string; quotation: boolean };
type Loaded = Ticked & { passage: string; version: number };
type Step = { at: number; part: string; before: string };

const write = ({ elements, direction, quotation }: Ticked) =>
	JSON.stringify({ elements: [...elements].sort(), direction, quotation });

export class Coding {
	ticked = $state<Ticked>({ elements: [], direction: '', quotation: false });
	passage = $state('');
	version = $state(0);
	/** What became of the last change. */
	standing = $state<'kept' | 'sending' | 'not-sent'>('kept');
	/** ISO 8601. */
	savedAt = $state<string | null>(null);

	#form: HTMLFormElement | null = null;
	#known = '';
	#sending = false;
	#again = false;
	#idle: (() => void)[] = [];
	#steps: Step[] = [];

	constructor(loaded: Loaded) {
		this.load(loaded);
	}

	/** Takes what stands on the server: another answer or part, or what somebody else coded. */
	load({ passage, version, elements, direction, quotation }: Loaded) {
		this.ticked = { elements: [...elements], direction, quotation };
		this.passage = passage;
		this.version = version;
		this.#known = write(this.ticked);
		this.standing = 'kept';
		this.savedAt = null;
	}

	follow = (form: HTMLFormElement) => {
		this.#form = form;
		return () => (this.#form = null);
	};

	/** To be called when something was ticked, wherever; `at` and `part` say where one is, to come back to. */
	changed(at: number, part: string) {
		const now = write(this.ticked);
		if (now === this.#known) return;
		this.#steps.push({ at, part, before: this.#known });
		this.#known = now;
		void this.send();
	}

	/** The last change, taken out of the list; null where there is none. */
	lastStep(): Step | null {
		return this.#steps.pop() ?? null;
	}

	/** Ticks what stood before a step, and sends it. */
	takeBack({ before }: Step) {
		this.ticked = JSON.parse(before) as Ticked;
		this.#known = before;
		void this.send();
	}

	toggle(code: string) {
		const { elements } = this.ticked;
		this.ticked.elements = elements.includes(code)
			? elements.filter((each) => each !== code)
			: [...elements, code];
	}

	direct(direction: string) {
		this.ticked.direction = this.ticked.direction === direction ? '' : direction;
	}

	async send(): Promise<void> {
		if (this.#sending) {
			this.#again = true;
			return;
		}
		this.#sending = true;
		this.standing = 'sending';
		// The form is sent as it is drawn.
		await tick();
		this.#form?.requestSubmit();
	}

	/** Settles when nothing is on its way any more. */
	idle(): Promise<void> {
		return this.#sending ? new Promise((done) => this.#idle.push(done)) : Promise.resolve();
	}

	/** What the server answered; says whether anything is on its way still. */
	take(result: ActionResult): boolean {
		this.#sending = false;
		const coded = result.type === 'success' ? (result.data?.coded as Loaded & { at: string }) : null;
		if (coded) {
			this.version = coded.version;
			this.passage = coded.passage;
			this.savedAt = coded.at;
			this.standing = 'kept';
		} else this.standing = 'not-sent';
		const goesOn = this.#again && coded !== null;
		this.#again = false;
		if (goesOn) void this.send();
		else for (const done of this.#idle.splice(0)) done();
		return goesOn;
	}
}
