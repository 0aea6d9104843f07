/** Colours of the design system that mean something. Text in them is always in the neutral colour, for its contrast. */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger' | 'alternative' | 'secondary';
