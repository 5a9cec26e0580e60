/** The few settings of the installation. */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { settings } from '../db/schema/trail.ts';

export type SettingName = 'retention-years';

/** As it was kept; null for one that was never made. */
export function findSetting(db: Database, name: SettingName): unknown {
	return (
		db.select({ value: settings.value }).from(settings).where(eq(settings.name, name)).get()?.value ?? null
	);
}
