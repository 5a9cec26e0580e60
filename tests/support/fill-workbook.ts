/** Fills cells of a workbook as somebody with a spreadsheet does: the file is otherwise as it was. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** `cells`: texts by sheet and place, such as `{ '1 F-01': { E5: 'yes' } }`. Throws for a sheet that is not there. */
export function fillWorkbook(bytes: Uint8Array, cells: Record<string, Record<string, string>>): Uint8Array {
	const files = unzipSync(bytes);
	const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
		([, name]) => name
	);
	for (const [sheet, texts] of Object.entries(cells)) {
		const path = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
		if (!names.includes(sheet)) throw new Error(`There is no sheet “${sheet}”, only ${names.join(', ')}`);
		let xml = strFromU8(files[path]!);
		for (const [place, text] of Object.entries(texts)) xml = withCell(xml, place, text);
		files[path] = strToU8(xml);
	}
	return zipSync(files);
}

function withCell(xml: string, place: string, text: string): string {
	const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place)!;
	const cell = text.startsWith('=')
		? `<c r="${place}"><f>${text.slice(1)}</f><v>1</v></c>`
		: `<c r="${place}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
	const start = new RegExp(`<row r="${row}"[^>]*>`).exec(xml);
	if (!start) throw new Error(`There is no row ${row}`);
	const end = xml.indexOf('</row>', start.index);
	const inside = xml.slice(start.index + start[0].length, end);
	const kept = [...inside.matchAll(/<c r="([A-Z]+)\d+"(?:[^>]*\/>|.*?<\/c>)/gs)]
		.filter(([, at]) => at !== column)
		.map(([whole, at]) => ({ at: at!, whole }));
	const all = [...kept, { at: column, whole: cell }].sort((a, b) => (a.at < b.at ? -1 : 1));
	return (
		xml.slice(0, start.index + start[0].length) + all.map(({ whole }) => whole).join('') + xml.slice(end)
	);
}
