/** Figures as they are read: percentages, intervals and counts. Rounding is for the eye alone and never moves a bound. */
import type { Bands } from './term.ts';

/**
 * A share between 0 and 1 as a percentage: `90%`, `68.3%`. One decimal at most, halves upwards; more only where a
 * rounded figure would say something else than the share: 899 of 1,000 is 89.9%, but 8,996 of 10,000 is 89.96% and
 * not 90%, which would be another term; and nothing but none and all is shown as 0% and 100%.
 */
export function formatPercent(share: number, scale?: Bands): string {
	return `${percentFigure(share, scale)}%`;
}

/** The two ends of an interval as percentages: `80.5 to 95.8%`. */
export function formatInterval({ low, high }: { low: number; high: number }, scale?: Bands): string {
	return `${percentFigure(low, scale)} to ${percentFigure(high, scale)}%`;
}

/** A whole number with commas between thousands: `1,405`. */
export function formatCount(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `most and almost all`; `few, less than half and the majority`. */
export function listed(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Two different shares of up to ten million differ by more than this, so what lies nearer to a bound is on it. */
const nearerThanAnyShare = 1e-9;
const mostDecimals = 8;

function percentFigure(share: number, scale?: Bands): string {
	const exact = share * 100;
	const percent = Math.abs(exact - Math.round(exact)) < nearerThanAnyShare ? Math.round(exact) : exact;
	const bounds = [...(scale?.bands.map((band) => band.from) ?? []), 100];
	const place = (value: number) => bounds.filter((bound) => value >= bound).length;
	for (let decimals = 1; ; decimals++) {
		const figure = roundedHalfUp(percent, decimals);
		const saysTheSame = place(figure) === place(percent) && (figure === 0) === (percent === 0);
		if (saysTheSame || decimals === mostDecimals) return String(Number(figure.toFixed(decimals)));
	}
}

function roundedHalfUp(value: number, decimals: number): number {
	return Math.floor(value * 10 ** decimals + 0.5 + nearerThanAnyShare) / 10 ** decimals;
}
