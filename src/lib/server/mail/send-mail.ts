/**
 * Hands mails to the mail server that CAIRN_SMTP_URL names. A mail that cannot be handed over is no fault of whoever
 * asked for it: it is said, and the log knows why, but neither to whom nor what.
 */
import { createTransport } from 'nodemailer';
import { log } from '../log.ts';
import { Problem } from '../problems.ts';
import type { Mail } from './mails.ts';

export type MailSettings = {
	/** smtp:// or smtps://, with name and password where the server asks for them. */
	url: string;
	/** The address that mails come from. */
	from: string;
};

/** Milliseconds to wait for the mail server at each step; somebody waits for the page. */
const patience = 10_000;

/** Null where no mail server is set. Throws a Problem setting-wrong when it is set by halves. */
export function readMailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings | null {
	const { CAIRN_SMTP_URL: url, CAIRN_MAIL_FROM: from } = environment;
	if (!url) return null;
	if (!/^smtps?:\/\/./.test(url))
		throw new Problem(
			'setting-wrong',
			'CAIRN_SMTP_URL must begin with smtp:// or smtps:// and name a mail server, as in smtps://name:password@mail.example.org.'
		);
	if (!from)
		throw new Problem(
			'setting-wrong',
			'CAIRN_SMTP_URL is set, but CAIRN_MAIL_FROM is not: set it to the address that mails shall come from.'
		);
	return { url, from };
}

export const canSendMail = (): boolean => readMailSettings() !== null;

/** Whether the mail server took the mail. Without one: no. */
export async function sendMail({ to, subject, text }: Mail, settings = readMailSettings()): Promise<boolean> {
	if (!settings) return false;
	const { url, from } = settings;
	const transport = createTransport(
		{
			url,
			connectionTimeout: patience,
			greetingTimeout: patience,
			socketTimeout: patience,
			dnsTimeout: patience,
			disableFileAccess: true,
			disableUrlAccess: true
		},
		{ from }
	);
	try {
		// As an object the address is one address, whatever signs are in it.
		await transport.sendMail({ to: { name: '', address: to }, subject, text });
		return true;
	} catch (error) {
		const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
		log.warn({ code: wordOf(code), answer: Number(responseCode) || undefined }, 'a mail could not be sent');
		return false;
	} finally {
		transport.close();
	}
}

/** Codes are words in capitals; anything else may quote the mail. */
const wordOf = (code: unknown) => (typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : undefined);
