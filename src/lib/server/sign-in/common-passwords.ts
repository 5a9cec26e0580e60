/** The passwords that are tried first, as they are shipped: fixtures/common-passwords.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormProblem } from '../problems.ts';
import { fixturesFolder } from '../project-root.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault, type Owner } from './password-rules.ts';

let read: ReadonlySet<string> | null = null;

export function commonPasswords(): ReadonlySet<string> {
	read ??= new Set(
		readFileSync(join(fixturesFolder, 'common-passwords.txt'), 'utf8')
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('#'))
	);
	return read;
}

/**
 * The hash of a new password that may be used. Throws a Problem form-invalid that names `field` otherwise: whoever
 * lets somebody choose a password goes this way.
 */
export async function hashNewPassword(password: string, owner: Owner, field = 'password'): Promise<string> {
	const fault = passwordFault(password, owner, commonPasswords());
	if (fault) throw new FormProblem({ [field]: fault });
	return hashPassword(password);
}
