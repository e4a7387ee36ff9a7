// What the judged searches score at least, by their file: a change that loses more is no improvement.

export const FLOORS = {
  zoeken: { recall: 0.75, elders: 0.7, stil: 0.85 },
  eigen: { recall: 0.75, elders: 0.65, stil: 0.7 },
};
