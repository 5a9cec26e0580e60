/**
 * The desk in the browser: what is answered, what of it is saved, and the way back. Every answer is shown at once and
 * sent on its way (outbox.svelte.ts); what comes back against one stands at its question.
 */
import { tick } from 'svelte';
import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import type { DeskReply } from '#lib/pages/desk-answer.ts';
import type { DeskPage, DeskQuestion, DeskState } from '#lib/pages/desk-page.ts';
import type { NamesSomebody } from '#lib/pages/save-answer.ts';
import { clockTime } from '#lib/pages/times.ts';
import { nextBlank } from './keys.ts';
import { Outbox, type Sent } from './outbox.svelte.ts';

/** The answer to a question or a comment on it, by the question's place; a comment on the whole has the place -1. */
export type Target = { part: 'answer' | 'comment'; position: number };

/** What stands against something that was sent. */
export type Notice = { conflict: { now: string } } | { found: NamesSomebody[] } | { problem: string };

type Item = Target & { value: string; confirmed: string[]; reopen: boolean };

export const nameOf = ({ part, position }: Target): string => `${part}-${position}`;

const gone =
	'This record is not open to you any more: it may have been taken back, or your part in the review has ended.';

export class Desk {
	/** Words of each answer by its place, as given here. */
	values = $state<string[]>([]);
	state = $state<DeskState>('not-started');
	notices = $state<Record<string, Notice>>({});
	/** ISO 8601; null until something was saved from this page. */
	savedAt = $state<string | null>(null);
	/** Why nothing more is saved, in a sentence. */
	stopped = $state<string | null>(null);
	/** What somebody wants to change in a complete record, until they say that it shall be reopened. */
	asking = $state.raw<{ position: number; value: string } | null>(null);
	/** For those who listen: what was answered, and where the focus went. */
	said = $state('');
	/** Whether a key that answers goes on to the next question by itself. */
	advance = $state(true);
	outbox: Outbox<Item>;

	/** Places of the questions in the order of the page, which goes by groups. */
	#order: number[];
	#questions: DeskQuestion[];
	#address: string;
	/** What the server has, by `nameOf`. */
	#kept: Record<string, string> = {};
	#steps = $state<{ position: number; before: string }[]>([]);
	/** Chosen or written, and not sent yet since it may still be on its way to something else. */
	#pending = $state<Record<string, { target: Target; value: string; timer: ReturnType<typeof setTimeout> }>>(
		{}
	);
	#elements: Record<number, HTMLElement> = {};
	#end: HTMLElement | null = null;

	/** `address`: of the page, without what it asks for. */
	constructor(page: DeskPage, address: string, advance: boolean) {
		const inOrder = page.groups.flatMap(({ questions }) => questions);
		this.#order = inOrder.map(({ position }) => position);
		this.#questions = inOrder.sort((a, b) => a.position - b.position);
		this.#address = address;
		this.values = this.#questions.map(({ value }) => value);
		this.state = page.state;
		this.stopped = page.settled;
		this.advance = advance;
		for (const { position, value, comment } of this.#questions) {
			this.#kept[nameOf({ part: 'answer', position })] = value;
			this.#kept[nameOf({ part: 'comment', position })] = comment;
		}
		this.#kept[nameOf({ part: 'comment', position: -1 })] = page.comment;
		this.outbox = new Outbox((item) => this.#send(item));
	}

	get answered(): number {
		const refused = (position: number) => {
			const notice = this.notices[nameOf({ part: 'answer', position })];
			return notice !== undefined && 'problem' in notice;
		};
		return this.values.filter((value, position) => value !== '' && !refused(position)).length;
	}

	/** How much is not on the server yet. */
	get unsent(): number {
		return this.outbox.waiting + Object.keys(this.#pending).length;
	}

	get mayUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** Attached to each question. */
	place(position: number, element: HTMLElement): () => void {
		this.#elements[position] = element;
		return () => delete this.#elements[position];
	}

	/** Attached to what follows the last question. */
	placeEnd = (element: HTMLElement): void => {
		this.#end = element;
	};

	/** Answers a question; `''` takes the answer away. */
	give(position: number, value: string): void {
		this.#drop({ part: 'answer', position });
		const before = this.values[position] ?? '';
		if (value === before || this.stopped) return;
		if (this.state === 'completed') {
			this.asking = { position, value };
			return;
		}
		this.#steps.push({ position, before });
		this.#put(position, value, false);
	}

	/** As above, once whoever answers has not changed it for a moment, or goes elsewhere. */
	giveSoon(target: Target, value: string, milliseconds: number): void {
		const name = nameOf(target);
		clearTimeout(this.#pending[name]?.timer);
		const timer = setTimeout(() => this.#settle(name), milliseconds);
		this.#pending[name] = { target, value, timer };
	}

	/** Says what is wrong with something that is not sent at all. */
	refuse(target: Target, problem: string): void {
		this.#drop(target);
		this.notices[nameOf(target)] = { problem };
	}

	/** Sends on its way what waits to be finished. */
	settle(): void {
		for (const name of Object.keys(this.#pending)) this.#settle(name);
	}

	#settle(name: string): void {
		const pending = this.#pending[name];
		if (!pending) return;
		this.#drop(pending.target);
		if (pending.target.part === 'answer') this.give(pending.target.position, pending.value);
		else this.comment(pending.target.position, pending.value);
	}

	#drop(target: Target): void {
		const name = nameOf(target);
		clearTimeout(this.#pending[name]?.timer);
		delete this.#pending[name];
	}

	comment(position: number, text: string, confirmed: string[] = []): void {
		const target: Target = { part: 'comment', position };
		this.#drop(target);
		if (this.stopped) return;
		if (text.trim() === this.#kept[nameOf(target)] && confirmed.length === 0) {
			delete this.notices[nameOf(target)];
			return;
		}
		this.outbox.takeBack((item) => nameOf(item) === nameOf(target));
		this.outbox.put({ ...target, value: text, confirmed, reopen: false });
	}

	/** Sends what stands there once more, over what the server has or as naming nobody. */
	insist(target: Target, value: string): void {
		const notice = this.notices[nameOf(target)];
		const confirmed = notice && 'found' in notice ? notice.found.map(({ words }) => words) : [];
		if (target.part === 'comment') this.comment(target.position, value, confirmed);
		else this.outbox.put({ ...target, value, confirmed, reopen: false });
	}

	/** Takes what the server has in place of what was given here. */
	yieldTo(position: number, now: string): void {
		this.values[position] = now;
		delete this.notices[nameOf({ part: 'answer', position })];
	}

	/** What was asked when the record was complete: yes, reopen it and change the answer. */
	reopenAndGive(): void {
		const { asking } = this;
		if (!asking) return;
		this.asking = null;
		this.state = 'in-progress';
		this.#steps.push({ position: asking.position, before: this.values[asking.position] ?? '' });
		this.#put(asking.position, asking.value, true);
	}

	/** No: it stays complete, and shows what is kept. */
	stayComplete(): void {
		const position = this.asking?.position;
		this.asking = null;
		// Set anew, so that the page shows it again.
		if (position !== undefined) this.values = [...this.values];
	}

	#put(position: number, value: string, reopen: boolean): void {
		const target: Target = { part: 'answer', position };
		this.values[position] = value;
		delete this.notices[nameOf(target)];
		if (this.#questions[position]!.kind === 'text')
			this.outbox.takeBack((item) => nameOf(item) === nameOf(target));
		this.outbox.put({ ...target, value, confirmed: [], reopen });
	}

	undo(): void {
		this.settle();
		const step = this.#steps.pop();
		if (!step) {
			this.said = 'There is nothing to undo.';
			return;
		}
		const { position, before } = step;
		this.#put(position, before, false);
		const { code } = this.#questions[position]!;
		this.said = `${code} is ${before === '' ? 'without an answer' : `“${before}”`} again.`;
		void this.focus(position);
	}

	/** Moves the focus to the next question without an answer after this one (-1: to the first), or to the end. */
	goOn(from: number, after = ''): void {
		this.settle();
		const order = this.#order;
		const place = nextBlank(
			order.map((position) => this.values[position] ?? ''),
			from < 0 ? -1 : order.indexOf(from)
		);
		if (place === null) {
			this.said = `${after}All ${order.length} questions are answered.`;
			this.#end?.focus();
			return;
		}
		const next = order[place]!;
		this.said = `${after}${next === from ? 'No other question is without an answer.' : `Moved on to ${this.#questions[next]!.code}.`}`;
		void this.focus(next);
	}

	/** After a key has answered: goes on, or says what was answered and stays. */
	answeredByKey(position: number, label: string): void {
		const { code } = this.#questions[position]!;
		const after = `${code}: ${label}. `;
		if (this.advance && this.values[position] !== '' && this.asking === null) this.goOn(position, after);
		else {
			this.said = after.trim();
			if (this.asking === null) void this.focus(position);
		}
	}

	/** Puts the focus on the answer that is chosen, else on the first, once the page shows what is chosen. */
	async focus(position: number): Promise<void> {
		await tick();
		const question = this.#elements[position];
		const part =
			question?.querySelector<HTMLElement>('.answers input:checked') ??
			question?.querySelector<HTMLElement>('.answers input, .answers textarea');
		part?.focus({ preventScroll: true });
		question?.scrollIntoView({ block: 'center' });
	}

	/** In words: “Saved 14:02”, or what waits. */
	get status(): string {
		const { standing } = this.outbox;
		const waiting = this.outbox.waiting;
		if (this.stopped) return waiting > 0 ? 'Not saved.' : '';
		const many = waiting === 1 ? '1 answer waits' : `${waiting} answers wait`;
		if (standing === 'away' || standing === 'sign-in') return `${many} to be sent; do not close this page.`;
		if (this.unsent > 0) return 'Saving';
		return this.savedAt === null ? '' : `Saved ${clockTime(this.savedAt)}`;
	}

	/** Sends a form to an action of this page, such as `?/complete`. Throws where Cairn cannot be reached. */
	async ask(action: string, body: FormData): Promise<ActionResult> {
		// eslint-disable-next-line no-restricted-globals -- a form is sent by the browser, not by the core
		const response = await fetch(`${this.#address}${action}`, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			cache: 'no-store',
			body
		});
		return deserialize(await response.text());
	}

	async #send(item: Item): Promise<Sent> {
		const body = new FormData();
		const question = this.#questions[item.position];
		if (question) body.set('question', question.code);
		body.set('value', item.value);
		body.set('from', this.#kept[nameOf(item)] ?? '');
		body.set('confirmed', JSON.stringify(item.confirmed));
		if (item.reopen) body.set('reopen', 'yes');
		try {
			const result = await this.ask(`?/${item.part}`, body);
			if (result.type === 'redirect') return 'sign-in';
			if (result.type === 'error') return result.status === 404 ? this.#stop(gone) : 'later';
			// A fault of the machine (its disk is full) may pass without anybody doing anything here.
			if (result.type === 'failure' && result.status >= 500) return 'later';
			return this.#take(item, result.data as DeskReply);
		} catch {
			return 'later';
		}
	}

	#take(item: Item, reply: DeskReply): Sent {
		const name = nameOf(item);
		if ('signInAgain' in reply) return 'sign-in';
		if ('held' in reply) return this.#stop(`${reply.held} answers this record already.`);
		if ('closed' in reply) return this.#stop(reply.closed);
		if ('saved' in reply) {
			this.#kept[name] = item.value.trim();
			this.savedAt = reply.saved.at;
			delete this.notices[name];
			if (this.state === 'not-started') this.state = 'in-progress';
		} else if ('complete' in reply) {
			this.state = 'completed';
			this.asking = { position: item.position, value: item.value };
			this.values[item.position] = this.#kept[name] ?? '';
		} else {
			if ('conflict' in reply) {
				this.#kept[name] = reply.conflict.now;
				this.outbox.takeBack((other) => nameOf(other) === name);
			}
			this.notices[name] = reply;
		}
		return 'taken';
	}

	#stop(why: string): Sent {
		this.stopped = why;
		return 'stop';
	}
}
