/** Words for the small facts of events: roles, duties, ways of signing in, counts. Anything unknown is said as it stands. */
import type { Duty, Role } from '../access/actor.ts';

type Fact = string | number | boolean | null | undefined;

const roles: Record<Role, string> = {
	administrator: 'an administrator',
	'partnership-lead': 'a partnership lead',
	contributor: 'a contributor',
	viewer: 'a viewer',
	'lead-inspector': 'a lead inspector',
	inspector: 'an inspector',
	'community-member': 'a member of the Community of Practice',
	editor: 'an editor of shared practice'
};

const duties: Record<Duty, string> = {
	lead: 'lead of the review',
	judge: 'judge',
	'file-reader': 'file reader',
	observer: 'observer'
};

const waysIn: Readonly<Record<string, string>> = {
	password: ' with a password',
	code: ' with a password and a code',
	'recovery-code': ' with a password and a recovery code',
	provider: ' with their organisation’s account',
	'set-up': ' at the set-up',
	invitation: ' by an invitation',
	demo: ' as a person of the example world'
};

const endings: Readonly<Record<string, string>> = {
	password: ', because the password changed',
	role: ', because a role or duty changed',
	asked: '',
	idle: ', because it was not used for too long',
	absolute: ', because it had lasted as long as it may',
	renewed: ' and began a new one, because the way of signing in changed'
};

const refusals: Readonly<Record<string, string>> = {
	password: ': the password was wrong',
	code: ': the code was wrong',
	'recovery-code': ': the recovery code was wrong',
	provider: ': the organisation’s account is not one of a person here',
	'set-up': ': the code of the set-up was wrong'
};

const word = (words: Readonly<Record<string, string>>, fact: Fact, without: string): string =>
	Object.hasOwn(words, String(fact)) ? words[String(fact)]! : String(fact ?? without);

export const role = (fact: Fact): string => word(roles, fact, 'a member');
export const duty = (fact: Fact): string => word(duties, fact, 'one of the team');
export const ways = (how: Fact): string => (Object.hasOwn(waysIn, String(how)) ? waysIn[String(how)]! : '');
export const whyEnded = (why: Fact): string =>
	Object.hasOwn(endings, String(why)) ? endings[String(why)]! : '';

/** Why a sign-in was refused at a step; `known`: whether the address belongs to somebody. */
export function whyRefused(step: Fact, known: boolean): string {
	if (step === 'password' && !known) return ': nobody has the address';
	return Object.hasOwn(refusals, String(step)) ? refusals[String(step)]! : '';
}

/** ` as PDF`; nothing where the kind of file was not noted. */
export const file = (format: Fact): string => (format ? ` as ${String(format).toUpperCase()}` : '');

const plain = new Intl.NumberFormat('en-GB');

/** `1 record`, `4,312 records`, `no records`. */
export function count(fact: Fact, of: string): string {
	const number = typeof fact === 'number' ? fact : 0;
	return `${number === 0 ? 'no' : plain.format(number)} ${of}${number === 1 ? '' : 's'}`;
}
