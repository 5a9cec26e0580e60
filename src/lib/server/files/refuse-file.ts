/** A file that cannot be read as a table is refused with one sentence that says why and what to do. */
import { shown } from '#lib/evidence/answers-file-problem.ts';
import { Problem } from '../problems.ts';

/** `reason` goes on after the file's name: “is protected by a password. Take …”. */
export function refuseFile(fileName: string, reason: string): never {
	throw new Problem('table-refused', `${shownName(fileName)} ${reason}`);
}

/** The file's name as it may be repeated: short, in one line, without its folders. */
const shownName = (fileName: string) => shown(fileName.replace(/^.*[\\/]/s, '')) || 'The file';

export const damaged = 'is damaged or was cut short. Save it again, or fetch it again, and upload that.';
