/** How fast a page stays while a report is drawn as PDF, against the same page with nothing else going on. */
import { spawn } from 'node:child_process';
import { figure, scratchFolder } from './stopwatch.ts';

const page = '/standards';
const report = '/reviews/south-lanarkshire-2018/report.pdf';
const asked = 200;

const scratch = scratchFolder();
const server = spawn(process.execPath, ['scripts/serve.mjs'], {
	env: { ...process.env, PORT: '0', CAIRN_DATA: scratch.next() },
	stdio: ['ignore', 'pipe', 'inherit']
});
const address = await new Promise<string>((resolve) =>
	server.stdout.once('data', (text) => resolve(String(text).trim()))
);

/** Milliseconds that each of some requests took, one after another, while `going` holds. */
async function ask(going: (done: number) => boolean): Promise<number[]> {
	const times: number[] = [];
	while (going(times.length)) {
		const start = performance.now();
		await (await fetch(address + page)).text();
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b);
}

const share = (times: number[], part: number) => times[Math.floor((times.length - 1) * part)]!;

await ask((done) => done < asked);
const quiet = await ask((done) => done < asked);
let drawing = true;
const started = performance.now();
const drawn = fetch(address + report)
	.then((answer) => answer.arrayBuffer())
	.finally(() => (drawing = false));
const busy = await ask(() => drawing);
await drawn;
const took = performance.now() - started;
server.kill();
scratch.remove();

console.log(`
a page while a report is drawn as PDF (${busy.length} requests in ${(took / 1000).toFixed(1)} s)
${figure('page, nothing else going on: median', share(quiet, 0.5), share(quiet, 0.5), 'quiet median')}
${figure('page, nothing else going on: 99 of 100', share(quiet, 0.99), share(quiet, 0.5), 'quiet median')}
${figure('page, while a PDF is drawn: median', share(busy, 0.5), share(quiet, 0.5), 'quiet median')}
${figure('page, while a PDF is drawn: 99 of 100', share(busy, 0.99), share(quiet, 0.5), 'quiet median')}`);
