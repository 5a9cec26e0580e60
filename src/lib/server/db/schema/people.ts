/**
 * People and how they sign in. These are better-auth's own tables under the field's names (its user, account,
 * verification, twoFactor and session): only `commands/keep-sign-in.ts` and better-auth through it write them.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const time = (name: string) => integer(name, { mode: 'timestamp_ms' });
const yesOrNo = (name: string) => integer(name, { mode: 'boolean' });
const ofPerson = () =>
	text('person_id')
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

export const people = sqliteTable('people', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	/** In small letters. */
	email: text('email').notNull().unique(),
	emailVerified: yesOrNo('email_verified').notNull().default(false),
	image: text('image'),
	twoFactorEnabled: yesOrNo('two_factor_enabled').default(false),
	/** Made by one press on a machine for trying Cairn out; belongs to the example world alone. */
	demo: yesOrNo('demo').notNull().default(false),
	createdAt: time('created_at').notNull(),
	updatedAt: time('updated_at').notNull()
});

export const sessions = sqliteTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		userId: ofPerson(),
		token: text('token').notNull().unique(),
		/** However busy it is, it ends then. */
		expiresAt: time('expires_at').notNull(),
		/** When it was used last, to the minute; one that lies idle too long is ended. */
		seenAt: time('seen_at'),
		ipAddress: text('ip_address'),
		userAgent: text('user_agent'),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull()
	},
	(table) => [index('sessions_person').on(table.userId)]
);

/** A way to sign in: a password (provider `credential`) or an account with an OpenID Connect provider. */
export const credentials = sqliteTable(
	'credentials',
	{
		id: text('id').primaryKey(),
		accountId: text('account_id').notNull(),
		providerId: text('provider_id').notNull(),
		userId: ofPerson(),
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: time('access_token_expires_at'),
		refreshTokenExpiresAt: time('refresh_token_expires_at'),
		scope: text('scope'),
		/** Hashed. */
		password: text('password'),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull()
	},
	(table) => [index('credentials_person').on(table.userId)]
);

/** What is waiting to be confirmed: second steps of signing in, the state of a sign-in with a provider. */
export const verifications = sqliteTable(
	'verifications',
	{
		id: text('id').primaryKey(),
		identifier: text('identifier').notNull(),
		value: text('value').notNull(),
		expiresAt: time('expires_at').notNull(),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull()
	},
	(table) => [index('verifications_identifier').on(table.identifier)]
);

export const twoFactors = sqliteTable(
	'two_factors',
	{
		id: text('id').primaryKey(),
		/** Encrypted. */
		secret: text('secret').notNull(),
		/** Encrypted. */
		backupCodes: text('backup_codes').notNull(),
		userId: ofPerson(),
		verified: yesOrNo('verified').default(true),
		failedVerificationCount: integer('failed_verification_count').default(0),
		lockedUntil: time('locked_until')
	},
	(table) => [index('two_factors_person').on(table.userId)]
);

/** Guesses at a password or code, under a digest of account and address, for as long as they count. */
export const guesses = sqliteTable(
	'guesses',
	{
		id: integer('id').primaryKey(),
		key: text('key').notNull(),
		at: time('at').notNull()
	},
	(table) => [index('guesses_key').on(table.key, table.at)]
);
