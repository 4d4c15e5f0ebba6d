/** What a set must reach at least, between 0 and 1. Raise a floor when the detector got better; never lower one. */
export interface Floor {
  readonly strict: number;
  readonly overlap: number;
  readonly macroOverlap: number;
  readonly hidden: number;
  /** As many clean messages may be touched. */
  readonly cleanTouched: number;
}

export const floors: Readonly<Record<string, Floor>> = {
  dev: {strict: 0.95, overlap: 0.95, macroOverlap: 0.95, hidden: 0.95, cleanTouched: 0},
  own: {strict: 0.75, overlap: 0.78, macroOverlap: 0.8, hidden: 0.75, cleanTouched: 2},
  unseen: {strict: 0.75, overlap: 0.78, macroOverlap: 0.8, hidden: 0.7, cleanTouched: 2},
};
