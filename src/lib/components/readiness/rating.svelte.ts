/**
 * Rating in the table, in the browser: every step is shown at once and sent on its way (desk/outbox.svelte.ts), one
 * after the other; what was there before can be taken back. What comes back against one is said, and the table is read
 * again.
 */
import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { sayCell, type ReadinessCell, type ReadinessSteps } from '#lib/pages/readiness-cells.ts';
import { clockTime } from '#lib/pages/times.ts';
import { Outbox, type Sent } from '../desk/outbox.svelte.ts';

export type Field = 'howWell' | 'howDoWeKnow';
type Step = number | null;
type Item = { code: string; of: Field; step: Step; from: Step };

const gone = 'This self-evaluation is not open to you any more, or your part in it has ended.';

export class Rating {
	/** What was set on this page, by component, over what the page was served with. */
	set = $state<Record<string, Partial<Record<Field, Step>>>>({});
	/** For those who listen: what was set, and what became of it. */
	said = $state('');
	/** ISO 8601; null until something was saved from this page. */
	savedAt = $state<string | null>(null);
	/** Why nothing more is saved, in a sentence. */
	stopped = $state<string | null>(null);
	outbox: Outbox<Item>;

	#address: string;
	#scale: () => ReadinessSteps;
	/** What stood there before each step that was set here, the latest last. */
	#before: Record<string, { of: Field; step: Step }[]> = {};

	/** `address`: of the page whose action `rate` takes the steps. */
	constructor(address: string, scale: () => ReadinessSteps) {
		this.#address = address;
		this.#scale = scale;
		this.outbox = new Outbox((item) => this.#send(item));
	}

	/** The cell as it stands on this page. */
	now<Cell extends ReadinessCell>(cell: Cell): Cell {
		const set = this.set[cell.code];
		if (!set) return cell;
		const rated = { ...cell, ...set, toConfirm: false };
		return { ...rated, say: sayCell(rated, this.#scale()) };
	}

	/** Sets a step; the same one again takes it back. `send`: false where a form sends it. */
	rate(served: ReadinessCell, of: Field, step: Step, send = true): void {
		const cell = this.now(served);
		if (cell.inDevelopment || this.stopped) {
			this.said = this.stopped ?? `${cell.code} is in development: no stage is asked for.`;
			return;
		}
		if (cell[of] === step && !cell.toConfirm) return this.takeBack(served, of);
		const steps = this.#before[cell.code] ?? [];
		this.#before[cell.code] = [...steps, { of, step: cell[of] }];
		this.#put(served, of, step, send);
	}

	/** Sets what stood there before the last step that was set here; where none was, nothing stands there any more. */
	takeBack(served: ReadinessCell, only?: Field): void {
		const steps = this.#before[served.code] ?? [];
		const last = steps.findLastIndex(({ of }) => only === undefined || of === only);
		const back = steps[last] ?? { of: only ?? 'howWell', step: null };
		this.#before[served.code] = steps.filter((_, at) => at !== last);
		if (this.now(served)[back.of] === back.step) {
			this.said = `${served.code}: nothing to take back.`;
			return;
		}
		this.#put(served, back.of, back.step, true);
	}

	/** Shows a step that is saved in another way. */
	show(code: string, of: Field, step: Step): void {
		this.set[code] = { ...this.set[code], [of]: step };
	}

	/** In words: “Saved 14:02”, or what waits. */
	get status(): string {
		const { waiting, standing } = this.outbox;
		if (this.stopped) return this.stopped;
		if (standing === 'away' || standing === 'sign-in')
			return `${waiting === 1 ? '1 step waits' : `${waiting} steps wait`} to be sent; do not close this page.`;
		if (waiting > 0) return 'Saving';
		return this.savedAt === null ? '' : `Saved ${clockTime(this.savedAt)}`;
	}

	#put(served: ReadinessCell, of: Field, step: Step, send: boolean): void {
		const from = this.now(served)[of];
		this.show(served.code, of, step);
		const words = this.now(served).say.replace(/^Component /, '');
		this.said = words.charAt(0).toUpperCase() + words.slice(1);
		if (send) this.outbox.put({ code: served.code, of, step, from });
	}

	async #send({ code, of, step, from }: Item): Promise<Sent> {
		const body = new FormData();
		body.set('element', code);
		body.set('of', of);
		body.set('step', String(step ?? ''));
		body.set('from', String(from ?? ''));
		try {
			// eslint-disable-next-line no-restricted-globals -- a form is sent by the browser, not by the core
			const response = await fetch(`${this.#address}?/rate`, {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				cache: 'no-store',
				body
			});
			const result = deserialize(await response.text());
			if (result.type === 'redirect') return 'sign-in';
			if (result.type === 'error') return result.status === 404 ? this.#stop() : 'later';
			if (result.type === 'failure' && result.status >= 500) return 'later';
			const reply = (result.data ?? {}) as Record<string, unknown>;
			if ('signInAgain' in reply) return 'sign-in';
			if (result.type === 'failure') return await this.#refused(code, String(reply.problem ?? 'Not saved.'));
			this.savedAt = (reply.saved as { at: string }).at;
			return 'taken';
		} catch {
			return 'later';
		}
	}

	/** What others did meanwhile is shown in the place of what was set here. */
	async #refused(code: string, problem: string): Promise<Sent> {
		this.outbox.takeBack((item) => item.code === code);
		delete this.#before[code];
		delete this.set[code];
		await invalidateAll();
		this.said = `Not saved: ${problem}`;
		return 'taken';
	}

	#stop(): Sent {
		this.stopped = gone;
		return 'stop';
	}
}
