/**
 * Markup that Cairn itself has made, for {@html}. The content policy lets text become markup in a browser only through
 * a named policy (trusted types); Svelte has one for its own templates, and this is the one for our drawings and
 * reports, which escape every word that they are given. On the server it is the text itself.
 */
type Trusting = { createHTML: (text: string) => unknown };
type TrustedTypes = {
	createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => Trusting;
};

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('cairn-own-markup', { createHTML: (text) => text });

export const ownMarkup = (text: string): string => (policy ? (policy.createHTML(text) as string) : text);
