/** The few parts of pdfmake 0.3 that are used; the package brings no types of its own. */
declare module 'pdfmake' {
	type FontFiles = { normal: string; bold: string; italics: string; bolditalics: string };

	type OpenFont = { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
	type PdfStream = { provideFont(family: string, bold: boolean, italics: boolean): OpenFont };

	type PdfMake = {
		setFonts(fonts: Record<string, FontFiles>): void;
		setLocalAccessPolicy(allows: (path: string) => boolean): void;
		setUrlAccessPolicy(allows: (url: string) => boolean): void;
		createPdf(definition: object): { getBuffer(): Promise<Buffer>; getStream(): Promise<PdfStream> };
	};

	const pdfmake: PdfMake;
	export default pdfmake;
}
