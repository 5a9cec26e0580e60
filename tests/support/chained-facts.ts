/**
 * Facts and what follows from them. A fact is a few words, `role(ann, isle, viewer)`; a rule says which fact follows
 * from others: `sees(P, R) <- member(P, O), of(R, O)`. Names in capitals stand for whatever fits, `_` for anything.
 */
export type Fact = readonly string[];
type Rule = { then: Fact; when: Fact[] };

const isOpen = (word: string) => /^[A-Z_]/.test(word);

function readFact(text: string): Fact {
	const [, name, words] = /^([a-z-]+)\((.*)\)$/.exec(text.trim()) ?? [];
	if (name === undefined) throw new Error(`Not a fact: ${text}`);
	return [name, ...words!.split(',').map((word) => word.trim())];
}

/** One rule a line. Several lines with the same left side are several ways to the same fact; `#` begins a remark. */
export function readRules(text: string): Rule[] {
	return text
		.split('\n')
		.map((line) => line.replace(/#.*/, '').trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [then = '', when = ''] = line.split('<-');
			return { then: readFact(then), when: when.match(/[a-z-]+\([^)]*\)/g)?.map(readFact) ?? [] };
		});
}

/** Everything that follows: rules are applied until nothing new comes. Gives facts in the form `may ann see-review r1`. */
export function chain(rules: readonly Rule[], given: readonly Fact[]): ReadonlySet<string> {
	const known = new Set<string>();
	const byName = new Map<string, Fact[]>();
	const add = (fact: Fact): boolean => {
		const key = fact.join(' ');
		if (known.has(key)) return false;
		known.add(key);
		const others = byName.get(fact[0]!);
		if (others) others.push(fact);
		else byName.set(fact[0]!, [fact]);
		return true;
	};
	given.forEach(add);
	for (let news = true; news;) {
		news = false;
		for (const { then, when } of rules)
			for (const fact of matches(then, when, byName)) if (add(fact)) news = true;
	}
	return known;
}

/** The left side of a rule, filled in, for each way in which its right side fits what is known. */
function matches(then: Fact, when: readonly Fact[], byName: ReadonlyMap<string, Fact[]>): Fact[] {
	let ways: Record<string, string>[] = [{}];
	for (const part of when) {
		const next: typeof ways = [];
		for (const way of ways)
			for (const fact of byName.get(part[0]!) ?? []) {
				const fitted = fit(part, fact, way);
				if (fitted) next.push(fitted);
			}
		if (next.length === 0) return [];
		ways = next;
	}
	return ways.map((way) => then.map((word) => (isOpen(word) ? way[word]! : word)));
}

function fit(part: Fact, fact: Fact, way: Record<string, string>): Record<string, string> | null {
	if (part.length !== fact.length) return null;
	let fitted = way;
	for (let place = 1; place < part.length; place += 1) {
		const word = part[place]!;
		const found = fact[place]!;
		if (word === '_') continue;
		if (!isOpen(word)) {
			if (word !== found) return null;
		} else if (fitted[word] === undefined) fitted = { ...fitted, [word]: found };
		else if (fitted[word] !== found) return null;
	}
	return fitted;
}
