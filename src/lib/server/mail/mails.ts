/** The mails that Cairn sends: plain text, with names and a link and nothing else that is personal. Pure. */

export type Mail = {
	/** An e-mail address. */
	to: string;
	subject: string;
	text: string;
};

export type InvitationMail = {
	to: string;
	/** Names. */
	inviter: string;
	organisation: string;
	/** In words. */
	role: string;
	link: string;
	/** In words: 9 March 2026. */
	until: string;
};

export function invitationMail({ to, inviter, organisation, role, link, until }: InvitationMail): Mail {
	return {
		to,
		subject: `You are invited to ${organisation} on Cairn`,
		text: lines(
			`${inviter} invites you to ${organisation} on Cairn.`,
			`Your role: ${role}.`,
			`To see what it is about and to join, open this address. It is for you alone, works once, and until ${until}:`,
			link,
			'If you do not know what this is about, leave it: nothing happens unless you join.'
		)
	};
}

export function passwordMail({ to, link, until }: { to: string; link: string; until: string }): Mail {
	return {
		to,
		subject: 'Choose a new password for Cairn',
		text: lines(
			'Somebody, most likely you, asked for a link to choose a new password for Cairn.',
			`Open this address to choose it. It is for you alone, works once, and until ${until}:`,
			link,
			'If it was not you, leave it: your password stays as it is. If it happens again, tell whoever looks after Cairn where you work.'
		)
	};
}

/** Paragraphs, with a line between them. */
const lines = (...paragraphs: string[]) => `${paragraphs.join('\n\n')}\n`;
