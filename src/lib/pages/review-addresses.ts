/** Where the pages of a review are that the server names too; the others: components/review-addresses.ts. */
const part = encodeURIComponent;

export function sourceAddress(review: string, source: string): string {
	return `/reviews/${review}/evidence/${source}`;
}

export function themeAddress(review: string, code: string): string {
	return `/reviews/${review}/judgements/${part(code)}`;
}

/** Where a finding is written. */
export function findingAddress(review: string, finding: string): string {
	return `/reviews/${review}/findings/${part(finding)}`;
}

/** What is done next; one improvement action, or all. */
export function planOfActionAddress(review: string, action: string | null = null): string {
	return `/reviews/${review}/plan-of-action${action === null ? '' : `/${part(action)}`}`;
}

/** The page of a core component in a self-evaluation. */
export function componentAddress(review: string, component: string): string {
	return `/reviews/${review}/judgements/component/${part(component)}`;
}

/** What is said to one another in a review. */
export function commentsAddress(review: string): string {
	return `/reviews/${review}/comments`;
}

/** Where judgements given apart are set side by side and agreed; of one theme, standard or component, or of all. */
export function moderationAddress(review: string, element: string | null = null): string {
	return `/reviews/${review}/moderation${element === null ? '' : `/${part(element)}`}`;
}
