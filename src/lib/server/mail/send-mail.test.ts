import { afterEach, describe, expect, test, vi } from 'vitest';
import { openMailServer, type MailServer, type TakenMail } from '../../../../tests/support/mail-server.ts';
import { log } from '../log.ts';
import { invitationMail, passwordMail } from './mails.ts';
import { readMailSettings, sendMail } from './send-mail.ts';

let server: MailServer | null = null;
afterEach(async () => {
	await server?.close();
	server = null;
	vi.restoreAllMocks();
});
const open = async (refused?: string) => (server = await openMailServer(refused));

const from = 'Cairn <cairn@example.org>';
const invitation = invitationMail({
	to: 'ailsa@example.org',
	inviter: 'Iain',
	organisation: 'Isle partnership',
	role: 'contributor',
	link: 'https://cairn.example.org/invitations/secret',
	until: '9 March 2026'
});

describe('a mail', () => {
	test('reaches its one address as plain text with the link whole', async () => {
		const { url, taken } = await open();
		expect(await sendMail(invitation, { url, from })).toBe(true);
		expect(taken).toHaveLength(1);
		const [{ to, source }] = taken as [TakenMail];
		expect(to).toEqual(['ailsa@example.org']);
		expect(source).toContain('Content-Type: text/plain');
		expect(source).toContain('https://cairn.example.org/invitations/secret');
		expect(source).not.toContain('text/html');
	});

	test('with a hostile name in its subject gets no further header and no further address', async () => {
		const { url, taken } = await open();
		vi.spyOn(log, 'warn').mockImplementation(() => undefined);
		const organisation = 'Isle\r\nBcc: other@example.org';
		const subject = `You are invited to ${organisation}`;
		await sendMail({ ...invitation, subject, to: 'a@example.org, b@example.org' }, { url, from });
		await sendMail({ ...invitation, subject }, { url, from });
		expect(taken.flatMap(({ to }) => to)).not.toContain('other@example.org');
		expect(taken.flatMap(({ to }) => to)).not.toContain('b@example.org');
		expect(taken.at(-1)!.source).not.toMatch(/^Bcc:/m);
	});

	test('that is refused is said to be, and the log tells neither to whom nor what', async () => {
		const { url } = await open('ailsa@example.org');
		const lines = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
		expect(await sendMail(invitation, { url, from })).toBe(false);
		expect(lines).toHaveBeenCalledOnce();
		expect(JSON.stringify(lines.mock.calls)).not.toMatch(/ailsa|secret|mailbox/);
		expect(JSON.stringify(lines.mock.calls)).toContain('EENVELOPE');
	});

	test('is not sent where nobody listens, or no mail server is set', async () => {
		vi.spyOn(log, 'warn').mockImplementation(() => undefined);
		expect(await sendMail(invitation, { url: 'smtp://127.0.0.1:1', from })).toBe(false);
		expect(await sendMail(invitation, null)).toBe(false);
	});
});

describe('the settings for mail', () => {
	test('are none, or whole', () => {
		const url = 'smtps://name:password@mail.example.org';
		expect(readMailSettings({})).toBeNull();
		expect(readMailSettings({ CAIRN_SMTP_URL: url, CAIRN_MAIL_FROM: from })).toEqual({ url, from });
		expect(() => readMailSettings({ CAIRN_SMTP_URL: url })).toThrow(/CAIRN_MAIL_FROM/);
		expect(() => readMailSettings({ CAIRN_SMTP_URL: 'mail.example.org', CAIRN_MAIL_FROM: from })).toThrow(
			/smtp:\/\//
		);
	});
});

test('a mail about a password names nobody', () => {
	const { text } = passwordMail({
		to: 'ailsa@example.org',
		link: 'https://cairn.example.org/new-password/secret',
		until: '9 March 2026'
	});
	expect(text).toContain('https://cairn.example.org/new-password/secret');
	expect(text).not.toContain('ailsa');
});
