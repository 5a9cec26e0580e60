/**
 * Sends what is given at the desk, one after the other in the order in which it was given. What could not be sent
 * waits in memory, is tried again, and goes first when the network is back; the browser's own storage keeps nothing.
 */

/**
 * What became of one sending: `taken` (also where it was answered with a refusal: it does not wait any more), `later`
 * (not reached: try again), `sign-in` (waits until somebody has signed in), `stop` (nothing more is taken at all).
 */
export type Sent = 'taken' | 'later' | 'sign-in' | 'stop';

/** Milliseconds to the first new try; each further one waits twice as long, up to a quarter of a minute. */
const firstWait = 1_000;
const longestWait = 15_000;

/** A timer, as `setTimeout` gives it: to be put in its place by a test. */
export type Later = (run: () => void, milliseconds: number) => () => void;

const later: Later = (run, milliseconds) => {
	const timer = setTimeout(run, milliseconds);
	return () => clearTimeout(timer);
};

export class Outbox<Item> {
	/** How many wait, with the one that is being sent. */
	waiting = $state(0);
	/** `away`: the last one could not be sent, and is tried again by itself. */
	standing = $state<'sent' | 'sending' | 'away' | 'sign-in' | 'stopped'>('sent');

	#items: Item[] = [];
	#send: (item: Item) => Promise<Sent>;
	#later: Later;
	#sending: Promise<void> | null = null;
	#cancel: () => void = () => {};
	#tries = 0;

	constructor(send: (item: Item) => Promise<Sent>, wait: Later = later) {
		this.#send = send;
		this.#later = wait;
	}

	put(item: Item): void {
		this.#items.push(item);
		this.#count();
		if (this.standing === 'sent') void this.sendAll();
	}

	/** Takes back what waits and was never tried, where it fits. */
	takeBack(fits: (item: Item) => boolean): void {
		const [first, ...rest] = this.#items;
		if (first === undefined) return;
		this.#items = [first, ...rest.filter((item) => !fits(item))];
		this.#count();
	}

	/** Sends what waits; settles when all of it was taken, or it has to wait. */
	async sendAll(): Promise<void> {
		this.#cancel();
		if (this.standing === 'stopped') return;
		this.#sending ??= this.#run().finally(() => (this.#sending = null));
		await this.#sending;
	}

	/** Ends the trying. */
	close(): void {
		this.#cancel();
	}

	async #run(): Promise<void> {
		this.standing = 'sending';
		for (let item = this.#items[0]; item !== undefined; item = this.#items[0]) {
			const sent = await this.#send(item);
			if (sent === 'later') return this.#tryAgain();
			if (sent === 'sign-in' || sent === 'stop') {
				this.standing = sent === 'stop' ? 'stopped' : 'sign-in';
				return;
			}
			this.#tries = 0;
			this.#items.shift();
			this.#count();
		}
		this.standing = 'sent';
	}

	#tryAgain(): void {
		this.standing = 'away';
		const wait = Math.min(longestWait, firstWait * 2 ** this.#tries++);
		this.#cancel = this.#later(() => void this.sendAll(), wait);
	}

	#count(): void {
		this.waiting = this.#items.length;
	}
}
