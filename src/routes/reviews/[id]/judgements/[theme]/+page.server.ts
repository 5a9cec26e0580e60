import { loadThemeAttachments } from '#lib/server/queries/attachments.ts';
import { listWithdrawnFindings } from '#lib/server/queries/findings.ts';
import { loadThemePage } from '#lib/server/queries/review-pages.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params: { id, theme } }) => ({
	theme: answered(() => loadThemePage(db, actor, id, theme)),
	attachments: loadThemeAttachments(db, actor, id, theme, at.slice(0, 10)),
	withdrawn: maySee(db, actor, id, 'open-conclusions') ? listWithdrawnFindings(db, id, theme) : []
});
