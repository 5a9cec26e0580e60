/**
 * What every answer tells the browser besides its content: whom it may be shown to, where it may be kept, and what it
 * may load. Pure. `scripts/serve.mjs` sets the first part on all that it serves, the hook sets all of it on its own.
 */

/** An answer of the product itself: a page, a download, what a page asks for by script. */
export type OwnAnswer = {
	/** Its content-type as it is so far; null when it has none. */
	type: string | null;
	/** The content policy that SvelteKit has made for a page (svelte.config.js); null for anything else. */
	policy: string | null;
	/** Whether everybody sees the same on this address, signed in or not. */
	open: boolean;
	/** Where the outside sign-in lies, when one is set up: a form may lead there. */
	signInAt: string | null;
};

/** For what is no page: it runs and asks nothing, wherever it is shown. Only src/error.html has a sheet and an icon. */
const nothing = [
	"default-src 'none'",
	"style-src 'self'",
	"img-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'"
].join('; ');

/** None of these is asked for by any page. */
const notUsed = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'usb'
];

/** A year, which is what browsers' own lists ask for. */
const oneYear = 365 * 24 * 60 * 60;

/**
 * Names and values of the headers.
 * @param origin the address that Cairn is served at (`ORIGIN`); only with https is the browser told to keep to it
 * @param answer what the hook answers with; null for a file of the build, and for whatever ends before the hook
 */
export function webHeaders(origin: string, answer: OwnAnswer | null = null): Record<string, string> {
	return {
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		// Not “no-referrer”: browsers would then hide the origin of Cairn's own forms too.
		'referrer-policy': 'same-origin',
		'permissions-policy': notUsed.map((feature) => `${feature}=()`).join(', '),
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(origin.startsWith('https:')
			? { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` }
			: {}),
		'content-security-policy': nothing,
		...(answer ? ofOwn(answer) : {})
	};
}

function ofOwn({ type, policy, open, signInAt }: OwnAnswer): Record<string, string> {
	return {
		...(policy === null ? {} : { 'content-security-policy': leadingTo(policy, signInAt) }),
		// An open page may be kept by the one browser that asked, which asks each time whether it is still the same.
		'cache-control': open ? 'private, no-cache' : 'no-store',
		...(type === 'text/html' ? { 'content-type': 'text/html; charset=utf-8' } : {})
	};
}

/**
 * Chromium holds the policy against every address that a form is sent on to, so the form that begins an outside
 * sign-in needs the provider's origin beside our own.
 */
function leadingTo(policy: string, signInAt: string | null): string {
	const origin = signInAt === null || !URL.canParse(signInAt) ? null : new URL(signInAt).origin;
	return origin === null ? policy : policy.replace("form-action 'self'", `form-action 'self' ${origin}`);
}
