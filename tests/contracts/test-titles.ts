/** The titles of the tests in a file, read from its source without running it. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Titles as they are written, of `test`, `it` and their forms (`test.each(…)(title)`), without the titles of the
 * groups around them; `${editors}` in a title stays as it is. A test that is skipped or only planned (`skip`, `todo`, also of its group) is left out.
 */
export function testTitles(path: string, text: string = readFileSync(path, 'utf8')): string[] {
	const titles: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const words = wordsOf(node.expression);
			const off = words.includes('skip') || words.includes('todo');
			if (off && ['test', 'it', 'describe'].includes(words[0]!)) return;
			const title = node.arguments[0];
			if ((words[0] === 'test' || words[0] === 'it') && title) {
				if (ts.isStringLiteralLike(title)) titles.push(title.text);
				if (ts.isTemplateExpression(title)) titles.push(text.slice(title.pos, title.end).trim().slice(1, -1));
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
	return titles;
}

/** `test.each(rows)` gives test, each. */
function wordsOf(called: ts.Expression): string[] {
	if (ts.isIdentifier(called)) return [called.text];
	if (ts.isPropertyAccessExpression(called)) return [...wordsOf(called.expression), called.name.text];
	return ts.isCallExpression(called) || ts.isTaggedTemplateExpression(called)
		? wordsOf(ts.isCallExpression(called) ? called.expression : called.tag)
		: [''];
}
