// How does a test get random numbers that can be repeated? Park and Miller's minimal generator: the same seed (1 to 2³¹ − 2),
// the same draws in [0, 1).
export const drawsFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};
