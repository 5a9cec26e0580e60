/** Asks a served Cairn over connections that are kept, and reads what comes back, whatever kind of file it is. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import readSheets from 'read-excel-file/node';
import { extractText } from 'unpdf';
import { unzip } from './zip.ts';

export type Asked = {
	method?: string;
	path: string;
	cookie?: string | null;
	headers?: Record<string, string>;
	body?: string;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** `close` ends the connections. Paths are sent as they are written. */
export function asker(address: string) {
	const agent = new Agent({ keepAlive: true, maxSockets: 8 });
	const { hostname, port } = new URL(address);
	const ask = ({ method = 'GET', path, cookie = null, headers = {}, body }: Asked): Promise<Answer> =>
		new Promise((resolve, reject) => {
			const sent = request(
				{
					agent,
					hostname,
					port,
					method,
					path,
					headers: {
						accept: 'text/html',
						...(cookie === null ? {} : { cookie }),
						...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
						...headers
					}
				},
				(answer) => {
					const chunks: Buffer[] = [];
					answer.on('data', (chunk: Buffer) => chunks.push(chunk));
					answer.on('error', reject);
					answer.on('end', () =>
						resolve({
							status: answer.statusCode ?? 0,
							headers: answer.headers,
							body: Buffer.concat(chunks)
						})
					);
				}
			);
			sent.on('error', reject);
			sent.end(body);
		});
	return { ask, close: () => agent.destroy() };
}

/** Headers and content of an answer as text: of a PDF and of a workbook what a reader sees. */
export async function textOf({ headers, body }: Answer): Promise<string> {
	return `${JSON.stringify(headers)}\n${await contentOf(headers['content-type'] ?? '', body)}`;
}

async function contentOf(type: string, body: Buffer): Promise<string> {
	if (body.length === 0) return '';
	if (type.startsWith('application/pdf')) {
		const { text } = await extractText(new Uint8Array(body), { mergePages: true });
		return `${text}\n${body.toString('latin1')}`;
	}
	if (type.includes('wordprocessing')) return unzip(body).get('word/document.xml')?.toString('utf8') ?? '';
	if (type.includes('spreadsheet')) return JSON.stringify(await readSheets(body));
	return body.toString('utf8');
}

/** Runs `work` on every item, `width` at a time. */
export async function eachOf<Item>(
	items: readonly Item[],
	width: number,
	work: (item: Item) => Promise<void>
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < items.length) await work(items[next++]!);
	};
	await Promise.all(Array.from({ length: width }, worker));
}
