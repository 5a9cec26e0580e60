/** Says which columns of an answers file were left unread because they name people. */
import type { AnswersFile } from '#lib/evidence/answers-file.ts';
import type { CommandInput } from './command.ts';

export function sayDropped(
	{ remark }: Pick<CommandInput, 'remark'>,
	{ dropped }: Pick<AnswersFile, 'dropped'>
): void {
	for (const { column, values } of dropped)
		remark(`The column “${column}” was not read, because it may name people: ${values} values dropped.`);
}
