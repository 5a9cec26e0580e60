/**
 * The log of the server: one JSON line each on standard error. It says what the program did, never what people wrote
 * or who they are: no address with its parameters, no cookie, no body, and of a fault only what cannot carry a value
 * out of the data.
 */
import { pino, type Level } from 'pino';
import { randomUUID } from 'node:crypto';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** CAIRN_LOG; left out, `warn` where a person watches the terminal, else `info`. */
export function logLevel(environment: NodeJS.ProcessEnv, watched: boolean): Level | 'silent' {
	return levels.find((level) => level === environment.CAIRN_LOG) ?? (watched ? 'warn' : 'info');
}

/** Written at once, so that the last line before a crash is there. */
export const log = pino(
	{
		level: logLevel(process.env, process.stderr.isTTY === true),
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) }
	},
	pino.destination({ dest: 2, sync: true })
);

/** What the log may know of a request: the route as it stands in the folder, not the address that was asked for. */
type Asked = { request: { method: string }; route: { id: string | null }; isSubRequest?: boolean };

/** Answers a request and writes its line, whatever comes of it. `now` gives milliseconds. */
export async function logged(
	event: Asked,
	answer: () => Response | Promise<Response>,
	now: () => number = () => performance.now()
): Promise<Response> {
	// A page that asks for another one inside the server is still one request.
	if (event.isSubRequest) return answer();
	const began = now();
	const line = (status: number) => {
		const { method } = event.request;
		const ms = Math.round(now() - began);
		log.info({ request: randomUUID().slice(0, 8), method, route: event.route.id, status, ms }, 'request');
	};
	try {
		const response = await answer();
		line(response.status);
		return response;
	} catch (thrown) {
		line(statusOf(thrown));
		throw thrown;
	}
}

/** Redirects and expected errors are thrown with their status. */
function statusOf(thrown: unknown): number {
	const { status } = thrown as { status?: unknown };
	return typeof status === 'number' ? status : 500;
}

/** Writes an unexpected fault under a new reference, which it returns to be shown to the person. */
export function logFault(error: unknown, event: Asked): string {
	const reference = randomUUID().slice(0, 8);
	log.error(
		{ reference, method: event.request.method, route: event.route.id, fault: tellFault(error) },
		'unexpected fault'
	);
	return reference;
}

export type ToldFault = {
	name: string;
	code?: string;
	message?: string;
	/** Where it came from: functions, files and lines. */
	stack: string[];
	cause?: ToldFault;
};

/** What the language says of a slip in our code: it names our code, not what was given to it. */
const slips = [
	/^Cannot (?:read|set) properties of (?:undefined|null)/,
	/^[\w.$()]+ is not (?:a function|iterable|a constructor|defined)$/
];

/** The message, as far as it cannot carry what somebody wrote. SQLite names tables and columns, never values. */
function plainMessage({ name, message }: Error): string | undefined {
	if (name === 'SqliteError') return message;
	return slips.map((slip) => slip.exec(message)?.[0]).find((said) => said !== undefined);
}

/** A fault without its message, unless messages of its kind cannot carry what somebody wrote. */
export function tellFault(error: unknown): ToldFault {
	if (!(error instanceof Error)) return { name: typeof error, stack: [] };
	const { name, stack = '', cause } = error;
	const code = codeOf(error);
	const message = plainMessage(error);
	return {
		name,
		...(code === undefined ? {} : { code }),
		...(message === undefined ? {} : { message }),
		stack: stack
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)),
		...(cause === undefined ? {} : { cause: tellFault(cause) })
	};
}

function codeOf(error: Error): string | undefined {
	const { code } = error as NodeJS.ErrnoException;
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}
