/** Who acts: a person with their memberships and duties, somebody not signed in, or the machine itself. Pure. */
export const organisationKinds = ['partnership', 'scrutiny-body', 'national-body'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const roles = [
	'administrator',
	'partnership-lead',
	'contributor',
	'viewer',
	'lead-inspector',
	'inspector',
	'community-member',
	'editor'
] as const;
export type Role = (typeof roles)[number];

/** The roles that a kind of organisation gives. */
export const rolesOf: Record<OrganisationKind, readonly Role[]> = {
	partnership: ['administrator', 'partnership-lead', 'contributor', 'viewer', 'community-member'],
	'scrutiny-body': ['administrator', 'lead-inspector', 'inspector'],
	'national-body': ['administrator', 'editor', 'community-member']
};

export const duties = ['lead', 'judge', 'file-reader', 'observer'] as const;
export type Duty = (typeof duties)[number];

/** Only what is confirmed counts. */
export const standings = ['invited', 'confirmed', 'revoked'] as const;
export type Standing = (typeof standings)[number];

export type Membership = {
	/** Id of the organisation. */
	organisation: string;
	role: Role;
	standing: Standing;
	/** Whether the organisation looks after the installation. */
	host: boolean;
};

export type HeldDuty = { review: string; duty: Duty; standing: Standing };

export type Person = {
	kind: 'person';
	id: string;
	name: string;
	/** Of the example world, signed in by one press. */
	demo: boolean;
	memberships: readonly Membership[];
	duties: readonly HeldDuty[];
};

/** Nobody is signed in. `exploring`: no account exists on this machine, so the worked example is open. */
export type Visitor = { kind: 'visitor'; exploring: boolean };

/** Whoever runs the command line on the machine: the operating system has let them in to everything. */
export type Operator = { kind: 'operator' };

/** The program itself, at its start and on its schedule. */
export type Cairn = { kind: 'cairn' };

export type Actor = Person | Visitor | Operator | Cairn;

export const actorKinds = ['person', 'visitor', 'operator', 'cairn'] as const satisfies Actor['kind'][];

/** How the author of a row is written: the id of a person, or the kind of any other actor. */
export const authorOf = (actor: Actor): string => (actor.kind === 'person' ? actor.id : actor.kind);

export const operator: Operator = { kind: 'operator' };
export const cairn: Cairn = { kind: 'cairn' };
