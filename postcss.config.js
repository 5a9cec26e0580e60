// The design system comes as one stylesheet of 24 KB (gzip). This keeps the parts that Cairn uses and the rules
// for plain elements, and leaves the rest out: about 7 KB. To use another part, add its name here.
const parts = [
	...['wrapper', 'skip-links', 'button', 'details', 'task-list', 'tag'],
	...['question', 'label', 'hint-text', 'input', 'select', 'select-wrapper', 'select-arrow'],
	...['radio', 'checkbox', 'error-summary']
];

const partsInUse = {
	postcssPlugin: 'design-system-parts',
	OnceExit(root) {
		root.walkRules((rule) => {
			if (!rule.source?.input.file?.includes('@scottish-government/design-system')) return;
			const kept = rule.selectors.filter((selector) =>
				[...selector.matchAll(/\.(?:ds_)?([a-z]+(?:-[a-z]+)*)/g)].every(([, name]) => parts.includes(name))
			);
			if (kept.length === 0) rule.remove();
			else rule.selectors = kept;
		});
		root.walkAtRules('media', (media) => {
			if (media.nodes?.length === 0) media.remove();
		});
	}
};

export default { plugins: [partsInUse] };
