/** How long an answer at the desk takes until it is saved, there and back, against asking the server how it is. */
import { rmSync } from 'node:fs';
import { layReading } from '../../tests/support/desk-world.ts';
import { serveCairn } from '../../tests/support/served.ts';
import { figure } from './stopwatch.ts';

const saves = 200;
const reading = layReading();
const server = await serveCairn({ CAIRN_DATA: reading.folder });
const cookie = reading.cookie(server.address);

/** Milliseconds of each of some goes, one after another, the shortest first. */
async function eachOf(goes: number, go: (nth: number) => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let nth = 0; nth < goes; nth += 1) {
		const start = performance.now();
		await go(nth);
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b);
}

/** The answer of a question given, and given otherwise, in turn; it begins with none. */
const values = ['not recorded', 'not applicable'];
async function save(nth: number): Promise<void> {
	const from = nth < 40 ? '' : values[(Math.floor(nth / 40) + 1) % 2]!;
	const value = values[Math.floor(nth / 40) % 2]!;
	const said = await reading.answer(server.address, cookie, nth % 40, { value, from });
	if (!said.includes('saved')) throw new Error(`An answer was not saved: ${said}`);
}

const asked = await eachOf(saves, async () => void (await (await fetch(`${server.address}/health`)).text()));
const saved = await eachOf(saves, save);
await server.stop();
rmSync(reading.folder, { recursive: true, force: true });

const share = (times: readonly number[], part: number) => times[Math.floor((times.length - 1) * part)]!;
const bare = share(asked, 0.5);
console.log(`
${saves} answers at the desk, one after another; 100 ms is what readers were promised
${figure('asking the server how it is: median', bare, bare, 'asking')}
${figure('an answer saved: median', share(saved, 0.5), bare, 'asking')}
${figure('an answer saved: 95 of 100', share(saved, 0.95), bare, 'asking')}`);
