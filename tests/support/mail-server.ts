/** A mail server on this machine that takes all mails, or refuses those to one address. */
import { SMTPServer } from 'smtp-server';

export type TakenMail = {
	to: string[];
	/** As it came, with the lines put together again that are broken with = at their ends. */
	source: string;
};

export type MailServer = {
	url: string;
	taken: TakenMail[];
	/** The next mail that comes, or has come and was not asked for yet. */
	next: () => Promise<TakenMail>;
	close: () => Promise<void>;
};

export async function openMailServer(refused = ''): Promise<MailServer> {
	const taken: TakenMail[] = [];
	let asked = 0;
	let wake: (() => void) | null = null;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo: ({ address }, _session, done) =>
			done(address === refused ? new Error(`no such mailbox: ${address}`) : null),
		onData(stream, { envelope }, done) {
			let source = '';
			stream.on('data', (part: Buffer) => (source += part.toString('utf8')));
			stream.on('end', () => {
				taken.push({
					to: envelope.rcptTo.map(({ address }) => address),
					source: source.replace(/=\r\n/g, '')
				});
				done();
				wake?.();
			});
		}
	});
	const listening = server.listen(0, '127.0.0.1');
	await new Promise((ready) => listening.once('listening', ready));
	const { port } = listening.address() as { port: number };
	return {
		url: `smtp://127.0.0.1:${port}`,
		taken,
		async next() {
			while (taken.length <= asked) await new Promise<void>((come) => (wake = come));
			return taken[asked++]!;
		},
		close: () => new Promise<void>((closed) => server.close(closed))
	};
}
