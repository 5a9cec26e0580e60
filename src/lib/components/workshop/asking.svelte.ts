/**
 * Asks an address every few seconds, while a page is looked at, what there is now. A telephone that lies in a pocket
 * asks for nothing. To be called while a component is made.
 */
type Asking<Answer> = {
	address: () => string;
	/** Milliseconds between two questions; a little more or less, so that a room does not ask all at once. */
	every: number;
	heard: (answer: Answer) => void;
	/** Whether there is anything more to ask. */
	on: () => boolean;
};

export function askOnAndOn<Answer>({ address, every, heard, on }: Asking<Answer>): void {
	$effect(() => {
		let over = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const again = () => {
			if (over) return;
			timer = setTimeout(() => void ask(), every * (0.85 + (performance.now() % 300) / 1000));
		};
		const ask = async () => {
			if (!document.hidden && on()) {
				try {
					// eslint-disable-next-line no-restricted-globals -- asked by the browser, not by the core
					const answer = await fetch(address(), { headers: { accept: 'application/json' } });
					if (answer.ok && !over) heard((await answer.json()) as Answer);
				} catch {
					// The network is gone for a moment: the next question may get through.
				}
			}
			again();
		};
		const seen = () => {
			if (document.hidden) return;
			clearTimeout(timer);
			void ask();
		};
		document.addEventListener('visibilitychange', seen);
		again();
		return () => {
			over = true;
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', seen);
		};
	});
}
