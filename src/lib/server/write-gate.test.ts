import { expect, test } from 'vitest';
import { closeGate, gateIsClosed, waitToWrite } from './write-gate.ts';

test('who saves waits until every holder of the gate has opened it; who reads does not', async () => {
	const [first, second] = [closeGate(), closeGate()];
	const order: string[] = [];
	const saving = waitToWrite('POST', '/reviews/[id]/plan').then(() => order.push('saved'));
	const told = waitToWrite('GET', '/reviews/[id]/evidence/[source]/results.csv').then(() =>
		order.push('downloaded')
	);
	await waitToWrite('GET', '/reviews/[id]').then(() => order.push('read'));
	first();
	first();
	await Promise.resolve();
	expect([order, gateIsClosed()]).toEqual([['read'], true]);
	second();
	await Promise.all([saving, told]);
	expect([order, gateIsClosed()]).toEqual([['read', 'saved', 'downloaded'], false]);
});
