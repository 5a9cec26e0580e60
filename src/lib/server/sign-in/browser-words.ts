/** A browser in plain words, from what it says of itself: “Firefox on Windows”. Pure. */

const browsers: [RegExp, string][] = [
	[/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
	[/\bOPR\/|\bOPT\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/\bFirefox\/|\bFxiOS\//, 'Firefox'],
	[/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/iPhone/, 'an iPhone'],
	[/iPad/, 'an iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/CrOS/, 'ChromeOS'],
	[/Macintosh|Mac OS X/, 'a Mac'],
	[/Linux/, 'Linux']
];

export function browserWords(userAgent: string | null): string {
	const named = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
	const [browser, system] = [named(browsers), named(systems)];
	if (!browser && !system) return 'A browser that does not say what it is';
	return system ? `${browser ?? 'A browser'} on ${system}` : browser!;
}
