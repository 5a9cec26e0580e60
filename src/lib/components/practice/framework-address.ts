/** Where an element is told of among the standards and on the change map. */
import type { ElementLink } from '#lib/pages/element-links.ts';

/** Null for elements that have no page there, such as themes. */
export function frameworkAddress({
	framework,
	code,
	top
}: Pick<ElementLink, 'framework' | 'code' | 'top'>): string | null {
	if (framework === 'sds-standards') return code === top ? `/standards/${code}` : `/standards/${top}#${code}`;
	return framework === 'sds-change-map' && code !== top ? `/change-map/${code}` : null;
}
