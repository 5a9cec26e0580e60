/** Takes a second factor off for somebody who has lost it. */
import { operator } from '#lib/server/access/actor.ts';
import { removeSecondFactor } from '#lib/server/commands/remove-second-factor.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'people unlock <email> [--json]',
	summary: 'Takes the second factor off for somebody who has lost authenticator and recovery codes.',
	help: `Make sure first that it is they who ask, as carefully as when they were invited: by their telephone number or
in person, not by an e-mail. Their sessions end, the password stays as it is, and the trail tells of it. They turn a
second factor on again on their account page.

With --json: {person}.`,
	options: {},
	positionals: ['email'],
	run({ positionals, options, openCairn, print, now }) {
		const [email = ''] = positionals;
		const person = removeSecondFactor(openCairn(), { actor: operator, at: now }, email);
		print(options.json ? JSON.stringify({ person }) : `${email} signs in with the password alone now.`);
	}
};
