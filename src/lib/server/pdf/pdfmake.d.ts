/** The few parts of pdfmake 0.3 that are used; the package brings no types of its own. */
declare module 'pdfmake' {
	type FontFiles = { normal: string; bold: string; italics: string; bolditalics: string };

	type PdfMake = {
		setFonts(fonts: Record<string, FontFiles>): void;
		setLocalAccessPolicy(allows: (path: string) => boolean): void;
		setUrlAccessPolicy(allows: (url: string) => boolean): void;
		createPdf(definition: object): { getBuffer(): Promise<Buffer> };
	};

	const pdfmake: PdfMake;
	export default pdfmake;
}

declare module 'fontkit' {
	export function openSync(path: string): { characterSet: number[] };
}
