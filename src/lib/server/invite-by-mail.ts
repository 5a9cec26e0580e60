/** Makes a link and sends it to whom it is for, where a mail server is set. What is shown of it is decided here. */
import { longDate } from '#lib/reports/dates.ts';
import type { Role } from './access/actor.ts';
import { roleInSentence } from './access/role-words.ts';
import type { By } from './commands/append-event.ts';
import type { InvitationLink } from './commands/invite-person.ts';
import { revokeInvitation } from './commands/revoke-invitation.ts';
import { cannotBeSent, sendPasswordLink } from './commands/send-password-link.ts';
import type { Database } from './db/open.ts';
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

/**
 * Makes a link for a new password and sends it. One that its maker may not see, and that the mail server did not take,
 * is taken back. Throws a Problem: not-found; belongs-elsewhere.
 */
export async function makeNewPassword(
	db: Database,
	by: By,
	asked: { person: string; organisation: string }
): Promise<MadeLink> {
	const kept = sendPasswordLink(db, by, { ...asked, canMail: canSendMail() });
	const made = await sendNewPassword(kept);
	if (made.link !== null || made.sent === true) return made;
	revokeInvitation(db, by, { invitation: kept.id, organisation: asked.organisation });
	throw cannotBeSent();
}

const dayOf = (time: string) => longDate(time.slice(0, 10));
