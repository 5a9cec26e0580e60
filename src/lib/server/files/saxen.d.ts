/** The parts of saxen that are used here; the package brings no types. */
declare module 'saxen' {
	type Attributes = () => Record<string, string> | false;
	export class Parser {
		on(name: 'openTag', heard: (element: string, attributes: Attributes) => void): this;
		on(name: 'closeTag', heard: (element: string) => void): this;
		on(name: 'text' | 'cdata' | 'attention', heard: (text: string) => void): this;
		/** Throws an Error where the text is not well-formed. */
		write(text: string): this;
		/** Throws an Error where something is left open. */
		end(): Error | null;
	}
	/** Replaces the five named and the numbered entities. */
	export function decode(text: string): string;
}
