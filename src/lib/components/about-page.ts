/** What a page of a review is about, as comments name it (server/queries/about.ts). */

/** `params`: of the page. Null for a page that is about nothing that one would say something of. */
export function aboutOf(
	route: string | null,
	params: Partial<Record<string, string>>,
	kind: 'thematic-review' | 'self-evaluation'
): string | null {
	const { theme, component, finding, source, action, element } = params;
	const judged = kind === 'thematic-review' ? 'theme' : 'component';
	switch (route) {
		case '/reviews/[id]':
			return 'review';
		case '/reviews/[id]/judgements/[theme]':
			return `${kind === 'thematic-review' ? 'theme' : 'standard'}:${theme}`;
		case '/reviews/[id]/judgements/component/[component]':
			return `component:${component}`;
		case '/reviews/[id]/moderation/[element]':
			return `${judged}:${element}`;
		case '/reviews/[id]/findings/[finding]':
			return `finding:${finding}`;
		case '/reviews/[id]/evidence/[source]':
			return `source:${source}`;
		case '/reviews/[id]/plan-of-action/[action]':
			return `action:${action}`;
		default:
			return null;
	}
}
