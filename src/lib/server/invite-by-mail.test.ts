import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	as,
	at,
	bringReview,
	join,
	openOrganisations,
	verbsOf,
	type Organisations
} from '../../../tests/support/organisations.ts';
import { giveDuty } from './commands/give-duty.ts';
import { makeNewPassword } from './invite-by-mail.ts';
import { log } from './log.ts';
import { listInvitations } from './queries/organisations.ts';

let world: Organisations;
let ailsa: string;
beforeEach(() => {
	world = openOrganisations();
	ailsa = join(world.db, 'Ailsa', world.isle, 'viewer');
	vi.spyOn(log, 'warn').mockReturnValue();
});
afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

const make = () =>
	makeNewPassword(world.db, as(world.db, world.iain), { person: ailsa, organisation: world.isle });
/** Ailsa has a duty in a review of another organisation: her link is not shown. */
const bindElsewhere = () => {
	const { db, inspectorate } = world;
	const lead = join(db, 'Lead', inspectorate, 'lead-inspector');
	giveDuty(db, as(db, lead), { review: bringReview(db, inspectorate), person: ailsa, duty: 'judge' });
};
/** A mail server that takes nothing: nobody listens there. */
const breakMail = () => {
	vi.stubEnv('CAIRN_SMTP_URL', 'smtp://127.0.0.1:1');
	vi.stubEnv('CAIRN_MAIL_FROM', 'cairn@example.org');
};

describe('a link for a new password that its maker may not see', () => {
	beforeEach(bindElsewhere);

	test('is not made where no mail server is set', async () => {
		const before = verbsOf(world.db);
		await expect(make()).rejects.toMatchObject({ code: 'belongs-elsewhere' });
		expect(verbsOf(world.db)).toEqual(before);
	});

	test('is taken back when the mail server does not take it, and the trail says so', async () => {
		breakMail();
		await expect(make()).rejects.toMatchObject({ code: 'belongs-elsewhere' });
		expect(verbsOf(world.db).slice(-2)).toEqual(['person-invited', 'invitation-revoked']);
		expect(listInvitations(world.db, world.isle, at)).toEqual([]);
	});
});

test('a link that its maker sees stays good when the mail server does not take it', async () => {
	breakMail();
	expect(await make()).toMatchObject({ link: expect.stringContaining('://'), sent: false });
	expect(listInvitations(world.db, world.isle, at)).toMatchObject([{ purpose: 'password' }]);
});
