/** Makes a link and sends it to whom it is for, where a mail server is set. What is shown of it is decided here. */
import { longDate } from '#lib/reports/dates.ts';
import type { Role } from './access/actor.ts';
import { roleInSentence } from './access/role-words.ts';
import type { InvitationLink } from './commands/invite-person.ts';
import { invitationMail, passwordMail } from './mail/mails.ts';
import { canSendMail, sendMail } from './mail/send-mail.ts';
import { addressOf } from './secret-link.ts';

/** What the page of the maker says: shown once, kept nowhere. */
export type MadeLink = {
	email: string;
	/** Null for a link that the maker may not see. */
	link: string | null;
	/** Null where no mail server is set. */
	sent: boolean | null;
	/** In words. */
	until: string;
};

/** `names`: of the inviter and the organisation, as they stand in the mail. */
export async function sendInvitation(
	made: InvitationLink,
	{ inviter, organisation, role }: { inviter: string; organisation: string; role: Role }
): Promise<MadeLink> {
	const { email } = made;
	const [link, until] = [addressOf('join', made.token), dayOf(made.expiresAt)];
	const mail = invitationMail({ to: email, inviter, organisation, role: roleInSentence(role), link, until });
	return { email, link, until, sent: canSendMail() ? await sendMail(mail) : null };
}

export async function sendNewPassword(made: InvitationLink & { shown: boolean }): Promise<MadeLink> {
	const { email } = made;
	const [link, until] = [addressOf('password', made.token), dayOf(made.expiresAt)];
	const sent = canSendMail() ? await sendMail(passwordMail({ to: email, link, until })) : null;
	return { email, link: made.shown ? link : null, until, sent };
}

const dayOf = (time: string) => longDate(time.slice(0, 10));
