/** How many records of each kind an exercise has. */
export interface ExerciseSize {
  readonly arrests: number;
  readonly rescues: number;
  readonly assets: number;
}

export const DEFAULT_ARRESTS = 4_000;

/** One number says how large an exercise is: the other kinds keep their proportion to the arrests. */
export function exerciseSize(arrests: number): ExerciseSize {
  return { arrests, rescues: Math.ceil((arrests * 3) / 40), assets: Math.ceil((arrests * 3) / 2) };
}
