/**
 * The beta distribution, from which binomial intervals are read: its distribution function by a continued fraction
 * and its quantiles by bisection. Sizes need not be whole numbers.
 */

/**
 * Natural logarithm of the gamma function for x > 0, by Stirling's series after shifting x above 16
 * (NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1). Accurate to about 14 digits.
 */
export function logGamma(x: number): number {
	let shift = 1;
	let y = x;
	while (y < 16) shift *= y++;
	const square = y * y;
	const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / y;
	return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

/**
 * The regularised incomplete beta function: the probability that a beta variable with a, b > 0 is at most x.
 * Continued fraction of the NIST Digital Library of Mathematical Functions, 8.17.22, evaluated by Lentz's method.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	// The fraction converges fast below the mean only; above it the mirror image is used.
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
	return (Math.exp(logFront) / a) * continuedFraction(x, a, b);
}

const closeEnough = 1e-15;
const mostTerms = 100_000;
const notZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);

function continuedFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m <= mostTerms; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		let change = 1;
		for (const coefficient of [even, odd]) {
			d = 1 / notZero(1 + coefficient * d);
			c = notZero(1 + coefficient / c);
			change = c * d;
			fraction *= change;
		}
		if (Math.abs(change - 1) < closeEnough) break;
	}
	return fraction;
}

/** The x between 0 and 1 below which a beta variable with a, b > 0 lies with probability p; by bisection to 1e-15. */
export function betaQuantile(p: number, a: number, b: number): number {
	let low = 0;
	let high = 1;
	while (high - low > 1e-15) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (incompleteBeta(middle, a, b) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
