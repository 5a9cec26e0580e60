import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { mostLetters } from '../files/attachment-words.ts';
import {
	loadAttachmentEditor,
	loadAttachmentFile,
	loadAttachments,
	loadThemeAttachments
} from '../queries/attachments.ts';
import { addAttachment, largestAttachment } from './add-attachment.ts';
import { restoreAttachment } from './restore-attachment.ts';
import { saveAttachment } from './save-attachment.ts';
import { withdrawAttachment } from './withdraw-attachment.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const bytes = strToU8('The policy says that everybody is offered advocacy.');
const asked = {
	review,
	title: 'Advocacy policy',
	source: 'files',
	elements: 't2 T3',
	from: '2025-04-01',
	to: '2026-03-31',
	fileName: 'C:\\papers\\policy.exe',
	bytes
};
const add = (name: PersonName, changes: Partial<typeof asked> = {}, confirmed: string[] = []) =>
	addAttachment(world.db, world.by(name), { ...asked, ...changes, confirmed });
const page = (today = '2026-01-01') => loadAttachments(world.db, review, today);

describe('an attachment', () => {
	test('keeps its bytes, its digest, the days it holds and all the elements that it serves', () => {
		const id = add('magnus');
		expect(page().lines).toMatchObject([
			{
				id,
				title: 'Advocacy policy',
				what: 'TXT, 51 bytes',
				revision: 1,
				elements: ['T2', 'T3'],
				source: { id: 'files' },
				digest: createHash('sha256').update(bytes).digest('hex')
			}
		]);
		expect(loadAttachmentFile(world.db, review, id)).toMatchObject({
			bytes: Buffer.from(bytes),
			mediaType: 'text/plain; charset=utf-8',
			fileName: 'policy.txt'
		});
	});

	test('stands on the page of each theme that it serves, for those who may see records', () => {
		add('magnus');
		const on = (name: PersonName, theme: string) =>
			loadThemeAttachments(world.db, world.actor(name), review, theme, '2026-01-01').map(
				({ title }) => title
			);
		expect(['T1', 'T2', 'T3'].map((theme) => on('magnus', theme))).toEqual([
			[],
			['Advocacy policy'],
			['Advocacy policy']
		]);
		expect(on('struan', 'T2')).toEqual([]);
	});

	test('is said to be no longer in force once its last day is over', () => {
		add('magnus');
		expect(page('2026-03-31').lines[0]).toMatchObject({
			over: false,
			holds: '1 April 2025 to 31 March 2026'
		});
		expect(page('2026-04-01').lines[0]).toMatchObject({
			over: true,
			holds: '1 April 2025 to 31 March 2026: no longer in force'
		});
	});

	test('can be replaced once by a later revision, and the earlier stays', () => {
		const first = add('magnus');
		const file = { review, replaces: first, fileName: 'policy.txt', bytes: strToU8('Another text.') };
		const second = addAttachment(world.db, world.by('ailsa'), file);
		expect(page()).toMatchObject({
			lines: [{ id: second, revision: 2, title: 'Advocacy policy' }],
			earlier: [{ id: first, revision: 1 }]
		});
		expect(() => addAttachment(world.db, world.by('ailsa'), file)).toThrow('Look again');
		expect(loadAttachmentFile(world.db, review, first).bytes.equals(Buffer.from(bytes))).toBe(true);
	});

	test('is changed, withdrawn and brought back, and told of', () => {
		const id = add('magnus');
		const { kept } = loadAttachmentEditor(world.db, review, id);
		const { title, source, from, to } = asked;
		const texts = { title, source, from, to, elements: 'T2', review, attachment: id };
		const save = (version: number) => saveAttachment(world.db, world.by('ailsa'), { ...texts, version });
		expect(save(kept.version)).toMatchObject({ saved: { version: 2 } });
		expect(
			saveAttachment(world.db, world.by('magnus'), { ...texts, elements: '', version: 1 })
		).toHaveProperty('conflict');
		withdrawAttachment(world.db, world.by('ailsa'), { review, attachment: id });
		expect(page()).toMatchObject({ lines: [], withdrawn: [{ id }] });
		expect(() => loadAttachmentFile(world.db, review, id)).toThrow('There is no attachment');
		restoreAttachment(world.db, world.by('ailsa'), { review, attachment: id });
		expect(page().lines).toHaveLength(1);
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'attachment-added',
			'attachment-saved',
			'attachment-withdrawn',
			'attachment-restored'
		]);
	});

	test('that is too long to be looked through to its end is refused, packed or not', () => {
		const long = strToU8(`${'word '.repeat(mostLetters / 5)}ann@isle.example`);
		for (const content of [long, zipSync({ 'word/document.xml': long })])
			expect(() => add('magnus', { bytes: content })).toThrow('too long to be looked through');
		expect(page().lines).toEqual([]);
	});

	test.each([
		['plain text', strToU8('Ring ann@isle.example.')],
		[
			'a Word document',
			zipSync({ 'word/document.xml': strToU8('<w:p><w:t>ann@isle.</w:t><w:t>example</w:t></w:p>') })
		],
		[
			'a workbook',
			zipSync({
				'xl/workbook.xml': strToU8('<x/>'),
				'xl/sharedStrings.xml': strToU8('<si><t>ann@isle.example</t></si>')
			})
		]
	])('that is %s and names somebody is not kept until its writer has looked', (_, content) => {
		expect(() => add('magnus', { bytes: content })).toThrow('This may name somebody');
		expect(page().lines).toEqual([]);
		expect(add('magnus', { bytes: content }, ['ann@isle.example'])).toBeTypeOf('string');
	});

	test.each([
		[{ title: ' ' }, 'title'],
		[{ elements: 'T99' }, 'elements'],
		[{ source: 'nowhere' }, 'source'],
		[{ from: '2025-02-30' }, 'from'],
		[{ to: '2024-01-01' }, 'to']
	])('with %j is refused at its field', (changes, field) => {
		expect(() => add('magnus', changes)).toThrow(
			expect.objectContaining({ fields: { [field]: expect.any(String) } }) as Error
		);
	});

	test('that is too large, or could run, is refused', () => {
		expect(() => add('magnus', { bytes: new Uint8Array(largestAttachment + 1) })).toThrow(
			'larger than 15 MB'
		);
		expect(() => add('magnus', { bytes: strToU8('<svg onload="x()"/>') })).toThrow(
			'of a kind that is not taken'
		);
	});

	test.each(['rona', 'callum', 'effie', 'struan'] as const)('is not added by %s', (name) => {
		expect(() => add(name)).toThrow('There is nothing at this address');
	});
});
