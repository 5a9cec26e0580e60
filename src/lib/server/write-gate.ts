/**
 * While a process of its own takes in a large file, it holds the database for a second or two. Whoever saves something
 * in that time waits here: in the database itself the whole server would stand still with them.
 */
let closedBy = 0;
let opened: Promise<void> = Promise.resolve();
let open: () => void = () => {};

/** Closes the gate; returns what opens it again, which may be called more than once. */
export function closeGate(): () => void {
	if (closedBy === 0) opened = new Promise((resolve) => (open = resolve));
	closedBy += 1;
	let done = false;
	return () => {
		if (done) return;
		done = true;
		closedBy -= 1;
		if (closedBy === 0) open();
	};
}

/** Whether somebody who writes now would have to wait. */
export const gateIsClosed = (): boolean => closedBy > 0;

/** Reading that is told to the trail: records, and files that are taken along. */
const toldReading = /\/records\/\[|\.(?:csv|xlsx|docx|pdf)$/;

/** Resolves when a request may go on: at once for a page that is only read. `route`: its id. */
export async function waitToWrite(method: string, route: string | null): Promise<void> {
	const writes = (method !== 'GET' && method !== 'HEAD') || toldReading.test(route ?? '');
	while (writes && gateIsClosed()) await opened;
}
