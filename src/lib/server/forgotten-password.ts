/**
 * Sends a link to choose a new password to whoever forgot theirs. All of it is done after the page has answered, so
 * that neither its words nor its time tell whether there is such an account.
 */
import { keptEmail } from './commands/name-faults.ts';
import { makeOwnPasswordLink } from './commands/send-password-link.ts';
import type { Database } from './db/open.ts';
import { sendNewPassword } from './invite-by-mail.ts';
import { log, tellFault } from './log.ts';

/** Returns at once. `at`: the time now, ISO 8601. */
export function sendForgottenPassword(db: Database, at: string, email: string): void {
	setImmediate(async () => {
		try {
			const link = makeOwnPasswordLink(db, at, keptEmail(email));
			if (link) await sendNewPassword({ ...link, shown: false });
		} catch (error) {
			log.error({ fault: tellFault(error) }, 'a link for a new password could not be made');
		}
	});
}
